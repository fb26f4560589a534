/**
 * A pipeline's decision beside a state machine library and a table written by hand. Start at {@link
 * dev.leadkit.examples.benchmarks.decider.DeciderRun}.
 */
@NullMarked
package dev.leadkit.examples.benchmarks.decider;

import org.jspecify.annotations.NullMarked;
