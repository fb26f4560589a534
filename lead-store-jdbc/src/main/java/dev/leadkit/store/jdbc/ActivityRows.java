package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Cursors;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The table of activities: its statements, and between it and the timeline. */
final class ActivityRows {
    private static final String INSERT = """
        INSERT INTO leadkit_activity (
            tenant_id, lead_id, lead_version, ordinal, happened_at, actor_kind, actor_id, on_behalf_of,
            changeset_id, cause_code, cause_ref, kind, detail)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private static final List<String> COLUMNS = List.of(
            "lead_version",
            "ordinal",
            "happened_at",
            "actor_kind",
            "actor_id",
            "on_behalf_of",
            "changeset_id",
            "cause_code",
            "cause_ref",
            "kind",
            "detail");

    private static final String LIST_VERSION = """
        SELECT lead_id, %s
        FROM leadkit_activity
        WHERE tenant_id = ? AND lead_id = ? AND lead_version = ?
        """.formatted(columns());

    private static final String LIST_AFTER = """
        SELECT %s
        FROM leadkit_activity
        WHERE tenant_id = ? AND lead_id = ?
            AND lead_version >= ? AND (lead_version > ? OR ordinal > ?)
        ORDER BY tenant_id, lead_id, lead_version, ordinal
        LIMIT ?
        """.formatted(columns());

    private static final String LIST_OF_CHANGESET = """
        SELECT lead_id, %s
        FROM leadkit_activity
        WHERE tenant_id = ? AND changeset_id = ?
        """.formatted(columns());

    private static final String DELETE = """
        DELETE FROM leadkit_activity
        WHERE tenant_id = ? AND lead_id = ?
        """;

    private ActivityRows() {}

    static void write(Writes writes, TenantId tenant, List<Activity> activities) throws SQLException {
        writes.insert(INSERT, activities, (to, activity) -> {
            Actor actor = activity.actor();
            Cause cause = activity.cause();
            to.text(tenant.value())
                    .id(activity.lead().value())
                    .number(activity.version())
                    .number(activity.index())
                    .instant(activity.at())
                    .text(actor.kind().name())
                    .text(actor.id())
                    .text(actor.onBehalfOf())
                    .id(activity.changeset().value())
                    .text(cause == null ? null : cause.code())
                    .text(cause == null ? null : cause.ref())
                    .text(ChangeJson.kind(activity.change()))
                    .text(ChangeJson.write(activity.change(), activity.trace()));
        });
    }

    /** What a changeset did, by lead, version and place; each database has ids in an order of its own. */
    static List<Activity> of(Statements statements, TenantId tenant, ChangesetId changeset) throws SQLException {
        List<Activity> found = statements.list(
                LIST_OF_CHANGESET,
                to -> to.text(tenant.value()).id(changeset.value()),
                from -> read(from, new LeadId(from.id())));
        found.sort(Comparator.comparing(Activity::lead)
                .thenComparing(Activity::version)
                .thenComparing(Activity::index));
        return found;
    }

    /** Removes whole timelines and gives the number of their entries. */
    static int erase(Statements statements, TenantId tenant, List<LeadId> leads) throws SQLException {
        int[] erased = statements.batch(
                DELETE, leads, (to, lead) -> to.text(tenant.value()).id(lead.value()));
        return Arrays.stream(erased).sum();
    }

    /** A place in a timeline. */
    private record Position(long version, int index) {
        static final Position START = new Position(0, -1);

        static Position parse(List<String> parts) {
            try {
                return new Position(Long.parseLong(parts.get(0)), Integer.parseInt(parts.get(1)));
            } catch (NumberFormatException forged) {
                throw new InvalidInputException("cursor", "the cursor that the page before gave", "another text");
            }
        }
    }

    /** A page of a timeline, oldest first. */
    static Page<Activity> list(JdbcSession session, TenantId tenant, LeadId lead, PageRequest page) {
        List<Object> question = List.of("timeline", tenant, lead);
        String cursor = page.cursor();
        Position after = cursor == null ? Position.START : Position.parse(Cursors.decode(question, cursor, 2));
        List<Activity> found = Retry.run(() -> session.statement(statements -> statements.list(
                LIST_AFTER,
                to -> to.text(tenant.value())
                        .id(lead.value())
                        .number(after.version())
                        .number(after.version())
                        .number(after.index())
                        .number(page.limit() + 1L),
                from -> read(from, lead))));
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        Activity last = found.get(page.limit() - 1);
        List<String> position = List.of(Long.toString(last.version()), Integer.toString(last.index()));
        return new Page<>(found.subList(0, page.limit()), Cursors.encode(question, position));
    }

    /**
     * The activities of so many versions of leads, in no order. One SELECT each, since H2 looks up the pairs of an IN among
     * all rows of the tenant.
     */
    static String ofVersions(int count) {
        return String.join("UNION ALL\n", Collections.nCopies(count, LIST_VERSION));
    }

    /** The columns that {@link #read} reads. */
    private static String columns() {
        return String.join(", ", COLUMNS);
    }

    static Activity read(Columns from, LeadId lead) throws SQLException {
        long version = from.number();
        int index = from.integer();
        Instant at = from.instant();
        var actor = new Actor(Actor.Kind.valueOf(from.text()), from.text(), from.optionalText());
        var changeset = new ChangesetId(from.id());
        String causeCode = from.optionalText();
        String causeRef = from.optionalText();
        Cause cause = causeCode == null || causeRef == null ? null : new Cause(causeCode, causeRef);
        String kind = from.text();
        ChangeJson.Told told = ChangeJson.read(kind, from.text());
        return new Activity(lead, version, index, at, actor, changeset, cause, told.change(), told.trace());
    }
}
