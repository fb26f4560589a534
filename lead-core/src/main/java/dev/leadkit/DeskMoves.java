package dev.leadkit;

import dev.leadkit.DeskWork.Step;
import dev.leadkit.DeskWork.Task;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.CurrentLead;
import dev.leadkit.migration.PublishedPipeline;
import dev.leadkit.move.LastOpenStage;
import dev.leadkit.move.MovePreview;
import dev.leadkit.move.Moves;
import dev.leadkit.move.Outlook;
import dev.leadkit.move.StaleStatus;
import dev.leadkit.move.TickResult;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Occupancy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.pipeline.Reopening;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.Pages;
import dev.leadkit.store.StaleDocumentException;
import dev.leadkit.store.StaleLeadException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has moves decided, and commits them; those into a stage with a hard limit one after the other. */
final class DeskMoves implements Moves {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;
    private final @Nullable Cause cause;
    private final Function<LeadId, ChangesetBuilder> units;
    private final DeskWork work;

    DeskMoves(Wiring wiring, TenantId tenant, Actor actor) {
        this(wiring, tenant, actor, null);
    }

    /** @param cause what sets the moves off; absent when the actor does it by himself */
    DeskMoves(Wiring wiring, TenantId tenant, Actor actor, @Nullable Cause cause) {
        this(wiring, tenant, actor, cause, lead -> wiring.changeset(tenant, actor));
    }

    /** @param units gives an empty unit of work for a lead's move */
    DeskMoves(
            Wiring wiring,
            TenantId tenant,
            Actor actor,
            @Nullable Cause cause,
            Function<LeadId, ChangesetBuilder> units) {
        this.units = units;
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
        this.cause = cause;
        this.work = new DeskWork(wiring, tenant, actor);
    }

    /** A move as somebody asks for it, knowing how full the stage is. */
    interface Asked extends Function<Occupancy, Task> {}

    Lead transition(LeadId id, String to, @Nullable String reason) {
        return moved(get(id), to, transition(to, reason));
    }

    private Move transition(String to, @Nullable String reason) {
        return new Move(to, reason, "", (pipeline, lead, at, full) -> pipeline.decide(lead, to, actor, at, full));
    }

    /** What a pipeline says to a lead's move at an instant, knowing how full the stage is. */
    private interface FullDecider {
        Decision decide(Pipeline pipeline, Lead lead, Instant at, Occupancy full);
    }

    /** A move along a lead's pipeline. */
    private final class Move implements Asked {
        private final String to;
        private final @Nullable String reason;
        private final String why;
        private final FullDecider decider;

        /**
         * @param reason why it is lost; may be absent
         * @param why it may override what the pipeline says
         */
        Move(String to, @Nullable String reason, String why, FullDecider decider) {
            this.to = to;
            this.reason = reason;
            this.why = why;
            this.decider = decider;
        }

        @Override
        public Task apply(Occupancy full) {
            return work.move(to, reason, (pipeline, lead, at) -> decider.decide(pipeline, lead, at, full), why);
        }

        /** What is said to it whether the lead is there already or not. */
        Decision decide(CurrentLead its, Occupancy full) {
            return its.decide(
                    to, in -> decider.decide(in, its.lead(), its.lead().momentOf(wiring.now()), full));
        }
    }

    /**
     * Moves a lead to another pipeline.
     *
     * @param stage the key of the stage that it comes to, as far as one is named for the stage in which it is
     * @throws InvalidInputException if none is
     */
    Lead moveTo(LeadId id, String pipeline, Function<Lead, Optional<String>> stage) {
        Pipeline target = wiring.pipelines().get(tenant, pipeline).current();
        Lead seen = get(id);
        if (!seen.pipeline().equals(pipeline) && stage.apply(seen).isEmpty()) {
            throw new InvalidInputException(
                    "stages", "a stage of %s for each that leads are in".formatted(target), "none for one");
        }
        return moved(seen, attemptTo(seen, target, stage));
    }

    /** The same of a lead that was read; what became of it. */
    Step attemptTo(Lead seen, Pipeline target, Function<Lead, Optional<String>> stage) {
        String to =
                seen.pipeline().equals(target.name()) ? "" : stage.apply(seen).orElse("");
        return attempt(
                limits(target), seen, to, full -> work.moveTo(target, stage, (its, lead) -> full), Beside.NOTHING);
    }

