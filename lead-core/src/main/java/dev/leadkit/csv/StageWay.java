package dev.leadkit.csv;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.migration.CurrentLead;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.LostReason;
import dev.leadkit.pipeline.Occupancy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.pipeline.Stage;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** How leads get to the stage that a line gives them. Every move is the pipeline's decision. */
final class StageWay {
    private static final String NOT_DECLARED = "not-declared";

    private final Pipeline pipeline;
    private final Actor actor;
    private final StageRooms rooms;

    StageWay(Pipeline pipeline, Actor actor, StageRooms rooms) {
        this.pipeline = pipeline;
        this.actor = actor;
        this.rooms = rooms;
    }

    /** A lead in another stage, or the reasons why it may not go there; exactly one of them is there. */
    record Arrival(Lead lead, List<Refusal> refusals) {
        boolean isAllowed() {
            return refusals.isEmpty();
        }
    }

    /** By one move, as a person would move it. */
    Arrival move(CurrentLead its, String to, Instant at) {
        return arrival(its.lead(), its.decide(to, current -> decide(current, its.lead(), to, at)), at);
    }

    private Arrival move(Lead lead, String to, Instant entered, Instant decided) {
        return arrival(lead, decide(pipeline, lead, to, decided), entered);
    }

    private Decision decide(Pipeline current, Lead lead, String to, Instant decided) {
        Occupancy full = rooms.isHard(to) ? rooms.occupancy(to, lead) : Occupancy.UNKNOWN;
        return current.decide(lead, to, actor, decided, full);
    }

    private static Arrival arrival(Lead lead, Decision decision, Instant entered) {
        return decision instanceof Decision.Allowed allowed
                ? new Arrival(allowed.apply(lead, entered), List.of())
                : new Arrival(lead, decision.refusals());
    }

    /** Why a lead that is lost may not have its reason; empty when it may. */
    List<Refusal> reasonRefused(Lead lost) {
        List<String> keys = pipeline.findStage(lost.stage()).stream()
                .flatMap(stage -> stage.lostReasons().stream())
                .map(LostReason::key)
                .toList();
        boolean allowed = keys.isEmpty() || keys.contains(String.valueOf(lost.lostReason()));
        return allowed
                ? List.of()
                : List.of(new Refusal(
                        "unknown-lost-reason",
                        "a reason that is none of " + String.join(", ", keys),
                        LeadField.LOST_REASON));
    }

    /**
     * By the fewest moves that the pipeline allows a new lead: whoever brings leads from elsewhere has moved them there.
     *
     * @param entered when it came into its stage, as far as is known
     */
    Arrival fromStart(Lead fresh, String to, Instant entered, Instant now) {
        String lostReason = fresh.lostReason();
        List<Refusal> refusals = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(fresh.stage()));
        Queue<Lead> reached = new ArrayDeque<>(List.of(fresh));
        for (Lead lead = reached.poll(); lead != null; lead = reached.poll()) {
            Arrival last = move(lead, to, entered, now);
            if (last.isAllowed()) {
                return last;
            }
            refusals.addAll(last.refusals());
            for (Stage stage : pipeline.stages()) {
                if (stage.category().isClosed() || seen.contains(stage.key())) {
                    continue;
                }
                Arrival next = move(lead, stage.key(), entered, now);
                refusals.addAll(next.refusals());
                if (next.isAllowed() && seen.add(stage.key())) {
                    // An open stage takes the reason away, and the last may need it.
                    reached.add(next.lead().toBuilder().lostReason(lostReason).build());
                }
            }
        }
        return new Arrival(fresh, telling(move(fresh, to, entered, now).refusals(), refusals));
    }

    /**
     * Those of the move itself if there is one. Otherwise conditions on the ways tell more than that there is no move; only
     * without any there is nothing else to tell.
     */
    private static List<Refusal> telling(List<Refusal> direct, List<Refusal> refusals) {
        if (direct.stream().noneMatch(refusal -> refusal.code().equals(NOT_DECLARED))) {
            return direct;
        }
        List<Refusal> conditions = refusals.stream()
                .filter(refusal -> !refusal.code().equals(NOT_DECLARED))
                .distinct()
                .toList();
        return conditions.isEmpty() ? direct : conditions;
    }
}
