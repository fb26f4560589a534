/**
 * What the benchmarks need of the store's inside, so that its peers write the very rows that it writes. Start at
 * {@link dev.leadkit.store.jdbc.StoredRows}.
 */
@NullMarked
package dev.leadkit.store.jdbc;

import org.jspecify.annotations.NullMarked;
