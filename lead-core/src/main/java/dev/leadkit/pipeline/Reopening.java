package dev.leadkit.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * That closed leads may be opened again, where no transition says so.
 *
 * @param to the key of the open stage that they go to; absent for the one in which each was open last
 * @param keepsLostReason whether a lead keeps its reason for having been lost; else it goes, and stands in the timeline
 */
public record Reopening(@Nullable String to, boolean keepsLostReason) {
    /** Each to the stage in which it was open last, without its reason for having been lost. */
    public static final Reopening TO_LAST_STAGE = new Reopening(null, false);
}