    /** Whether moves to a stage are made one after the other, because their number is limited in some pipeline. */
    boolean isInTurn(String stage) {
        return wiring.pipelines().names(tenant).stream()
                .flatMap(name -> wiring.pipelines().find(tenant, name).stream())
                .anyMatch(published -> limits(published.current()).isHard(stage));
    }

    /** A transition of a lead that was read; what became of it. */
    Step attempt(Lead seen, String to, @Nullable String reason) {
        return attempt(seen, to, transition(to, reason));
    }

    /** The same, with more that is done in the same unit of work. */
    Step attempt(Lead seen, String to, @Nullable String reason, Beside beside) {
        return attempt(seen, to, transition(to, reason), beside);
    }

    /** What is written together with a move. */
    interface Beside {
        Beside NOTHING = (unit, moved) -> moved;

        /** Adds to the unit, and gives the lead as it is to be stored. */
        Lead add(ChangesetBuilder unit, Lead moved);
    }

    MovePreview preview(LeadId id, String to, @Nullable String reason) {
        return preview(get(id), transition(to, reason));
    }

    /** Goes as far as a move does, up to its commit. */
    private MovePreview preview(Lead seen, Move move) {
        CurrentLead its = wiring.pipelines().current(seen);
        Lead lead = its.lead();
        Pipeline pipeline = its.pipeline() == null ? null : its.pipeline().current();
        Outlook outlook = Outlook.of(lead, pipeline);
        Occupancy full = limits(lead).occupancy(move.to, lead);
        Step step = move.apply(full).decide(seen, wiring.now());
        if (!(step instanceof Step.Next next) || next.decision() == null) {
            Decision decision = step instanceof Step.Refused refused ? refused.decision() : move.decide(its, full);
            return MovePreview.ofNothing(wiring.permitted(lead, decision), outlook);
        }
        ChangesetBuilder unit = units.apply(lead.id());
        Lead moved = added(unit, next, Beside.NOTHING);
        Changeset changeset = unit.build();
        List<Refusal> against = wiring.against(changeset, wiring.quotaLeft());
        if (!against.isEmpty()) {
            return MovePreview.ofNothing(new Decision.Refused(move.to, against), outlook);
        }
        List<Change> changes = wiring.shown(changeset.activities()).stream()
                .map(Activity::change)
                .toList();
        List<String> events = changeset.endpoints().isEmpty()
                ? List.of()
                : changes.stream().map(LeadEvent::typeOf).toList();
        return new MovePreview(wiring.shown(next.decision()), changes, events, outlook, Outlook.of(moved, pipeline));
    }

    List<Decision> options(LeadId id) {
        CurrentLead its = current(id);
        Lead lead = its.lead();
        PublishedPipeline pipeline = its.pipeline();
        if (pipeline == null) {
            return List.of();
        }
        Occupancy full = limits(pipeline.current()).occupancy(pipeline.current().stages(), lead);
        return its.options((in, to) -> in.decide(lead, to, actor, lead.momentOf(wiring.now()), full)).stream()
                .map(decision -> wiring.permitted(lead, decision))
                .toList();
    }

    @Override
    public MovePreview previewOverride(LeadId id, String to, String why, @Nullable String lostReason) {
        Move move = overriding(to, why, lostReason);
        return preview(get(id), move);
    }

    @Override
    public Lead override(LeadId id, String to, String why, @Nullable String lostReason) {
        Move move = overriding(to, why, lostReason);
        return moved(get(id), to, move);
    }

    private Move overriding(String to, String why, @Nullable String lostReason) {
        return new Move(
                to,
                lostReason,
                Input.name("why", why),
                (pipeline, lead, at, full) -> pipeline.decideOverride(lead, to, actor, at, full, wiring.overrides()));
    }

    @Override
    public MovePreview previewReopen(LeadId id) {
        Lead closed = get(id);
        String to = reopensTo(wiring.pipelines().current(closed));
        return preview(closed, reopening(to));
    }

    @Override
    public Lead reopen(LeadId id) {
        Lead closed = get(id);
        String to = reopensTo(wiring.pipelines().current(closed));
        return moved(closed, to, reopening(to));
    }

    private Move reopening(String to) {
        return new Move(
                to, null, "", (pipeline, lead, at, full) -> pipeline.decideReopening(lead, to, actor, at, full));
    }

