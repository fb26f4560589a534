/**
 * The values of a lead: who it is, where each value came from, what was done to it and how warm it is.
 *
 * <p>Everything here is immutable, knows no other package of LeadKit and reads no clock. Start at
 * {@link dev.leadkit.lead.Lead}; what happened to one is an {@link dev.leadkit.lead.Activity}.
 */
@NullMarked
package dev.leadkit.lead;

import org.jspecify.annotations.NullMarked;
