/**
 * A store in the heap, for tests, trials and as the reference for every other store. Start at
 * {@link dev.leadkit.store.memory.InMemoryLeadStore}.
 */
@NullMarked
package dev.leadkit.store.memory;

import org.jspecify.annotations.NullMarked;
