package dev.leadkit.examples.scaleout.flink;

/**
 * What scoring a range anew came to, in the attempt that went through to its end.
 *
 * @param read how many leads there are in it
 * @param written how many of them had another score, and have it now; not those that an attempt had written that was killed
 */
public record RangeResult(LeadRange range, long read, long written) {}
