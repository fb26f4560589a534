/**
 * Makes a scorecard of history: additive, calibrated, and readable like one written by hand. Start with {@link
 * dev.leadkit.scoring.learn.ScorecardTrainer}; how it works is told in {@code docs/learning.md} of this module.
 */
@NullMarked
package dev.leadkit.scoring.learn;

import org.jspecify.annotations.NullMarked;
