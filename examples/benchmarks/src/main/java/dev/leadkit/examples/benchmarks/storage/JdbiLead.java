package dev.leadkit.examples.benchmarks.storage;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of a lead, public so that Jdbi can make one. */
public record JdbiLead(
        UUID leadId,
        long version,
        String pipeline,
        int pipelineVersion,
        String stage,
        boolean closed,
        OffsetDateTime stageEnteredAt,
        String boardRank,
        String source,
        @Nullable String assignee,
        @Nullable BigDecimal expectedAmount,
        @Nullable String expectedCurrency,
        int score,
        @Nullable String band,
        boolean withdrawn,
        OffsetDateTime createdAt,
        OffsetDateTime lastActivityAt,
        @Nullable OffsetDateTime snoozedUntil,
        String body) {}
