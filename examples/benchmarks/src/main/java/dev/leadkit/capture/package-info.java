/**
 * What the benchmarks need of capture's inside: the way of one message through all that reads it. Start at {@link
 * dev.leadkit.capture.ReadMessages}.
 */
@NullMarked
package dev.leadkit.capture;

import org.jspecify.annotations.NullMarked;
