/**
 * What was done, taken back: of one lead or of many, with what has to stay and why. Start at
 * {@link dev.leadkit.undo.UndoOutcome}, which a desk gives for each lead.
 */
@NullMarked
package dev.leadkit.undo;

import org.jspecify.annotations.NullMarked;