    private String reopensTo(CurrentLead its) {
        PublishedPipeline published = its.pipeline();
        if (published == null) {
            return its.lead().stage(); // refused, whatever stage it is
        }
        Pipeline pipeline = published.current();
        return pipeline.reopening()
                .map(Reopening::to)
                .orElseGet(() -> LastOpenStage.of(
                        pipeline, published::stageNow, timeline(its.lead().id())));
    }

    private List<Activity> timeline(LeadId id) {
        return Pages.timeline(wiring.store(), tenant, id)
                .filter(each -> each.change() instanceof Change.StageChanged
                        || each.change() instanceof Change.PipelineChanged
                        || each.change() instanceof Change.Created)
                .toList();
    }

    @Override
    public StaleStatus staleness(LeadId id) {
        CurrentLead its = current(id);
        PublishedPipeline pipeline = its.pipeline();
        return StaleStatus.of(
                its.lead(), pipeline == null ? wiring.pipeline(tenant) : pipeline.current(), wiring.now());
    }

    @Override
    public TickResult tick(int limit) {
        if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
            throw new InvalidInputException("limit", "1 to " + PageRequest.MAX_LIMIT, Integer.toString(limit));
        }
        return new DeskTick(wiring, tenant, limit).run();
    }

    private CurrentLead current(LeadId id) {
        return wiring.pipelines().current(get(id));
    }

    private StageLimits limits(Pipeline pipeline) {
        return new StageLimits(wiring, tenant, pipeline);
    }

    /** Those of the pipeline that a lead is in; none when there is no such pipeline, which decides nothing. */
    private StageLimits limits(Lead lead) {
        return StageLimits.of(wiring, tenant, lead);
    }

    private Lead get(LeadId id) {
        return wiring.store().find(tenant, id).orElseThrow(() -> new LeadNotFoundException(id));
    }

    private Lead moved(Lead seen, String to, Asked asked) {
        return moved(seen, attempt(seen, to, asked));
    }

    private Lead moved(Lead seen, Step step) {
        if (step instanceof Step.Refused refused) {
            throw new TransitionRefusedException(seen.id(), wiring.shown(refused.decision()));
        }
        if (step instanceof Step.Merged merged) {
            throw new LeadMergedException(seen.id(), merged.survivor());
        }
        return wiring.shown(step instanceof Step.Next next ? next.after() : seen);
    }

    /**
     * Decides and commits.
     *
     * @param seen the lead that is decided upon; it must still be so
     * @return what became of it; of a step that was taken, the lead as it is stored
     */
    Step attempt(Lead seen, String to, Asked asked) {
        return attempt(seen, to, asked, Beside.NOTHING);
    }

    private Step attempt(Lead seen, String to, Asked asked, Beside beside) {
        return attempt(limits(seen), seen, to, asked, beside);
    }

    private Step attempt(StageLimits limits, Lead seen, String to, Asked asked, Beside beside) {
        if (!limits.isHard(to)) {
            return committed(asked.apply(Occupancy.UNKNOWN).decide(seen, wiring.now()), null, beside);
        }
        // Only who was beaten to the place tries again; that the lead itself changed is for the caller to know.
        return Optimistic.retry(
                () -> inTurn(limits, seen, to, asked, beside), conflict -> conflict instanceof StaleDocumentException);
    }

    private Step inTurn(StageLimits limits, Lead seen, String to, Asked asked, Beside beside) {
        StageLimits.Place place = limits.place(to);
        Lead now = get(seen.id());
        if (now.version() != seen.version()) {
            throw new StaleLeadException(seen.id(), seen.version(), now.version());
        }
        return committed(asked.apply(limits.occupancy(to, now)).decide(now, wiring.now()), place, beside);
    }

    private Step committed(Step step, StageLimits.@Nullable Place place, Beside beside) {
        if (!(step instanceof Step.Next next)) {
            return step;
        }
        ChangesetBuilder unit = units.apply(next.before().id());
        Lead stored = added(unit, next, beside);
        if (place != null) {
            place.take(unit);
        }
        wiring.store().commit(unit.build());
        return new Step.Next(next.before(), stored, next.at(), next.extra());
    }

    private Lead added(ChangesetBuilder unit, Step.Next next, Beside beside) {
        return unit.update(
                next.before(),
                next.between(),
                beside.add(unit, next.after()),
                next.at(),
                cause,
                next.extra().toArray(Change[]::new));
    }
}
