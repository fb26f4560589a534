/**
 * When a conversation becomes a lead, and what happens then, as data. Start at
 * {@link dev.leadkit.capture.rule.CaptureRules}.
 */
@NullMarked
package dev.leadkit.capture.rule;

import org.jspecify.annotations.NullMarked;
