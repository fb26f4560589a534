/**
 * LeadKit as this application sets it up, and what each tenant chose for itself. Start at {@link
 * dev.leadkit.examples.leaddesk.host.DeskHost}.
 */
@NullMarked
package dev.leadkit.examples.leaddesk.host;

import org.jspecify.annotations.NullMarked;
