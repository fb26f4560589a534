package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.store.jdbc.StoredRows.Step;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes entities of rows. */
final class EntityRows {
    private final List<String> columns;
    private List<@Nullable Object> row = List.of();

    private EntityRows(Step step) {
        columns = step.columns();
    }

    /** An entity for each row; of a lead that is there already, at the version that it must have. */
    static List<Object> of(Step step) {
        var rows = new EntityRows(step);
        List<Object> entities = new ArrayList<>();
        for (List<@Nullable Object> row : step.rows()) {
            rows.row = row;
            entities.add(rows.entity(step.table()));
        }
        return entities;
    }

    private Object entity(String table) {
        return switch (table) {
            case "leadkit_lead" -> lead();
            case "leadkit_identity" -> {
                var entity = new Entities.IdentityRow();
                entity.id = new Entities.TextKey(text("tenant_id"), text("identity_key"), id("lead_id"));
                yield entity;
            }
            case "leadkit_claim" -> {
                var entity = new Entities.ClaimRow();
                entity.id = new Entities.ClaimKey(text("tenant_id"), text("pipeline"), text("identity_key"));
                entity.lead = id("lead_id");
                yield entity;
            }
            case "leadkit_lead_tag" -> {
                var entity = new Entities.TagRow();
                entity.id = new Entities.TagKey(text("tenant_id"), text("tag"), instant("created_at"), id("lead_id"));
                yield entity;
            }
            case "leadkit_lead_token" -> {
                var entity = new Entities.TokenRow();
                entity.id = new Entities.TokenKey(
                        text("tenant_id"), (byte[]) value("token"), instant("created_at"), id("lead_id"));
                yield entity;
            }
            case "leadkit_activity" -> activity();
            case "leadkit_changeset" -> {
                var entity = new Entities.ChangesetRow();
                entity.id = new Entities.ChangesetKey(text("tenant_id"), id("changeset_id"));
                entity.madeAt = instant("made_at");
                yield entity;
            }
            case "leadkit_outbox" -> {
                var entity = new Entities.OutboxRow();
                entity.id = new Entities.OutboxKey(
                        text("tenant_id"), text("endpoint"), id("lead_id"), number("lead_version"));
                entity.dueAt = instant("due_at");
                entity.attempts = (int) number("attempts");
                entity.dead = flag("dead");
                yield entity;
            }
            case "leadkit_counter" -> {
                var entity = new Entities.CounterRow();
                entity.id = new Entities.CounterKey(
                        text("tenant_id"), id("board_key"), text("currency"), (int) number("slot"));
                entity.pipeline = text("pipeline");
                entity.stage = text("stage");
                entity.leads = number("leads");
                entity.amount = (BigDecimal) value("amount");
                entity.ownAmount = (BigDecimal) value("own_amount");
                entity.ownWeighted = (BigDecimal) value("own_weighted");
                yield entity;
            }
            default -> throw new IllegalArgumentException("no entity for " + table);
        };
    }

    private Entities.LeadRow lead() {
        var lead = new Entities.LeadRow();
        lead.id = new Entities.LeadKey(text("tenant_id"), id("lead_id"));
        // Of an update the version stands twice: the next one first, then the one that must be there.
        int expected = columns.lastIndexOf("version");
        lead.version = (Long) java.util.Objects.requireNonNull(row.get(expected));
        lead.pipeline = text("pipeline");
        lead.pipelineVersion = (int) number("pipeline_version");
        lead.stage = text("stage");
        lead.boardKey = id("board_key");
        lead.closed = flag("closed");
        lead.stageEnteredAt = instant("stage_entered_at");
        lead.rank = text("board_rank");
        lead.source = text("source");
        lead.assignee = text("assignee");
        lead.amount = (BigDecimal) value("expected_amount");
        lead.currency = text("expected_currency");
        lead.ownWeighted = (BigDecimal) value("own_weighted");
        lead.score = (int) number("score");
        lead.band = text("band");
        lead.scoreDueAt = instant("score_due_at");
        lead.withdrawn = flag("withdrawn");
        lead.createdAt = instant("created_at");
        lead.lastActivityAt = instant("last_activity_at");
        lead.snoozedUntil = instant("snoozed_until");
        lead.searchText = text("search_text");
        lead.body = text("body");
        return lead;
    }

    private Entities.ActivityRow activity() {
        var activity = new Entities.ActivityRow();
        activity.id = new Entities.ActivityKey(
                text("tenant_id"), id("lead_id"), number("lead_version"), (int) number("ordinal"));
        activity.happenedAt = instant("happened_at");
        activity.actorKind = text("actor_kind");
        activity.actorId = text("actor_id");
        activity.onBehalfOf = text("on_behalf_of");
        activity.changeset = id("changeset_id");
        activity.causeCode = text("cause_code");
        activity.causeRef = text("cause_ref");
        activity.kind = text("kind");
        activity.detail = text("detail");
        return activity;
    }

    private @Nullable Object value(String column) {
        return row.get(columns.indexOf(column));
    }

    private @Nullable String text(String column) {
        return (String) value(column);
    }

    private @Nullable UUID id(String column) {
        return (UUID) value(column);
    }

    private @Nullable OffsetDateTime instant(String column) {
        return (OffsetDateTime) value(column);
    }

    private long number(String column) {
        return (Long) java.util.Objects.requireNonNull(value(column));
    }

    private boolean flag(String column) {
        return (Boolean) java.util.Objects.requireNonNull(value(column));
    }
}
