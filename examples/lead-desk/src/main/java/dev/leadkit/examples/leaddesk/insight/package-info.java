/**
 * The figures of the page Insight, put into words and shares. Start at {@link
 * dev.leadkit.examples.leaddesk.insight.InsightReport}.
 */
@NullMarked
package dev.leadkit.examples.leaddesk.insight;

import org.jspecify.annotations.NullMarked;
