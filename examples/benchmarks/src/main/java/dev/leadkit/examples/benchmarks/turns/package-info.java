/**
 * How contenders are measured side by side, whatever they do: each has its turns in a process of its own. Start at
 * {@link dev.leadkit.examples.benchmarks.turns.Turns}.
 */
@NullMarked
package dev.leadkit.examples.benchmarks.turns;

import org.jspecify.annotations.NullMarked;
