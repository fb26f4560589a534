package dev.leadkit;

import dev.leadkit.DeskWork.Unit;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.Outcome;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Optimistic;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Decides on the leads of one portion: one read and one commit, whose outcomes are each lead's own. Used once. */
final class PortionCommit<O extends Outcome> {
    private final LeadStore store;
    private final InstantSource clock;
    private final TenantId tenant;
    private final Decider<O> decider;
    private final Map<LeadId, O> outcomes = new HashMap<>();
    private final List<CommitOutcome> recorded = new ArrayList<>();
    private final List<LeadId> waiting = new ArrayList<>();
    private List<Changeset> record;
    private Collection<LeadId> pending;
    private @Nullable Map<LeadId, Lead> read;

    /** Says what becomes of each lead. */
    interface Decider<O> {
        /** What was decided so far is written, or decided once more. */
        default void begin() {}

        /** @param fresh whether it was read in answer to the question which leads are meant */
        Choice<O> decide(Lead lead, Instant now, boolean fresh);

        /** Of a lead that is not stored. */
        O missing(LeadId id);

        /** Of a unit that an earlier run has committed. */
        O committedBefore(Unit unit);

        O conflict(Unit unit, ConflictException conflict);
    }

    /** What becomes of a lead. */
    sealed interface Choice<O> {
        /** What it comes to, once it is. */
        O outcome();
    }

    /** Something is committed. */
    record Decided<O>(Unit unit, O outcome) implements Choice<O> {}

    /** Nothing is. */
    record Unwritten<O>(O outcome) implements Choice<O> {}

    /** Nothing is, unless others of the portion leave something of a quota. */
    record Waiting<O>(O outcome) implements Choice<O> {}

    /** @param record what is committed before the leads */
    PortionCommit(Wiring wiring, TenantId tenant, PortionOfLeads portion, List<Changeset> record, Decider<O> decider) {
        this.store = wiring.store();
        this.clock = wiring.clock();
        this.tenant = tenant;
        this.decider = decider;
        this.record = record;
        this.pending = portion.ids();
        this.read = portion.read();
    }

    Map<LeadId, O> once() {
        return inRounds(() -> commit(decided()).isEmpty());
    }

    /** What met a conflict is read and decided again, as often as a single edit would be. */
    Map<LeadId, O> untilNobodyIsFaster() {
        return inRounds(this::isCommittedAtLast);
    }

    private boolean isCommittedAtLast() {
        try {
            Optimistic.retry(() -> {
                List<ConflictException> conflicts = commit(decided());
                if (!conflicts.isEmpty()) {
                    throw worthAnotherAttempt(conflicts);
                }
                return outcomes;
            });
            return true;
        } catch (ConflictException last) {
            return false; // each that is pending has its last conflict
        }
    }

    /**
     * Those that wait get what a conflict kept others from taking, and again as long as that goes on.
     *
     * @param round whether all was committed that was to be
     */
    private Map<LeadId, O> inRounds(BooleanSupplier round) {
        boolean all = round.getAsBoolean();
        while (!all && !waiting.isEmpty()) {
            pending = List.copyOf(waiting);
            waiting.clear();
            all = round.getAsBoolean();
        }
        return told();
    }

    /** @throws ConflictException if somebody else has gone on with the same operation */
    private Map<LeadId, O> told() {
        recorded.forEach(CommitOutcome::orThrow);
        return outcomes;
    }

    private List<Decided<O>> decided() {
        Map<LeadId, Lead> fresh = read;
        Map<LeadId, Lead> stored = fresh == null ? stored() : fresh;
        read = null;
        Instant now = clock.instant();
        decider.begin();
        List<Decided<O>> units = new ArrayList<>();
        for (LeadId id : pending) {
            Lead lead = stored.get(id);
            if (lead == null) {
                outcomes.put(id, decider.missing(id));
                continue;
            }
            Choice<O> choice = decider.decide(lead, now, fresh != null);
            if (choice instanceof Decided<O> decided) {
                units.add(decided);
                continue;
            }
            outcomes.put(id, choice.outcome());
            if (choice instanceof Waiting<O>) {
                waiting.add(id);
            }
        }
        return units;
    }

    private Map<LeadId, Lead> stored() {
        Map<LeadId, Lead> stored = new HashMap<>();
        store.findAll(tenant, pending).forEach(lead -> stored.put(lead.id(), lead));
        return stored;
    }

    /** Afterwards those are pending that met a conflict. */
    private List<ConflictException> commit(List<Decided<O>> units) {
        pending = new ArrayList<>();
        List<Changeset> changesets = new ArrayList<>(record);
        units.forEach(decided -> changesets.add(decided.unit().changeset()));
        if (changesets.isEmpty()) {
            return List.of();
        }
        List<CommitOutcome> committed = store.commitAll(changesets);
        int first = record.size();
        recorded.addAll(committed.subList(0, first));
        record = List.of();
        List<ConflictException> conflicts = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i).unit();
            LeadId id = unit.lead().id();
            if (committed.get(first + i) instanceof CommitOutcome.Conflicted conflicted) {
                outcomes.put(id, decider.conflict(unit, conflicted.conflict()));
                conflicts.add(conflicted.conflict());
                pending.add(id);
            } else {
                boolean before = committed.get(first + i).orThrow().repeated();
                outcomes.put(
                        id,
                        before ? decider.committedBefore(unit) : units.get(i).outcome());
            }
        }
        return conflicts;
    }

    /** What is taken usually stays so; who was faster is usually done. */
    private static ConflictException worthAnotherAttempt(List<ConflictException> conflicts) {
        return conflicts.stream()
                .filter(conflict -> !(conflict instanceof IdentityTakenException))
                .findFirst()
                .orElse(conflicts.get(0));
    }
}
