/**
 * Conversations of our own, so that the first start shows something. Start at {@link
 * dev.leadkit.examples.leaddesk.sample.SampleData}.
 */
@NullMarked
package dev.leadkit.examples.leaddesk.sample;

import org.jspecify.annotations.NullMarked;
