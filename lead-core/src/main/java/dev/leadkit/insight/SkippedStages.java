package dev.leadkit.insight;

/** Whether a lead that leaps over open stages counts as having been in them. */
public enum SkippedStages {
    /**
     * It does. A move along the way counts for each open stage between the last one that the lead was in and the one it
     * comes into; a lead that is created further on, for each before. So no later step of a cohort has more leads than an
     * earlier one. A move to lost skips nothing.
     */
    IMPUTED,
    /** It does not: only what the timeline tells counts. */
    AS_RECORDED
}
