package dev.leadkit.pipeline;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What the table knows of a move from one stage to another: the answer, and what could stand against it. */
final class Cell {
    private static final Guard[] NONE = {};

    private final Decision answer;
    private final Guard[] conditions;
    private final List<String> lostReasons;

    private Cell(Decision answer, Guard[] conditions, List<String> lostReasons) {
        this.answer = answer;
        this.conditions = conditions;
        this.lostReasons = lostReasons;
    }

    /** A move that is refused whatever the lead has. */
    static Cell refused(String to, Refusal refusal) {
        return new Cell(new Decision.Refused(to, List.of(refusal)), NONE, List.of());
    }

    static Cell declared(Pipeline pipeline, Transition transition, Stage to) {
        Stream<Guard> fields = Stream.concat(to.required().stream(), transition.required().stream())
                .map(Guard::has);
        Guard[] conditions =
                Stream.concat(fields, transition.guards().stream()).distinct().toArray(Guard[]::new);
        List<String> reasons = to.lostReasons().stream().map(LostReason::key).toList();
        return new Cell(new Decision.Allowed(pipeline, to), conditions, reasons);
    }

    Decision decide(Lead lead, Actor actor, Instant at) {
        boolean allowed = isReasonTaken(lead);
        if (conditions.length == 0) {
            return allowed ? answer : new Decision.Refused(answer.to(), List.of(unknownReason()));
        }
        var attempt = new Attempt(lead, answer.to(), actor, at);
        for (Guard condition : conditions) {
            allowed &= condition.holds(attempt);
        }
        return allowed ? answer : new Decision.Refused(answer.to(), () -> reasons(attempt));
    }

    /** From the attempt, which remembers what the host's guards said: nobody is asked again. */
    private List<Refusal> reasons(Attempt attempt) {
        List<Refusal> refusals = List.of();
        for (Guard condition : conditions) {
            refusals = Refusal.joined(refusals, condition.refusalsOf(attempt));
        }
        return isReasonTaken(attempt.lead()) ? refusals : Refusal.joined(refusals, List.of(unknownReason()));
    }

    private boolean isReasonTaken(Lead lead) {
        String reason = lead.lostReason();
        return lostReasons.isEmpty() || reason == null || lostReasons.contains(reason);
    }

    /** Not with the reason that was given, which may hold anything. */
    private Refusal unknownReason() {
        return Refusal.lazy(
                "unknown-lost-reason",
                LeadField.LOST_REASON,
                "the reason is none of those of \"%s\": %s",
                answer.to(),
                String.join(", ", lostReasons));
    }
}
