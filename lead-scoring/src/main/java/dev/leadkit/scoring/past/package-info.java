/**
 * Closed leads as they were before they were closed, to learn from and to check cards against. Start at {@link
 * dev.leadkit.scoring.past.ClosedLeads}.
 */
@NullMarked
package dev.leadkit.scoring.past;

import org.jspecify.annotations.NullMarked;
