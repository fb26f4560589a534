package dev.leadkit.insight;

import dev.leadkit.pipeline.StageCategory;
import org.jspecify.annotations.Nullable;

/** By what leads are told apart. */
public enum Dimension {
    /** Where the lead came from, as it is now. */
    SOURCE,
    /** Who looked after it when it was closed; for an open lead, who does as of the instant of the histories. */
    ASSIGNEE,
    /**
     * The band of the score that it had when it was closed; for an open lead, the one it has. A score goes on falling after
     * the close, and would make every old customer a cold one.
     */
    BAND;

    /** The key of a history; absent when nobody looked after the lead, or it had no score. */
    @Nullable
    String of(LeadHistory history, StageOrder order) {
        boolean open = order.outcome(history) == StageCategory.OPEN;
        return switch (this) {
            case SOURCE -> history.source();
            case ASSIGNEE -> open ? history.assignee() : order.decisive(history).assignee();
            case BAND -> open ? history.band() : order.decisive(history).band();
        };
    }
}
