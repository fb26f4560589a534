/**
 * A scorecard beside rule engines, an expression language, rules written in Java and a table written by hand. Start at {@link
 * dev.leadkit.examples.benchmarks.scoring.ScoringRun}.
 */
@NullMarked
package dev.leadkit.examples.benchmarks.scoring;

import org.jspecify.annotations.NullMarked;
