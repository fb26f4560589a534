/**
 * The first thing to read and to run: {@link dev.leadkit.examples.quickstart.Quickstart} replays sample conversations into
 * an embedded database and prints the board.
 */
@NullMarked
package dev.leadkit.examples.quickstart;

import org.jspecify.annotations.NullMarked;
