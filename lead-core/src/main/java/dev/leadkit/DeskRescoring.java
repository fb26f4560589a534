package dev.leadkit;

import dev.leadkit.bulk.FilterJson;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.Operation;
import dev.leadkit.operation.Operation.Progress;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationLog;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.operation.Portion;
import dev.leadkit.score.BandTable;
import dev.leadkit.score.RescoreForecast;
import dev.leadkit.score.RescoreOutcome;
import dev.leadkit.score.RescoredDue;
import dev.leadkit.score.Rescoring;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.Page;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings stored scores up to date: those that time has changed, or all that pass a filter. */
final class DeskRescoring implements Rescoring {
    private static final int PORTION = 200;

    private final Wiring wiring;
    private final DeskGate gate;
    private final TenantId tenant;
    private final Actor actor;
    private final int size;

    DeskRescoring(Wiring wiring, DeskGate gate, TenantId tenant, Actor actor) {
        this(wiring, gate, tenant, actor, PORTION);
    }

    /** @param size how many leads are read and written at a time */
    DeskRescoring(Wiring wiring, DeskGate gate, TenantId tenant, Actor actor, int size) {
        this.wiring = wiring;
        this.gate = gate;
        this.tenant = tenant;
        this.actor = actor;
        this.size = size;
    }

    /** What is passed over stays in front, so that each call looks at it again, and goes on behind it. */
    RescoredDue due(int limit) {
        if (limit < 1) {
            throw new InvalidInputException("limit", "1 or more", Integer.toString(limit));
        }
        Instant now = wiring.now();
        var counts = new DueCounts();
        if (wiring.scorers().find(tenant, now).isEmpty()) {
            return counts.result(false);
        }
        String cursor = null;
        do {
            LeadQuery query =
                    LeadQuery.all().sortedBy(Sort.SCORE_DUE).limit((int) Math.min(size, limit - counts.written()));
            // By the host's own store: the order tells something of scores, which a plan may hide and the work does not
            // tell.
            Page<Lead> page = wiring.everyLead().list(tenant, cursor == null ? query : query.after(cursor));
            List<Lead> due =
                    page.items().stream().filter(lead -> isDue(lead, now)).toList();
            counts.add(write(due));
            cursor = due.size() < page.items().size() ? null : page.next();
        } while (cursor != null && counts.written() < limit);
        return counts.result(cursor != null);
    }

    private static boolean isDue(Lead lead, Instant now) {
        Instant due = lead.scoreDueAt();
        return due != null && !due.isAfter(now);
    }

    private Written write(List<Lead> due) {
        var decider = RescoreDecider.ofDue(wiring, tenant, actor);
        var portion = new PortionOfLeads(
                due.stream().map(Lead::id).toList(),
                due.stream().collect(Collectors.toMap(Lead::id, lead -> lead)),
                null);
        return new Written(
                new PortionCommit<>(wiring, tenant, portion, List.of(), decider).untilNobodyIsFaster(), decider);
    }

    /** What became of a portion. */
    private record Written(Map<LeadId, RescoreOutcome> outcomes, RescoreDecider decider) {}

    /** What became of all portions so far. */
    private static final class DueCounts {
        private long changed;
        private long bandChanges;
        private long renewed;
        private long left;

        void add(Written written) {
            written.outcomes()
                    .forEach((id, outcome) ->
                            add(outcome, written.decider().decided(id).orElse(null)));
        }

        private void add(RescoreOutcome outcome, DeskWork.@Nullable Unit unit) {
            switch (outcome) {
                case CHANGED -> {
                    changed++;
                    bandChanges += unit != null && changesBand(unit) ? 1 : 0;
                }
                case RENEWED -> renewed++;
                case STALE, REFUSED, UNSCORED, FAILED -> left++;
                case UNCHANGED, CLOSED, GONE -> {}
            }
        }

        private static boolean changesBand(DeskWork.Unit unit) {
            String before = Objects.requireNonNull(unit.before().score()).band();
            return !before.equals(Objects.requireNonNull(unit.lead().score()).band());
        }

        long written() {
            return changed + renewed;
        }

        RescoredDue result(boolean more) {
            return new RescoredDue(changed, bandChanges, renewed, left, more);
        }
    }

    @Override
    public OperationReport run(LeadFilter filter, Predicate<Portion<RescoreOutcome>> goOn) {
        if (!FilterJson.canBeKept(filter)) {
            throw new InvalidInputException(
                    "filter", "texts without control characters but line breaks and tabs", "one with another");
        }
        long total = total(filter);
        var progress = new Progress(0, null, 0, total, new TreeMap<>(), false);
        boolean isKept = wiring.store().capabilities().documents() != null;
        Operation begun = isKept
                ? keep(new Operation(
                        new OperationId(wiring.ids().next()),
                        Operation.RESCORING,
                        FilterJson.write(filter),
                        wiring.now(),
                        actor,
                        progress,
                        0))
                : null;
        return go(begun, progress, filter, false, goOn);
    }

