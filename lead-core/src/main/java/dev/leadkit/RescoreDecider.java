package dev.leadkit;

import dev.leadkit.DeskWork.Unit;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.TenantId;
import dev.leadkit.operation.OperationId;
import dev.leadkit.score.RescoreDecision;
import dev.leadkit.score.RescoreOutcome;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.ConflictException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says for each lead of a portion whether another score is written. Used for one portion. */
final class RescoreDecider implements PortionCommit.Decider<RescoreOutcome> {
    private static final Logger LOG = LoggerFactory.getLogger(RescoreDecider.class);

    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;
    private final @Nullable OperationId operation;
    private final boolean again;
    private final boolean dueOnly;
    private final Map<LeadId, Unit> decided = new HashMap<>();
    private final Set<Class<?>> failures = new HashSet<>();

    private RescoreDecider(
            Wiring wiring,
            TenantId tenant,
            Actor actor,
            @Nullable OperationId operation,
            boolean again,
            boolean dueOnly) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
        this.operation = operation;
        this.again = again;
        this.dueOnly = dueOnly;
    }

    /** Of leads whose scores time has changed. */
    static RescoreDecider ofDue(Wiring wiring, TenantId tenant, Actor actor) {
        return new RescoreDecider(wiring, tenant, actor, null, false, true);
    }

    /**
     * Of all leads.
     *
     * @param operation which writes each lead once; absent when nothing is kept of it
     * @param again whether some of it may be done already
     */
    static RescoreDecider ofAll(
            Wiring wiring, TenantId tenant, Actor actor, @Nullable OperationId operation, boolean again) {
        return new RescoreDecider(wiring, tenant, actor, operation, again, false);
    }

    @Override
    public PortionCommit.Choice<RescoreOutcome> decide(Lead lead, Instant now, boolean fresh) {
        Instant due = lead.scoreDueAt();
        if (dueOnly && (due == null || due.isAfter(now))) {
            return new PortionCommit.Unwritten<>(RescoreOutcome.UNCHANGED);
        }
        LeadScorer scorer = wiring.scorers().find(tenant, now).orElse(null);
        RescoreDecision decision = decision(lead, scorer, now);
        Lead next = decision.next();
        if (next == null) {
            boolean mayBeDone = decision.outcome() == RescoreOutcome.UNCHANGED;
            return new PortionCommit.Unwritten<>(mayBeDone ? orDone(lead, decision.outcome()) : decision.outcome());
        }
        Unit unit = unit(lead, next, now);
        if (!wiring.forbidden(unit.changeset()).isEmpty()) {
            return new PortionCommit.Unwritten<>(RescoreOutcome.REFUSED);
        }
        decided.put(lead.id(), unit);
        return new PortionCommit.Decided<>(unit, decision.outcome());
    }

    /** One lead keeps no other from its score. */
    @SuppressWarnings("PMD.AvoidCatchingGenericException") // whatever the host's scorer does
    private RescoreDecision decision(Lead lead, @Nullable LeadScorer scorer, Instant now) {
        try {
            return RescoreDecision.of(lead, scorer, now);
        } catch (RuntimeException broken) {
            if (failures.add(broken.getClass())) {
                // Not its message, which may repeat what the lead holds.
                LOG.warn(
                        "the scorer failed with {}, first on lead {}; the lead keeps the score that it has",
                        broken.getClass().getName(),
                        lead.id());
            }
            return new RescoreDecision(RescoreOutcome.FAILED, null);
        }
    }

    private Unit unit(Lead lead, Lead next, Instant now) {
        ChangesetBuilder unit = operation == null
                ? wiring.changeset(tenant, actor)
                : wiring.changeset(operation.changeset(lead.id()), tenant, actor);
        Lead stored = unit.update(lead, next, now, cause(next));
        return new Unit(unit.build(), lead, stored);
    }

    /** Absent where the leads are gone through and nothing is kept of that. */
    private @Nullable Cause cause(Lead next) {
        if (dueOnly) {
            return new Cause(
                    Cause.SCORE_DUE, Objects.requireNonNull(next.score()).card());
        }
        return operation == null ? null : new Cause(Cause.OPERATION, operation.toString());
    }

    private static RescoreOutcome outcome(Unit unit) {
        return unit.changeset().activities().isEmpty() ? RescoreOutcome.RENEWED : RescoreOutcome.CHANGED;
    }

    /** What was changed before the process ended is as it should be by now. */
    private RescoreOutcome orDone(Lead lead, RescoreOutcome otherwise) {
        return again && operation != null && BulkDecider.isDone(wiring.store(), tenant, operation, lead.id())
                ? RescoreOutcome.CHANGED
                : otherwise;
    }

    /** The scores of a lead before and after, as they were last decided. */
    Optional<Unit> decided(LeadId id) {
        return Optional.ofNullable(decided.get(id));
    }

    @Override
    public RescoreOutcome missing(LeadId id) {
        return RescoreOutcome.GONE;
    }

    @Override
    public RescoreOutcome committedBefore(Unit unit) {
        return outcome(unit);
    }

    @Override
    public RescoreOutcome conflict(Unit unit, ConflictException conflict) {
        return RescoreOutcome.STALE;
    }
}
