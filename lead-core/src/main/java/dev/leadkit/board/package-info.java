/** The order of the cards on a board. Start at {@link dev.leadkit.board.Cards}, which a desk hands out. */
@NullMarked
package dev.leadkit.board;

import org.jspecify.annotations.NullMarked;