    @Override
    public OperationReport resume(OperationId id, Predicate<Portion<RescoreOutcome>> goOn) {
        Operation operation = log().get(id);
        if (!operation.type().equals(Operation.RESCORING)) {
            throw new InvalidInputException("operation", "one of type " + Operation.RESCORING, operation.type());
        }
        Progress progress = operation.progress();
        return progress.finished()
                ? new OperationReport(id, progress.counts())
                : go(operation, progress, FilterJson.parse(operation.request()), true, goOn);
    }

    /**
     * Goes through the portions behind a place. How far it came is written when a portion is, so what is kept is done; a
     * portion that was written by a process that ended before that is decided again.
     */
    private OperationReport go(
            @Nullable Operation begun,
            Progress from,
            LeadFilter filter,
            boolean again,
            Predicate<Portion<RescoreOutcome>> goOn) {
        PortionOfLeads.Source source = PortionOfLeads.matching(wiring.store(), tenant, filter, size);
        Operation operation = begun;
        OperationId id = begun == null ? null : begun.id();
        Progress progress = from;
        boolean inDoubt = again;
        boolean goes = true;
        while (!progress.finished() && goes) {
            PortionOfLeads portion = source.at(progress.next());
            var decider = RescoreDecider.ofAll(wiring, tenant, actor, id, inDoubt);
            Map<LeadId, RescoreOutcome> outcomes =
                    new PortionCommit<>(wiring, tenant, portion, List.of(), decider).untilNobodyIsFaster();
            progress = after(progress, portion, outcomes);
            if (operation != null) {
                Operation next = operation.with(progress);
                // A filter may hold what somebody searched for, and is of no more use at the end.
                operation = keep(progress.finished() ? next.asking(FilterJson.write(LeadFilter.all())) : next);
            }
            inDoubt = false;
            goes = goOn.test(told(id, portion, outcomes, progress));
        }
        return new OperationReport(id, progress.counts());
    }

    private static Progress after(Progress before, PortionOfLeads portion, Map<LeadId, RescoreOutcome> outcomes) {
        SortedMap<String, Long> counts = new TreeMap<>(before.counts());
        outcomes.values().forEach(outcome -> counts.merge(outcome.code(), 1L, Long::sum));
        return new Progress(
                before.begun() == 0 ? 0 : before.portion() + 1,
                portion.next(),
                before.begun() + portion.ids().size(),
                before.total(),
                counts,
                portion.next() == null);
    }

    private static Portion<RescoreOutcome> told(
            @Nullable OperationId id, PortionOfLeads portion, Map<LeadId, RescoreOutcome> outcomes, Progress progress) {
        Map<LeadId, RescoreOutcome> inOrder = new LinkedHashMap<>();
        portion.ids().forEach(lead -> inOrder.put(lead, Objects.requireNonNull(outcomes.get(lead))));
        long total = Objects.requireNonNullElse(progress.total(), progress.begun());
        return new Portion<>(id, inOrder, progress.begun(), total);
    }

    private Operation keep(Operation operation) {
        ChangesetBuilder unit = wiring.changeset(tenant, actor);
        Operation kept = OperationLog.write(unit, operation);
        wiring.store().commit(unit.build());
        return kept;
    }

    private OperationLog log() {
        return new OperationLog(wiring.store(), tenant, () -> wiring.changeset(tenant, actor));
    }

    private long total(LeadFilter filter) {
        return wiring.store().board(tenant, BoardQuery.of(filter).cards(0)).columns().stream()
                .mapToLong(Board.Column::count)
                .sum();
    }

    @Override
    public RescoreForecast dryRun(LeadFilter filter) {
        gate.requireScores();
        SortedMap<String, Long> counts = new TreeMap<>();
        var bands = new BandTable();
        PortionOfLeads.Source source = PortionOfLeads.matching(wiring.store(), tenant, filter, size);
        String place = null;
        do {
            PortionOfLeads portion = source.at(place);
            var decider = RescoreDecider.ofAll(wiring, tenant, actor, null, false);
            Instant now = wiring.now();
            portion.stored(wiring.store(), tenant).values().forEach(lead -> {
                RescoreOutcome outcome = decider.decide(lead, now, true).outcome();
                counts.merge(outcome.code(), 1L, Long::sum);
                Lead after = decider.decided(lead.id()).map(DeskWork.Unit::lead).orElse(lead);
                if (!lead.closed() && after.score() != null) {
                    bands.add(lead.score(), after.score());
                }
            });
            place = portion.next();
        } while (place != null);
        return new RescoreForecast(counts, bands.bands(), bands.meanDifference());
    }
}
