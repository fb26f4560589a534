/**
 * What tenants' leads have beyond the fields that every lead has: typed custom fields as data, and what they take. Start at
 * {@link dev.leadkit.field.LeadFields}.
 */
@NullMarked
package dev.leadkit.field;

import org.jspecify.annotations.NullMarked;
