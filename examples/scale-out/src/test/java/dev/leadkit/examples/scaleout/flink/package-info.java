/** Jobs beside the in-process form, row by row, also where tasks are killed. */
@NullMarked
package dev.leadkit.examples.scaleout.flink;

import org.jspecify.annotations.NullMarked;
