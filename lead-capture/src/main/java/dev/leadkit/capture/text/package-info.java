/**
 * A visitor's text cut into words once, for the extractors, the intent model and the summariser. Not exported from the
 * module. Start at {@link dev.leadkit.capture.text.Words}; {@link dev.leadkit.capture.text.Reply} has those of one message for all
 * who read it, {@link dev.leadkit.capture.text.WordSet} is how a list of words is kept.
 */
@NullMarked
package dev.leadkit.capture.text;

import org.jspecify.annotations.NullMarked;
