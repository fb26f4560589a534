package dev.leadkit;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.lead.Touch;
import dev.leadkit.migration.PublishedPipeline;
import dev.leadkit.pipeline.Occupancy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.undo.KeptChange;
import dev.leadkit.undo.Places;
import dev.leadkit.undo.UndoOutcome;
import dev.leadkit.undo.UndoPlan;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes back for one lead what a changeset did. Used for the leads of one unit of work, or one by one. */
final class UndoOfLead {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;
    private final ClaimsToBe claims;
    private final PlacesToBe places;
    private final Map<List<String>, StageLimits.Place> taken = new HashMap<>();

    UndoOfLead(Wiring wiring, TenantId tenant, Actor actor) {
        this.actor = actor;
        this.wiring = wiring;
        this.tenant = tenant;
        this.claims = new ClaimsToBe(wiring, tenant);
        this.places = new PlacesToBe(wiring, tenant);
    }

    /**
     * Adds the lead's next value to a unit of work, if something is taken back.
     *
     * @param lead as it is stored
     * @return what the lead comes to, once the unit is committed
     */
    UndoOutcome add(ChangesetBuilder unit, Lead lead, ChangesetId target, Instant now) {
        LeadId survivor = lead.mergedInto();
        if (survivor != null) {
            return new UndoOutcome.Merged(survivor);
        }
        Map<List<String>, StageLimits.Place> wanted = new HashMap<>();
        List<Activity> timeline = new DeskHistory(wiring.store(), tenant).timeline(lead.id());
        UndoPlan plan = UndoPlan.of(timeline, lead, target, new PlacesNow(lead, wanted));
        Lead planned = plan.next();
        if (planned == null) {
            return plan.kept().isEmpty()
                    ? new UndoOutcome.NothingToUndo(wiring.shown(lead))
                    : new UndoOutcome.Refused(plan.kept());
        }
        Lead next = touched(lead, planned, now);
        if (standsInTheWay(lead, next).isPresent()) {
            return taken();
        }
        // Back on the present version, if it goes back; brought along to it first, as for any move.
        boolean isBroughtAlong =
                next.pipeline().equals(lead.pipeline()) && next.pipelineVersion() != lead.pipelineVersion();
        Lead between = isBroughtAlong ? wiring.pipelines().current(lead).lead() : lead;
        Lead stored = unit.update(lead, between, next, now, new Cause(Cause.UNDO, target.toString()));
        if (!isWhereItWas(lead, stored)) {
            wanted.values().forEach(place -> place.take(unit));
            taken.putAll(wanted);
            places.come(stored);
        }
        return plan.kept().isEmpty()
                ? new UndoOutcome.Restored(wiring.shown(stored))
                : new UndoOutcome.Partly(wiring.shown(stored), plan.kept());
    }

    /** As of any other work. */
    private Lead touched(Lead lead, Lead planned, Instant now) {
        Lead.Builder next = planned.toBuilder();
        boolean isMove = !isWhereItWas(lead, planned);
        if (isMove || actor.isPerson() && !lead.isButForSnooze(planned)) {
            next.touched(isMove ? Touch.MOVED : Touch.EDITED, now);
        }
        return wiring.scored(next.build(), lead.momentOf(now));
    }

    private static boolean isWhereItWas(Lead before, Lead after) {
        return before.stage().equals(after.stage()) && before.pipeline().equals(after.pipeline());
    }

    private Optional<LeadId> standsInTheWay(Lead lead, Lead next) {
        Lead after = next.toBuilder().version(lead.version() + 1).build();
        return claims.claim(new LeadWrite(LeadState.of(lead, wiring.hasher()), LeadState.of(after, wiring.hasher())));
    }

    /** The tenant's pipelines as they are by now. */
    private final class PlacesNow implements Places {
        private final Lead lead;
        private final Map<List<String>, StageLimits.Place> wanted;

        /** @param wanted gets the turn of a stage whose places are counted */
        PlacesNow(Lead lead, Map<List<String>, StageLimits.Place> wanted) {
            this.lead = lead;
            this.wanted = wanted;
        }

        @Override
        public Optional<Pipeline> pipeline(String name) {
            return wiring.pipelines().find(tenant, name).map(PublishedPipeline::current);
        }

        @Override
        public String stageNow(Pipeline pipeline, String stage) {
            return wiring.pipelines().get(tenant, pipeline.name()).stageNow(stage);
        }

        @Override
        public Occupancy occupancy(Pipeline pipeline, String stage) {
            List<String> column = List.of(pipeline.name(), stage);
            var limits = new StageLimits(wiring, tenant, pipeline);
            if (limits.isHard(stage) && !taken.containsKey(column)) {
                wanted.put(column, limits.place(stage)); // before it is asked how full it is
            }
            return places.occupancy(pipeline, stage, lead);
        }
    }

    static UndoOutcome.Refused taken() {
        return new UndoOutcome.Refused(List.of(
                new KeptChange(KeptChange.LEAD, "identity-taken", "the same visitor has another open lead by now")));
    }
}
