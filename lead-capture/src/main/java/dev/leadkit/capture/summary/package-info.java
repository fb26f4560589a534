/**
 * Puts what a visitor needs into one short line of their own words, and what was said in a conversation into a few. Start at
 * {@link dev.leadkit.capture.summary.ExtractiveSummarizer}.
 */
@NullMarked
package dev.leadkit.capture.summary;

import org.jspecify.annotations.NullMarked;
