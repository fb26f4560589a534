/**
 * What charts look like, as numbers that a template writes into SVG. Start at {@link
 * dev.leadkit.examples.leaddesk.chart.ChartTable} and {@link dev.leadkit.examples.leaddesk.chart.PipelineDiagram}.
 */
@NullMarked
package dev.leadkit.examples.leaddesk.chart;

import org.jspecify.annotations.NullMarked;
