package dev.leadkit;

import dev.leadkit.DeskWork.Unit;
import dev.leadkit.PortionCommit.Choice;
import dev.leadkit.PortionCommit.Decided;
import dev.leadkit.PortionCommit.Unwritten;
import dev.leadkit.PortionCommit.Waiting;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.ChangesetId;
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
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.Optimistic;
import dev.leadkit.undo.KeptChange;
import dev.leadkit.undo.UndoOutcome;
import dev.leadkit.undo.UndoResult;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Undoes what was done, as the desk's actor: one changeset, or an operation on many leads. */
final class DeskUndo {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;

    DeskUndo(Wiring wiring, TenantId tenant, Actor actor) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
    }

    UndoResult undo(ChangesetId changeset) {
        List<Activity> done = wiring.store().activities(tenant, changeset);
        Optional<Activity> merge = done.stream().filter(UndoOfMerge::isOf).findFirst();
        if (merge.isPresent()) {
            return new UndoOfMerge(wiring, tenant, actor, changeset, merge.get()).undo();
        }
        SortedSet<LeadId> leads = new TreeSet<>();
        done.forEach(activity -> leads.add(activity.lead()));
        return Optimistic.retry(() -> undo(changeset, leads));
    }

    /** All leads at once, as they were changed. */
    private UndoResult undo(ChangesetId changeset, SortedSet<LeadId> leads) {
        ChangesetBuilder unit = wiring.changeset(tenant, actor);
        var each = new UndoOfLead(wiring, tenant, actor);
        Instant now = wiring.now();
        Map<LeadId, UndoOutcome> outcomes = new LinkedHashMap<>();
        for (LeadId id : leads) {
            Optional<Lead> lead = wiring.store().find(tenant, id);
            outcomes.put(
                    id, lead.map(its -> each.add(unit, its, changeset, now)).orElseGet(() -> absent(id)));
        }
        Changeset undo = unit.build();
        if (undo.leads().isEmpty()) {
            return new UndoResult(null, outcomes);
        }
        wiring.store().commit(undo);
        return new UndoResult(undo.id(), outcomes);
    }

    private UndoOutcome absent(LeadId id) {
        return wiring.everyLead().find(tenant, id).isPresent() ? new UndoOutcome.NotSeen() : new UndoOutcome.Erased();
    }

    OperationReport undo(OperationId id, Consumer<Portion<UndoOutcome>> each) {
        var log = new OperationLog(wiring.store(), tenant, () -> wiring.changeset(tenant, actor));
        Operation undone = log.get(id);
        if (undone.type().equals(Operation.RESCORING)) {
            throw new InvalidInputException("operation", "one that can be undone", undone.type());
        }
        Progress progress = undone.progress();
        PortionOfLeads.Source source =
                PortionOfLeads.numbered(portion -> log.leads(id, portion), progress.portion() + 1);
        PortionOfLeads first = source.at(null);
        var undo = new Operation(
                new OperationId(wiring.ids().next()),
                Operation.UNDO,
                id.toString(),
                wiring.now(),
                actor,
                Progress.first(first.next(), first.ids().size(), progress.begun()),
                0);
        var record = new OperationRecord(wiring, tenant, actor, undo, true, undo.request());
        PortionWork<UndoOutcome> work = (portion, unit, again) -> new PortionCommit<>(
                        wiring, tenant, portion, unit, new OfOperation(id, undo.id()))
                .untilNobodyIsFaster();
        return new PortionRun<>(source, work, record, each, Map.of(), progress.begun())
                .from(first, record.first(first), false);
    }

    /** Undoes for each lead what an operation did to it. */
    private final class OfOperation implements PortionCommit.Decider<UndoOutcome> {
        private final OperationId undone;
        private final OperationId undo;
        private final QuotaLeft quotas = wiring.quotaLeft();

        OfOperation(OperationId undone, OperationId undo) {
            this.undone = undone;
            this.undo = undo;
        }

        @Override
        public void begin() {
            quotas.forget();
        }

        @Override
        public Choice<UndoOutcome> decide(Lead lead, Instant now, boolean fresh) {
            ChangesetBuilder unit = unit(lead);
            UndoOutcome outcome = add(unit, lead, now);
            Changeset its = unit.build();
            if (its.leads().isEmpty()) {
                return new Unwritten<>(outcome);
            }
            List<Refusal> against = wiring.against(its, quotas);
            if (!against.isEmpty()) {
                return new Waiting<>(new UndoOutcome.Refused(against.stream()
                        .map(each -> new KeptChange(KeptChange.LEAD, each.code(), each.text()))
                        .toList()));
            }
            return its.documents().isEmpty()
                    ? new Decided<>(new Unit(its, lead, its.leads().get(0).lead()), outcome)
                    : new Unwritten<>(inTurn(lead.id()));
        }

        private ChangesetBuilder unit(Lead lead) {
            return wiring.changeset(undo.changeset(lead.id()), tenant, actor);
        }

        private UndoOutcome add(ChangesetBuilder unit, Lead lead, Instant now) {
            return new UndoOfLead(wiring, tenant, actor).add(unit, lead, undone.changeset(lead.id()), now);
        }

        /** Back into a stage whose places are counted. */
        private UndoOutcome inTurn(LeadId id) {
            try {
                return Optimistic.retry(() -> attempt(id));
            } catch (ConflictException last) {
                return conflict(last);
            }
        }

        private UndoOutcome attempt(LeadId id) {
            Lead lead = wiring.store().find(tenant, id).orElse(null);
            if (lead == null) {
                return missing(id);
            }
            ChangesetBuilder unit = unit(lead);
            UndoOutcome outcome = add(unit, lead, wiring.now());
            Changeset its = unit.build();
            if (!its.leads().isEmpty()) {
                wiring.store().commit(its);
            }
            return outcome;
        }

        @Override
        public UndoOutcome missing(LeadId id) {
            return absent(id);
        }

        @Override
        public UndoOutcome committedBefore(Unit unit) {
            return new UndoOutcome.Restored(unit.lead());
        }

        @Override
        public UndoOutcome conflict(Unit unit, ConflictException conflict) {
            return conflict(conflict);
        }

        private static UndoOutcome conflict(ConflictException conflict) {
            if (conflict instanceof IdentityTakenException) {
                return UndoOfLead.taken();
            }
            return new UndoOutcome.Refused(List.of(new KeptChange(
                    KeptChange.LEAD, "changed-meanwhile", "somebody else was faster each time; undo it again")));
        }
    }
}
