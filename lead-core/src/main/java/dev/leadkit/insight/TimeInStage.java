package dev.leadkit.insight;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long one lead was in one stage.
 *
 * @param visits how often it was there, 1 or more
 * @param enteredAt when it last came in
 * @param exitedAt when it last left; absent while it is there
 * @param latest the length of the last visit, which grows while the lead is there
 * @param cumulative the length of all visits together
 */
public record TimeInStage(
        int visits, Instant enteredAt, @Nullable Instant exitedAt, Duration latest, Duration cumulative) {}
