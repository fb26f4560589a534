package dev.leadkit;

import dev.leadkit.DeskWork.Step;
import dev.leadkit.DeskWork.Task;
import dev.leadkit.DeskWork.Unit;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.OperationId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.StaleLeadException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Edits the leads of one portion: one read and one commit, whose outcomes are each lead's own. Used once. */
final class PortionEdit {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;
    private final DeskWork work;
    private final Order order;
    private final Map<LeadId, BulkOutcome> outcomes = new HashMap<>();
    private final List<CommitOutcome> recorded = new ArrayList<>();
    private List<Changeset> record;
    private Collection<LeadId> pending;
    private @Nullable Map<LeadId, Lead> read;

    /**
     * What is done, and when it is not.
     *
     * @param task what is asked of each lead
     * @param filter which each lead must still pass when it is decided upon once more; absent when any will do
     * @param operation which does each lead once; absent when nothing is kept of it
     * @param again whether some of it may be done already
     */
    record Order(
            Task task,
            @Nullable LeadFilter filter,
            @Nullable OperationId operation,
            boolean again) {}

    PortionEdit(
            Wiring wiring,
            TenantId tenant,
            Actor actor,
            DeskWork work,
            PortionOfLeads portion,
            List<Changeset> record,
            Order order) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
        this.work = work;
        this.order = order;
        this.record = record;
        this.pending = portion.ids();
        this.read = portion.read();
    }

    Map<LeadId, BulkOutcome> once() {
        commit(decided());
        return told();
    }

    /** What met a conflict is read and decided again, as often as a single edit would be. */
    Map<LeadId, BulkOutcome> untilNobodyIsFaster() {
        try {
            return Optimistic.retry(() -> {
                List<ConflictException> conflicts = commit(decided());
                if (!conflicts.isEmpty()) {
                    throw worthAnotherAttempt(conflicts);
                }
                return outcomes;
            });
        } catch (ConflictException last) {
            // Each that is pending has its last conflict.
        }
        return told();
    }

    /** @throws ConflictException if somebody else has gone on with the same operation */
    private Map<LeadId, BulkOutcome> told() {
        recorded.forEach(CommitOutcome::orThrow);
        return outcomes;
    }

    private List<Unit> decided() {
        Map<LeadId, Lead> fresh = read;
        Map<LeadId, Lead> stored = fresh == null ? stored() : fresh;
        read = null;
        Instant now = wiring.now();
        List<Unit> units = new ArrayList<>();
        for (LeadId id : pending) {
            Lead lead = stored.get(id);
            if (lead == null) {
                outcomes.put(id, new BulkOutcome.NotFound());
            } else if (fresh == null && order.filter() != null && !order.filter().matches(lead)) {
                outcomes.put(id, orApplied(lead, new BulkOutcome.Unmatched(lead)));
            } else {
                decide(lead, now).ifPresent(units::add);
            }
        }
        return units;
    }

    private Map<LeadId, Lead> stored() {
        Map<LeadId, Lead> stored = new HashMap<>();
        wiring.store().findAll(tenant, pending).forEach(lead -> stored.put(lead.id(), lead));
        return stored;
    }

    private Optional<Unit> decide(Lead lead, Instant now) {
        Step step = order.task().decide(lead, now);
        if (step instanceof Step.Next next) {
            return Optional.of(unit(next));
        }
        outcomes.put(lead.id(), orApplied(lead, unwritten(step, lead)));
        return Optional.empty();
    }

    private Unit unit(Step.Next next) {
        OperationId operation = order.operation();
        if (operation == null) {
            return work.unit(next);
        }
        return work.unit(
                next,
                wiring.changeset(operation.changeset(next.before().id()), tenant, actor),
                new Cause(Cause.OPERATION, operation.toString()));
    }

    /** A lead to which it was done before may well be such that there is nothing to do. */
    private BulkOutcome orApplied(Lead lead, BulkOutcome otherwise) {
        OperationId operation = order.operation();
        boolean done = order.again()
                && operation != null
                && !wiring.store()
                        .activities(tenant, operation.changeset(lead.id()))
                        .isEmpty();
        return done ? new BulkOutcome.Applied(lead) : otherwise;
    }

    static BulkOutcome unwritten(Step step, Lead lead) {
        if (step instanceof Step.Refused refused) {
            return new BulkOutcome.Refused(refused.decision().refusals());
        }
        return step instanceof Step.Merged merged
                ? new BulkOutcome.Merged(merged.survivor())
                : new BulkOutcome.Unchanged(lead);
    }

    /** Afterwards those are pending that met a conflict. */
    private List<ConflictException> commit(List<Unit> units) {
        pending = new ArrayList<>();
        List<Changeset> changesets = new ArrayList<>(record);
        units.forEach(unit -> changesets.add(unit.changeset()));
        if (changesets.isEmpty()) {
            return List.of();
        }
        List<CommitOutcome> committed = wiring.store().commitAll(changesets);
        int before = record.size();
        recorded.addAll(committed.subList(0, before));
        record = List.of();
        List<ConflictException> conflicts = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            if (committed.get(before + i) instanceof CommitOutcome.Conflicted conflicted) {
                outcomes.put(unit.lead().id(), outcome(conflicted.conflict()));
                conflicts.add(conflicted.conflict());
                pending.add(unit.lead().id());
            } else {
                outcomes.put(unit.lead().id(), applied(unit, committed.get(before + i)));
            }
        }
        return conflicts;
    }

    /** What was done before is in the lead that was read. */
    private BulkOutcome applied(Unit unit, CommitOutcome committed) {
        boolean before = order.again() && committed.orThrow().repeated();
        return new BulkOutcome.Applied(before ? unit.before() : unit.lead());
    }

    /** What is taken usually stays so; who was faster is usually done. */
    private static ConflictException worthAnotherAttempt(List<ConflictException> conflicts) {
        return conflicts.stream()
                .filter(conflict -> !(conflict instanceof IdentityTakenException))
                .findFirst()
                .orElse(conflicts.get(0));
    }

    private static BulkOutcome outcome(ConflictException conflict) {
        if (conflict instanceof StaleLeadException stale) {
            return new BulkOutcome.Stale(stale.expected(), stale.found());
        }
        if (conflict instanceof IdentityTakenException taken) {
            return new BulkOutcome.Taken(taken.holder());
        }
        throw conflict; // of a conversation, and none is written here
    }
}
