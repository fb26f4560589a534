package dev.leadkit.store.jdbc;

import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.TimeRange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a filter asks of a lead {@code l}, as conditions that begin with AND. With those of its {@link Lookup}s, they
 * mean the same as {@link LeadFilter#matches}.
 */
final class LeadConditions {
    /** The UTF-8 bytes that a text must have fewer of to be in its {@code _head} column whole. */
    private static final int HEAD = 64;

    private final Fragment sql;
    private final LeadFilter filter;

    private LeadConditions(String begin, LeadFilter filter) {
        this.sql = new Fragment(begin);
        this.filter = filter;
    }

    private static LeadConditions notWithdrawn(LeadFilter filter) {
        return new LeadConditions("    AND l.withdrawn = FALSE\n", filter);
    }

    /** All conditions but those of the lookups. */
    static Fragment of(LeadFilter filter) {
        var conditions = notWithdrawn(filter);
        conditions.equal("l.pipeline", filter.pipeline());
        conditions.oneOf("l.stage", filter.stages());
        return conditions.addAll(false).sql;
    }

    /**
     * The same by what the covering index has. It knows a column of the board by its key alone, so a pipeline without
     * stages, or stages without a pipeline, are for {@link BoardSql#sums} to ask for.
     */
    static Fragment covered(LeadFilter filter) {
        var conditions = notWithdrawn(filter);
        List<UUID> keys = boardKeys(filter);
        if (!keys.isEmpty()) {
            conditions.sql.add(
                    "    AND l.board_key IN (%s)\n".formatted(Statements.placeholders(keys.size())),
                    to -> to.ids(keys));
        }
        return conditions.addAll(filter.pipeline() != null).sql;
    }

    /** The keys of the columns that a filter names; none unless it names its pipeline and stages. */
    static List<UUID> boardKeys(LeadFilter filter) {
        String pipeline = filter.pipeline();
        return pipeline == null
                ? List.of()
                : filter.stages().stream()
                        .map(stage -> HashKey.of(pipeline, stage))
                        .toList();
    }

    /** Whether a text is in its {@code _head} column whole, so that the column tells it from all others. */
    static boolean isWithinHead(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length < HEAD;
    }

    private LeadConditions addAll(boolean byBoardKey) {
        headed("l.source", filter.sources());
        noneOf(filter.tags().none());
        headed("l.assignee", set(filter.assignee()));
        if (filter.unassigned()) {
            sql.add("    AND l.assignee_head IS NULL\n");
        }
        during("l.created_at", filter.created());
        during("l.last_activity_at", filter.lastActivity());
        scored(filter.score().min(), filter.score().max());
        headed("l.band", set(filter.band()));
        Map<String, Instant> stale = filter.stale();
        if (stale != null) {
            stale(stale, byBoardKey);
        }
        snoozed(filter.snooze());
        anyOf(filter.anyOf());
        return this;
    }

    /** A lead without a snooze counts as one whose snooze ended before all time. */
    private void snoozed(TimeRange range) {
        Instant from = range.from();
        Instant before = range.before();
        if (from != null) {
            during("l.snoozed_until", range);
        } else if (before != null) {
            sql.add("    AND (l.snoozed_until IS NULL OR l.snoozed_until < ?)\n", to -> to.instant(before));
        }
    }

    private void equal(String column, @Nullable String value) {
        if (value != null) {
            sql.add("    AND %s = ?\n".formatted(column), to -> to.text(value));
        }
    }

    private void oneOf(String column, Collection<String> values) {
        if (values.size() == 1) {
            equal(column, values.iterator().next());
        } else if (!values.isEmpty()) {
            sql.add(
                    "    AND %s IN (%s)\n".formatted(column, Statements.placeholders(values.size())),
                    to -> to.texts(values));
        }
    }

    private void headed(String column, Collection<String> values) {
        oneOf(values.stream().allMatch(LeadConditions::isWithinHead) ? column + "_head" : column, values);
    }

    private void during(String column, TimeRange range) {
        Instant from = range.from();
        if (from != null) {
            sql.add("    AND %s >= ?\n".formatted(column), to -> to.instant(from));
        }
        Instant before = range.before();
        if (before != null) {
            sql.add("    AND %s < ?\n".formatted(column), to -> to.instant(before));
        }
    }

    /** A lead without a score has -1, which is below every least and must not be below a most. */
    private void scored(@Nullable Integer min, @Nullable Integer max) {
        if (min != null || max != null) {
            int least = min == null ? 0 : min;
            sql.add("    AND l.score >= ?\n", to -> to.number(least));
        }
        if (max != null) {
            sql.add("    AND l.score <= ?\n", to -> to.number(max));
        }
    }

    private void noneOf(Collection<String> tags) {
        for (String tag : tags) {
            sql.add("    AND NOT EXISTS (SELECT 1\n").add(Lookup.tagOfLead(tag)).add(")\n");
        }
    }

    private void stale(Map<String, Instant> thresholds, boolean byBoardKey) {
        List<String> each = new ArrayList<>();
        thresholds.forEach((stage, threshold) ->
                each.add("%s = ? AND l.last_activity_at <= ?".formatted(byBoardKey ? "l.board_key" : "l.stage")));
        if (each.isEmpty()) {
            sql.add("    AND 1 = 0\n");
            return;
        }
        sql.add("    AND (%s)\n".formatted(String.join(" OR ", each)), to -> {
            for (var threshold : thresholds.entrySet()) {
                if (byBoardKey && filter.pipeline() != null) {
                    to.id(HashKey.of(filter.pipeline(), threshold.getKey()));
                } else {
                    to.text(threshold.getKey());
                }
                to.instant(threshold.getValue());
            }
        });
    }

    /** Each with all of its conditions, for which there are no lookups. */
    private void anyOf(List<LeadFilter> filters) {
        String before = "    AND (";
        for (LeadFilter each : filters) {
            var conditions = new LeadConditions("1 = 1\n", each);
            conditions.equal("l.pipeline", each.pipeline());
            conditions.oneOf("l.stage", each.stages());
            conditions.addAll(false);
            each.tags().all().forEach(tag -> conditions.sql.add(Lookup.hasAny(Set.of(tag))));
            if (!each.tags().any().isEmpty()) {
                conditions.sql.add(Lookup.hasAny(each.tags().any()));
            }
            sql.add(before).add(conditions.sql);
            before = "    OR ";
        }
        sql.add(filters.isEmpty() ? "" : "    )\n");
    }

    private static Set<String> set(@Nullable String value) {
        return value == null ? Set.of() : Set.of(value);
    }
}
