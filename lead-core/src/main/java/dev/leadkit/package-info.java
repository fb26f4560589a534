/**
 * The front door. Build a {@link dev.leadkit.LeadKit} once, ask it for a tenant, and work at that tenant's
 * {@link dev.leadkit.LeadDesk} in the name of whoever acts.
 */
@NullMarked
package dev.leadkit;

import org.jspecify.annotations.NullMarked;
