/**
 * Says how warm a lead is, and why. A {@link dev.leadkit.scoring.Scorecard} is data, read from JSON or built in code: a
 * list of factors whose points add up exactly to the score. Start there.
 */
@NullMarked
package dev.leadkit.scoring;

import org.jspecify.annotations.NullMarked;
