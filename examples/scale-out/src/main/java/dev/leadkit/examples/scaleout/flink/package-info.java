/**
 * Rescoring and capture as jobs of Apache Flink, by the library's own deciders. Start at {@link
 * dev.leadkit.examples.scaleout.flink.RescoreJob} and {@link dev.leadkit.examples.scaleout.flink.CaptureJob}.
 */
@NullMarked
package dev.leadkit.examples.scaleout.flink;

import org.jspecify.annotations.NullMarked;
