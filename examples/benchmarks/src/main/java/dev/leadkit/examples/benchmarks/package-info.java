/** Measures LeadKit beside its peers, in one run on one machine. Start at {@link dev.leadkit.examples.benchmarks.Benchmarks}. */
@NullMarked
package dev.leadkit.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
