package dev.leadkit;

import dev.leadkit.DeskWork.Step;
import dev.leadkit.DeskWork.Task;
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
import dev.leadkit.move.Moves;
import dev.leadkit.move.StaleStatus;
import dev.leadkit.move.TickResult;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Occupancy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Reopening;
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

    private Asked transition(String to, @Nullable String reason) {
        return full -> work.move(to, reason, (pipeline, lead, at) -> pipeline.decide(lead, to, actor, at, full));
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
                limits(target),
                seen,
                to,
                full -> work.moveTo(target, stage, (its, lead) -> full),
                (unit, moved) -> moved);
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
        /** Adds to the unit, and gives the lead as it is to be stored. */
        Lead add(ChangesetBuilder unit, Lead moved);
    }

    Decision preview(LeadId id, String to) {
        CurrentLead its = current(id);
        Lead lead = its.lead();
        return wiring.permitted(
                lead,
                its.decide(
                        to,
                        in -> in.decide(
                                lead, to, actor, momentOf(lead), limits(in).occupancy(to, lead))));
    }

    List<Decision> options(LeadId id) {
        CurrentLead its = current(id);
        Lead lead = its.lead();
        PublishedPipeline pipeline = its.pipeline();
        if (pipeline == null) {
            return List.of();
        }
        Occupancy full = limits(pipeline.current()).occupancy(pipeline.current().stages(), lead);
        return its.options((in, to) -> in.decide(lead, to, actor, momentOf(lead), full)).stream()
                .map(decision -> wiring.permitted(lead, decision))
                .toList();
    }

    @Override
    public Lead override(LeadId id, String to, String why, @Nullable String lostReason) {
        String reason = Input.name("why", why);
        return moved(
                get(id),
                to,
                full -> work.move(
                        to,
                        lostReason,
                        (pipeline, lead, at) -> pipeline.decideOverride(lead, to, actor, at, full, wiring.overrides()),
                        reason));
    }

    @Override
    public Decision previewReopen(LeadId id) {
        CurrentLead its = current(id);
        Lead lead = its.lead();
        String to = reopensTo(its);
        return wiring.permitted(
                lead,
                its.decide(
                        to,
                        in -> in.decideReopening(
                                lead, to, actor, momentOf(lead), limits(in).occupancy(to, lead))));
    }

    @Override
    public Lead reopen(LeadId id) {
        Lead closed = get(id);
        String to = reopensTo(wiring.pipelines().current(closed));
        return moved(
                closed,
                to,
                full -> work.move(
                        to, null, (pipeline, lead, at) -> pipeline.decideReopening(lead, to, actor, at, full)));
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

    private Instant momentOf(Lead lead) {
        return DeskWork.momentOf(lead, wiring.now());
    }

    private Lead get(LeadId id) {
        return wiring.store().find(tenant, id).orElseThrow(() -> new LeadNotFoundException(id));
    }

    private Lead moved(Lead seen, String to, Asked asked) {
        return moved(seen, attempt(seen, to, asked));
    }

    private Lead moved(Lead seen, Step step) {
        if (step instanceof Step.Refused refused) {
            throw new TransitionRefusedException(seen.id(), refused.decision());
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
        return attempt(seen, to, asked, (unit, moved) -> moved);
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
        Lead stored = unit.update(
                next.before(),
                next.between(),
                beside.add(unit, next.after()),
                next.at(),
                cause,
                next.extra().toArray(Change[]::new));
        if (place != null) {
            place.take(unit);
        }
        wiring.store().commit(unit.build());
        return new Step.Next(next.before(), stored, next.at(), next.extra());
    }
}
