/**
 * A visitor's text cut into words once, for the extractors, the intent model and the summariser. Not exported from the
 * module. Start at {@link dev.leadkit.capture.text.Words}.
 */
@NullMarked
package dev.leadkit.capture.text;

import org.jspecify.annotations.NullMarked;
