package dev.leadkit;

import dev.leadkit.DeskWork.Step;
import dev.leadkit.DeskWork.Task;
import dev.leadkit.bulk.BulkAction;
import dev.leadkit.bulk.BulkEdits;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.bulk.BulkRequest;
import dev.leadkit.bulk.BulkResult;
import dev.leadkit.bulk.BulkTarget;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
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
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Occupancy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The desk's work on many leads: begun, kept track of, and gone on with. */
final class DeskBulk implements BulkEdits {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;
    private final DeskWork work;
    private final int size;

    DeskBulk(Wiring wiring, TenantId tenant, Actor actor, DeskWork work) {
        this(wiring, tenant, actor, work, PORTION);
    }

    /** @param size how many leads are worked on at a time */
    DeskBulk(Wiring wiring, TenantId tenant, Actor actor, DeskWork work, int size) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
        this.work = work;
        this.size = size;
    }

    @Override
    public OperationReport run(BulkAction action, BulkTarget target, Consumer<Portion<BulkOutcome>> each) {
        BulkRequest request = new BulkRequest(action, filter(target));
        requireKeepable(request);
        boolean isKept = wiring.store().capabilities().documents() != null;
        OperationId id = new OperationId(wiring.ids().next());
        PortionWork<BulkOutcome> portions = work(request, id, isKept);
        PortionOfLeads.Source source = source(target);
        PortionOfLeads first = source.at(null);
        if (first.ids().isEmpty()) {
            return new OperationReport(null, new TreeMap<>());
        }
        long total = total(target, first);
        Operation operation = isKept ? operation(id, request, first, total) : null;
        boolean leadsKept = isKept && target instanceof BulkTarget.Ids && first.next() != null;
        if (operation != null && leadsKept) {
            operation = keepAll(operation, source, first);
        }
        var record = new OperationRecord(wiring, tenant, actor, operation, leadsKept, onceDone(request));
        return new PortionRun<>(source, portions, record, each, Map.of(), total)
                .from(first, leadsKept ? List.of() : record.first(first), false);
    }

    @Override
    public OperationReport dryRun(BulkAction action, BulkTarget target, Consumer<Portion<BulkOutcome>> each) {
        requireKeepable(new BulkRequest(action, filter(target)));
        var places = new PlacesToBe(wiring, tenant);
        Task task = rehearsed(action, places);
        if (task == null) {
            wiring.store().capabilities().requireErasure();
        }
        PortionOfLeads.Source source = source(target);
        PortionOfLeads first = source.at(null);
        if (first.ids().isEmpty()) {
            return new OperationReport(null, new TreeMap<>());
        }
        var nothing = new OperationRecord(wiring, tenant, actor, null, false, "");
        var rehearsal = new PortionRehearsal(wiring, tenant, work, task, places);
        return new PortionRun<>(source, rehearsal, nothing, each, Map.of(), total(target, first))
                .from(first, List.of(), false);
    }

    private @Nullable Task rehearsed(BulkAction action, PlacesToBe places) {
        if (action instanceof BulkAction.Transition move) {
            return work.move(
                    move.to(),
                    move.reason(),
                    (in, lead, at) -> in.decide(lead, move.to(), actor, at, places.occupancy(move.to(), lead)));
        } else if (action instanceof BulkAction.MoveTo move) {
            Pipeline target = target(move);
            return work.moveTo(target, stagesOf(move), (stage, lead) -> places.occupancy(target, stage, lead));
        }
        return task(action);
    }

    @Override
    public OperationReport resume(OperationId id, Consumer<Portion<BulkOutcome>> each) {
        OperationLog log = log();
        Operation operation = log.get(id);
        if (!operation.type().equals(Operation.BULK)) {
            throw new InvalidInputException("operation", "one of type " + Operation.BULK, operation.type());
        }
        Progress progress = operation.progress();
        if (progress.finished() && !progress.counts().isEmpty()) {
            return new OperationReport(id, progress.counts());
        }
        BulkRequest request = BulkRequest.parse(operation.request());
        long total = Objects.requireNonNullElse(progress.total(), progress.begun());
        LeadFilter filter = request.filter();
        PortionOfLeads.Source source = filter == null ? PortionOfLeads.kept(log, id, total) : matching(filter);
        var last = new PortionOfLeads(log.leads(id, progress.portion()), null, progress.next());
        var record = new OperationRecord(wiring, tenant, actor, operation, filter == null, onceDone(request));
        return new PortionRun<>(source, work(request, id, true), record, each, progress.counts(), total)
                .from(last, List.of(), true);
    }

    private OperationLog log() {
        return new OperationLog(wiring.store(), tenant, () -> wiring.changeset(tenant, actor));
    }

    /** Where it is kept, it must read back as it is. */
    private static void requireKeepable(BulkRequest request) {
        if (!request.canBeKept()) {
            throw new InvalidInputException(
                    "bulk", "texts without control characters but line breaks and tabs", "one with another");
        }
    }

    private static @Nullable LeadFilter filter(BulkTarget target) {
        return target instanceof BulkTarget.Matching matching ? matching.filter() : null;
    }

    private PortionOfLeads.Source source(BulkTarget target) {
        return target instanceof BulkTarget.Matching matching
                ? matching(matching.filter())
                : PortionOfLeads.of(((BulkTarget.Ids) target).ids(), size);
    }

    private PortionOfLeads.Source matching(LeadFilter filter) {
        return PortionOfLeads.matching(wiring.store(), tenant, filter, Math.min(size, PageRequest.MAX_LIMIT));
    }

    private long total(BulkTarget target, PortionOfLeads first) {
        if (target instanceof BulkTarget.Ids some) {
            return some.ids().size();
        }
        if (first.next() == null) {
            return first.ids().size();
        }
        BoardQuery counts =
                BoardQuery.of(((BulkTarget.Matching) target).filter()).cards(0);
        return wiring.store().board(tenant, counts).columns().stream()
                .mapToLong(Board.Column::count)
                .sum();
    }

    private Operation operation(OperationId id, BulkRequest request, PortionOfLeads first, long total) {
        Progress progress = Progress.first(first.next(), first.ids().size(), total);
        return new Operation(id, Operation.BULK, request.toJson(), wiring.now(), actor, progress, 0);
    }

    /** A filter may hold what somebody searched for, and is of no more use once its leads are known by their ids. */
    private static String onceDone(BulkRequest request) {
        return new BulkRequest(request.action(), null).toJson();
    }

    /** Keeps the leads of all portions before the first is begun: nobody else knows them. */
    private Operation keepAll(Operation operation, PortionOfLeads.Source source, PortionOfLeads first) {
        ChangesetBuilder unit = wiring.changeset(tenant, actor);
        Operation kept = OperationLog.write(unit, operation, first.ids());
        wiring.store().commit(unit.build());
        int number = 0;
        for (String next = first.next(); next != null; ) {
            PortionOfLeads portion = source.at(next);
            ChangesetBuilder more = wiring.changeset(tenant, actor);
            OperationLog.writePortion(more, operation.id(), ++number, portion.ids());
            wiring.store().commit(more.build());
            next = portion.next();
        }
        return kept;
    }

    private PortionWork<BulkOutcome> work(BulkRequest request, OperationId id, boolean isKept) {
        if (request.action() instanceof BulkAction.Erase erase) {
            return new PortionErasure(wiring, tenant, actor, erase.cause(), request.filter(), id);
        }
        OperationId kept = isKept ? id : null;
        DeskMoves moves = moves(kept);
        if (request.action() instanceof BulkAction.Transition move && moves.isInTurn(move.to())) {
            return new BulkInTurn(wiring, tenant, lead -> moves.attempt(lead, move.to(), move.reason()), kept);
        }
        if (request.action() instanceof BulkAction.MoveTo move && isInTurn(move)) {
            Pipeline target = target(move);
            return new BulkInTurn(wiring, tenant, lead -> moves.attemptTo(lead, target, stagesOf(move)), kept);
        }
        Task task = Objects.requireNonNull(task(request.action()));
        boolean repeats =
                !(request.action() instanceof BulkAction.Transition || request.action() instanceof BulkAction.MoveTo);
        return (portion, unit, again) -> {
            var order = new BulkDecider.Order(task, request.filter(), kept, again);
            var decider = new BulkDecider(wiring, tenant, actor, work, order);
            var edit = new PortionCommit<>(wiring, tenant, portion, unit, decider);
            return repeats ? edit.untilNobodyIsFaster() : edit.once();
        };
    }

    private boolean isInTurn(BulkAction.MoveTo move) {
        var limits = new StageLimits(wiring, tenant, target(move));
        return move.stages().values().stream().anyMatch(limits::isHard);
    }

    private Pipeline target(BulkAction.MoveTo move) {
        return wiring.pipelines().get(tenant, move.pipeline()).current();
    }

    private static Function<Lead, Optional<String>> stagesOf(BulkAction.MoveTo move) {
        return lead -> Optional.ofNullable(move.stages().get(lead.stage()));
    }

    private DeskMoves moves(@Nullable OperationId kept) {
        return kept == null
                ? new DeskMoves(wiring, tenant, actor)
                : new DeskMoves(
                        wiring,
                        tenant,
                        actor,
                        new Cause(Cause.OPERATION, kept.toString()),
                        lead -> wiring.changeset(kept.changeset(lead), tenant, actor));
    }

    /** What is asked of each lead; absent when it is to be erased, which is no change of it. */
    private @Nullable Task task(BulkAction action) {
        if (action instanceof BulkAction.Transition move) {
            return work.transition(move.to(), move.reason());
        } else if (action instanceof BulkAction.MoveTo move) {
            return work.moveTo(target(move), stagesOf(move), (stage, lead) -> Occupancy.UNKNOWN);
        } else if (action instanceof BulkAction.Assign assign) {
            return work.assign(assign.user());
        } else if (action instanceof BulkAction.Tag tag) {
            return work.tag(tag.tag());
        } else if (action instanceof BulkAction.Untag untag) {
            return work.untag(untag.tag());
        } else if (action instanceof BulkAction.Note note) {
            return work.note(note.text());
        } else if (action instanceof BulkAction.Edit edit) {
            return (before, now) -> edited(update(edit, now), before, now);
        }
        return null;
    }

    private Step edited(LeadUpdate update, Lead before, Instant now) {
        List<Refusal> forbidden = wiring.forbidden(update);
        return forbidden.isEmpty()
                ? work.update(update).on(before, now)
                : new Step.Refused(new Decision.Refused(before.stage(), forbidden));
    }

    /** A snooze that is past, as in an operation that is resumed later, is over. */
    private static LeadUpdate update(BulkAction.Edit edit, Instant now) {
        LeadUpdate update = LeadUpdate.begin();
        update = edit.company() == null ? update : update.company(edit.company());
        update = edit.location() == null ? update : update.location(edit.location());
        update = edit.expectedAmount() == null ? update : update.expecting(edit.expectedAmount());
        update = edit.probability() == null ? update : update.probability(edit.probability());
        update = edit.snoozedUntil() == null || !edit.snoozedUntil().isAfter(now)
                ? update
                : update.snooze(edit.snoozedUntil());
        for (String field : edit.cleared()) {
            update = update.clear(field);
        }
        return update;
    }

    @Override
    public BulkResult transition(Collection<LeadId> ids, String to, @Nullable String reason) {
        return collected(BulkAction.transition(to, reason), ids);
    }

    @Override
    public BulkResult assign(Collection<LeadId> ids, @Nullable String user) {
        return collected(BulkAction.assign(user), ids);
    }

    @Override
    public BulkResult tag(Collection<LeadId> ids, String tag) {
        return collected(BulkAction.tag(tag), ids);
    }

    @Override
    public BulkResult untag(Collection<LeadId> ids, String tag) {
        return collected(BulkAction.untag(tag), ids);
    }

    private BulkResult collected(BulkAction action, Collection<LeadId> ids) {
        Map<LeadId, BulkOutcome> outcomes = new LinkedHashMap<>();
        OperationReport report = run(action, BulkTarget.of(ids), portion -> outcomes.putAll(portion.outcomes()));
        return new BulkResult(report.operation(), outcomes);
    }
}
