/**
 * Tells whether a visitor wants to buy, and shows the words that said so. The shipped model is a list of weighted words
 * and phrases written by hand. Start at {@link dev.leadkit.capture.intent.IntentDetector}.
 */
@NullMarked
package dev.leadkit.capture.intent;

import org.jspecify.annotations.NullMarked;
