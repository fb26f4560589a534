/**
 * Tells whether a visitor wants to buy, and shows the words that said so. The shipped models are lists of weighted words
 * and phrases, written by hand and learned by {@link dev.leadkit.capture.intent.IntentTrainer}. Start at {@link
 * dev.leadkit.capture.intent.IntentDetector}.
 */
@NullMarked
package dev.leadkit.capture.intent;

import org.jspecify.annotations.NullMarked;
