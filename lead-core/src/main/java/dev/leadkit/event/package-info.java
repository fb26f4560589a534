/**
 * What happened to leads, handed to whoever listens: at least once, and in order for each lead. Start at
 * {@link dev.leadkit.event.LeadListener}.
 *
 * <p>Events are written with the change that they tell of, in the store's outbox. The host delivers them by calling
 * {@link dev.leadkit.event.OutboxRelay#poll}, on threads of its own, in as many processes as it likes.
 */
@NullMarked
package dev.leadkit.event;

import org.jspecify.annotations.NullMarked;
