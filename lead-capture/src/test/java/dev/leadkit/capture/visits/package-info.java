/**
 * Counts how often code looks at a character or goes round a loop, without a trace of it in that code: its classes are
 * loaded once more with a counter woven in. Start at {@link dev.leadkit.capture.visits.CountingLoader}.
 */
@NullMarked
package dev.leadkit.capture.visits;

import org.jspecify.annotations.NullMarked;
