/**
 * Extraction beside what else finds an address, a number and a name in a message. Start at {@link
 * dev.leadkit.examples.benchmarks.capture.CaptureRun}.
 */
@NullMarked
package dev.leadkit.examples.benchmarks.capture;

import org.jspecify.annotations.NullMarked;
