/**
 * Moves beside the ordinary one: closed leads opened again, what the pipeline refuses overridden, and what becomes of leads that
 * nobody touches. Start at {@link dev.leadkit.move.Moves}, which a desk hands out.
 */
@NullMarked
package dev.leadkit.move;

import org.jspecify.annotations.NullMarked;
