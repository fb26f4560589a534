@NullMarked
package dev.leadkit.examples.leaddesk.chart;

import org.jspecify.annotations.NullMarked;
