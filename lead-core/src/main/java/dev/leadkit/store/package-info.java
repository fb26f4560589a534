/**
 * How leads are kept: one {@link dev.leadkit.store.LeadStore} to write against, and a
 * {@link dev.leadkit.store.Changeset} as the unit of work. Start at the store.
 *
 * <p>Whoever writes a store runs {@code LeadStoreContract} of lead-testkit over it.
 */
@NullMarked
package dev.leadkit.store;

import org.jspecify.annotations.NullMarked;
