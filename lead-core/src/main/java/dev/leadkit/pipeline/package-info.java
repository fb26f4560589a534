/**
 * Which stages leads go through and which moves are allowed. A {@link dev.leadkit.pipeline.Pipeline} is data, read from
 * JSON or built in code, and the one place that decides a move. Start there.
 */
@NullMarked
package dev.leadkit.pipeline;

import org.jspecify.annotations.NullMarked;
