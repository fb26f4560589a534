/**
 * What a team learns from its leads: funnels, times in stage, conversion, losses, response times, a forecast and the
 * morning review. Each figure is a pure function of {@linkplain dev.leadkit.insight.LeadHistory histories}; start at {@link
 * dev.leadkit.insight.Insights}, which a desk hands out and which reads them.
 */
@NullMarked
package dev.leadkit.insight;

import org.jspecify.annotations.NullMarked;
