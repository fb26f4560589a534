/**
 * Who gets a lead: a team's members and the strategy that chooses among them, as data; each choice is a value that lists
 * every candidate with the reason. Start at {@link dev.leadkit.assign.Assignment}, or at
 * {@link dev.leadkit.assign.Assignments}, which a desk hands out.
 */
@NullMarked
package dev.leadkit.assign;

import org.jspecify.annotations.NullMarked;
