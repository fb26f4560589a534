/**
 * The store beside what else could write and read the same rows. A contender is a {@code Writer} or one of the reads of
 * {@code Reads}; start at {@link dev.leadkit.examples.benchmarks.storage.StorageRun}.
 */
@NullMarked
package dev.leadkit.examples.benchmarks.storage;

import org.jspecify.annotations.NullMarked;
