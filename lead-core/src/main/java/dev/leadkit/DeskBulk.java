package dev.leadkit;

import dev.leadkit.DeskWork.Step;
import dev.leadkit.DeskWork.Task;
import dev.leadkit.DeskWork.Unit;
import dev.leadkit.bulk.BulkEdits;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.bulk.BulkResult;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.StaleLeadException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The desk's work on many leads: one read and one commit, whose outcomes are each lead's own. */
final class DeskBulk implements BulkEdits {
    private final Wiring wiring;
    private final TenantId tenant;
    private final DeskWork work;
    private final DeskMoves moves;

    DeskBulk(Wiring wiring, TenantId tenant, DeskWork work, DeskMoves moves) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.work = work;
        this.moves = moves;
    }

    @Override
    public BulkResult transition(Collection<LeadId> ids, String to, @Nullable String reason) {
        Task move = work.transition(to, reason);
        if (moves.isInTurn(to)) {
            return inPortions(ids, some -> new Portion(some, move).inTurn(to, reason));
        }
        return inPortions(ids, some -> new Portion(some, move).once());
    }

    @Override
    public BulkResult assign(Collection<LeadId> ids, @Nullable String user) {
        return edit(ids, work.assign(user));
    }

    @Override
    public BulkResult tag(Collection<LeadId> ids, String tag) {
        return edit(ids, work.tag(tag));
    }

    @Override
    public BulkResult untag(Collection<LeadId> ids, String tag) {
        return edit(ids, work.untag(tag));
    }

    private BulkResult edit(Collection<LeadId> ids, Task edit) {
        return inPortions(ids, some -> new Portion(some, edit).untilNobodyIsFaster());
    }

    private static BulkResult inPortions(Collection<LeadId> ids, Function<List<LeadId>, Map<LeadId, BulkOutcome>> run) {
        List<LeadId> each = List.copyOf(new LinkedHashSet<>(ids));
        Map<LeadId, BulkOutcome> outcomes = new LinkedHashMap<>();
        for (int from = 0; from < each.size(); from += PORTION) {
            List<LeadId> some = each.subList(from, Math.min(each.size(), from + PORTION));
            Map<LeadId, BulkOutcome> its = run.apply(some);
            some.forEach(id -> outcomes.put(id, Objects.requireNonNull(its.get(id))));
        }
        return new BulkResult(outcomes);
    }

    /** So many leads as are read and committed together. Used once. */
    private final class Portion {
        private final Task task;
        private final Map<LeadId, BulkOutcome> outcomes = new HashMap<>();
        private Collection<LeadId> pending;

        Portion(Collection<LeadId> ids, Task task) {
            this.task = task;
            this.pending = ids;
        }

        Map<LeadId, BulkOutcome> once() {
            commit(decided());
            return outcomes;
        }

        /** One after the other into a stage whose places are counted. */
        Map<LeadId, BulkOutcome> inTurn(String to, @Nullable String reason) {
            wiring.store()
                    .findAll(tenant, pending)
                    .forEach(lead -> outcomes.put(lead.id(), new BulkOutcome.Unchanged(lead)));
            for (LeadId id : pending) {
                BulkOutcome read = outcomes.getOrDefault(id, new BulkOutcome.NotFound());
                outcomes.put(id, read instanceof BulkOutcome.Unchanged seen ? inTurn(seen.lead(), to, reason) : read);
            }
            return outcomes;
        }

        private BulkOutcome inTurn(Lead seen, String to, @Nullable String reason) {
            try {
                Step step = moves.attempt(seen, to, reason);
                return step instanceof Step.Next next ? new BulkOutcome.Applied(next.after()) : unwritten(step, seen);
            } catch (ConflictException conflict) {
                return outcome(conflict);
            }
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
                return outcomes; // with the last conflict of each that is pending
            }
        }

        private List<Unit> decided() {
            Map<LeadId, Lead> stored = new HashMap<>();
            wiring.store().findAll(tenant, pending).forEach(lead -> stored.put(lead.id(), lead));
            Instant now = wiring.now();
            List<Unit> units = new ArrayList<>();
            for (LeadId id : pending) {
                Lead lead = stored.get(id);
                if (lead == null) {
                    outcomes.put(id, new BulkOutcome.NotFound());
                } else {
                    decide(lead, now).ifPresent(units::add);
                }
            }
            return units;
        }

        private Optional<Unit> decide(Lead lead, Instant now) {
            Step step = task.decide(lead, now);
            if (step instanceof Step.Next next) {
                return Optional.of(work.unit(next));
            }
            outcomes.put(lead.id(), unwritten(step, lead));
            return Optional.empty();
        }

        private static BulkOutcome unwritten(Step step, Lead lead) {
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
            if (units.isEmpty()) {
                return List.of();
            }
            List<CommitOutcome> committed =
                    wiring.store().commitAll(units.stream().map(Unit::changeset).toList());
            List<ConflictException> conflicts = new ArrayList<>();
            for (int i = 0; i < units.size(); i++) {
                Lead lead = units.get(i).lead();
                if (committed.get(i) instanceof CommitOutcome.Conflicted conflicted) {
                    outcomes.put(lead.id(), outcome(conflicted.conflict()));
                    conflicts.add(conflicted.conflict());
                    pending.add(lead.id());
                } else {
                    outcomes.put(lead.id(), new BulkOutcome.Applied(lead));
                }
            }
            return conflicts;
        }
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
