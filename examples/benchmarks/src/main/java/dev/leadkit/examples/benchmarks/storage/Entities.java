package dev.leadkit.examples.benchmarks.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** The tables as Hibernate's entities. Fields are public for brevity; Hibernate sets them. */
@NullUnmarked
final class Entities {
    static final Class<?>[] ALL = {
        LeadRow.class,
        IdentityRow.class,
        ClaimRow.class,
        TagRow.class,
        TokenRow.class,
        ActivityRow.class,
        ChangesetRow.class,
        OutboxRow.class,
        CounterRow.class
    };

    private Entities() {}

    /** A key of any of the tables: its parts, in order. */
    @Embeddable
    record LeadKey(
            @Column(name = "tenant_id") String tenant,
            @Column(name = "lead_id") UUID lead) implements Serializable {}

    @Entity(name = "LeadRow")
    @Table(name = "leadkit_lead")
    static class LeadRow {
        @EmbeddedId
        LeadKey id;

        @Version
        long version;

        String pipeline;

        @Column(name = "pipeline_version")
        int pipelineVersion;

        String stage;

        @Column(name = "board_key")
        UUID boardKey;

        boolean closed;

        @Column(name = "stage_entered_at")
        OffsetDateTime stageEnteredAt;

        @Column(name = "board_rank")
        String rank;

        String source;
        String assignee;

        @Column(name = "expected_amount", precision = 19, scale = 4)
        BigDecimal amount;

        @Column(name = "expected_currency")
        String currency;

        @Column(name = "own_weighted", precision = 23, scale = 8)
        BigDecimal ownWeighted;

        int score;
        String band;

        @Column(name = "score_due_at")
        OffsetDateTime scoreDueAt;

        boolean withdrawn;

        @Column(name = "created_at")
        OffsetDateTime createdAt;

        @Column(name = "last_activity_at")
        OffsetDateTime lastActivityAt;

        @Column(name = "snoozed_until")
        OffsetDateTime snoozedUntil;

        @Column(name = "search_text")
        String searchText;

        String body;
    }

    @Embeddable
    record TextKey(
            @Column(name = "tenant_id") String tenant,
            @Column(name = "identity_key") String key,
            @Column(name = "lead_id") UUID lead)
            implements Serializable {}

    @Entity(name = "IdentityRow")
    @Table(name = "leadkit_identity")
    static class IdentityRow {
        @EmbeddedId
        TextKey id;
    }

    @Embeddable
    record ClaimKey(
            @Column(name = "tenant_id") String tenant,
            String pipeline,
            @Column(name = "identity_key") String key) implements Serializable {}

    @Entity(name = "ClaimRow")
    @Table(name = "leadkit_claim")
    static class ClaimRow {
        @EmbeddedId
        ClaimKey id;

        @Column(name = "lead_id")
        UUID lead;
    }

    @Embeddable
    record TagKey(
            @Column(name = "tenant_id") String tenant,
            String tag,
            @Column(name = "created_at") OffsetDateTime createdAt,
            @Column(name = "lead_id") UUID lead)
            implements Serializable {}

    @Entity(name = "TagRow")
    @Table(name = "leadkit_lead_tag")
    static class TagRow {
        @EmbeddedId
        TagKey id;
    }

    @Embeddable
    record TokenKey(
            @Column(name = "tenant_id") String tenant,
            byte[] token,
            @Column(name = "created_at") OffsetDateTime createdAt,
            @Column(name = "lead_id") UUID lead)
            implements Serializable {
        @Override
        public boolean equals(Object other) {
            return other instanceof TokenKey key
                    && tenant.equals(key.tenant)
                    && Arrays.equals(token, key.token)
                    && createdAt.equals(key.createdAt)
                    && lead.equals(key.lead);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(token) * 31 + lead.hashCode();
        }
    }

    @Entity(name = "TokenRow")
    @Table(name = "leadkit_lead_token")
    static class TokenRow {
        @EmbeddedId
        TokenKey id;
    }

    @Embeddable
    record ActivityKey(
            @Column(name = "tenant_id") String tenant,
            @Column(name = "lead_id") UUID lead,
            @Column(name = "lead_version") long version,
            int ordinal)
            implements Serializable {}

    @Entity(name = "ActivityRow")
    @Table(name = "leadkit_activity")
    static class ActivityRow {
        @EmbeddedId
        ActivityKey id;

        @Column(name = "happened_at")
        OffsetDateTime happenedAt;

        @Column(name = "actor_kind")
        String actorKind;

        @Column(name = "actor_id")
        String actorId;

        @Column(name = "on_behalf_of")
        String onBehalfOf;

        @Column(name = "changeset_id")
        UUID changeset;

        @Column(name = "cause_code")
        String causeCode;

        @Column(name = "cause_ref")
        String causeRef;

        String kind;
        String detail;
    }

    @Embeddable
    record ChangesetKey(
            @Column(name = "tenant_id") String tenant,
            @Column(name = "changeset_id") UUID changeset) implements Serializable {}

    @Entity(name = "ChangesetRow")
    @Table(name = "leadkit_changeset")
    static class ChangesetRow {
        @EmbeddedId
        ChangesetKey id;

        @Column(name = "made_at")
        OffsetDateTime madeAt;
    }

    @Embeddable
    record OutboxKey(
            @Column(name = "tenant_id") String tenant,
            String endpoint,
            @Column(name = "lead_id") UUID lead,
            @Column(name = "lead_version") long version)
            implements Serializable {}

    @Entity(name = "OutboxRow")
    @Table(name = "leadkit_outbox")
    static class OutboxRow {
        @EmbeddedId
        OutboxKey id;

        @Column(name = "due_at")
        OffsetDateTime dueAt;

        int attempts;
        boolean dead;
    }

    @Embeddable
    record CounterKey(
            @Column(name = "tenant_id") String tenant,
            @Column(name = "board_key") UUID boardKey,
            String currency,
            int slot)
            implements Serializable {}

    @Entity(name = "CounterRow")
    @Table(name = "leadkit_counter")
    static class CounterRow {
        @EmbeddedId
        CounterKey id;

        String pipeline;
        String stage;
        long leads;

        @Column(precision = 38, scale = 4)
        BigDecimal amount;

        @Column(name = "own_amount", precision = 38, scale = 4)
        BigDecimal ownAmount;

        @Column(name = "own_weighted", precision = 38, scale = 8)
        BigDecimal ownWeighted;
    }
}
