package dev.leadkit.pipeline;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the table knows of a move from one stage to another: the answer, and what could stand against it. */
final class Cell implements Decision.Refused.Reasons {
    private final Decision answer;
    private final List<Guard> conditions;
    private final List<Predicate<Lead>> fields;
    private final Guard[] guards;
    private final List<String> lostReasons;

    private Cell(Decision answer, List<Guard> conditions, List<String> lostReasons) {
        this.answer = answer;
        this.conditions = conditions;
        this.lostReasons = lostReasons;
        // Looked up once: whether a lead has a field is asked with every move.
        fields = conditions.stream()
                .filter(Guard.Has.class::isInstance)
                .map(has -> RequiredField.test(((Guard.Has) has).field()))
                .toList();
        guards = conditions.stream()
                .filter(guard -> !(guard instanceof Guard.Has))
                .toArray(Guard[]::new);
    }

    /** A move that is refused whatever the lead has. */
    static Cell refused(String to, Refusal refusal) {
        return new Cell(new Decision.Refused(to, List.of(refusal)), List.of(), List.of());
    }

    static Cell declared(Pipeline pipeline, Transition transition, Stage to) {
        Stream<Guard> fields = Stream.concat(to.required().stream(), transition.required().stream())
                .map(Guard::has);
        List<Guard> conditions =
                Stream.concat(fields, transition.guards().stream()).distinct().toList();
        List<String> reasons = to.lostReasons().stream().map(LostReason::key).toList();
        return new Cell(new Decision.Allowed(pipeline, to), conditions, reasons);
    }

    /** A move into a stage from outside of the pipeline. */
    static Cell entry(Pipeline pipeline, Stage to) {
        return declared(pipeline, new Transition("", to.key(), List.of()), to);
    }

    Decision decide(Lead lead, Actor actor, Instant at) {
        boolean allowed = isReasonTaken(lead);
        if (conditions.isEmpty()) {
            return allowed ? answer : new Decision.Refused(answer.to(), List.of(unknownReason()));
        }
        var attempt = new Attempt(lead, answer.to(), actor, at);
        for (int i = 0; i < fields.size(); i++) {
            allowed &= fields.get(i).test(lead);
        }
        for (Guard guard : guards) {
            allowed &= guard.holds(attempt); // each is asked, so that all reasons are known
        }
        return allowed ? answer : new Decision.Refused(this, attempt);
    }

    /** From the attempt, which remembers what the host's guards said: nobody is asked again. */
    @Override
    public List<Refusal> against(@Nullable Attempt asked) {
        Attempt attempt = Objects.requireNonNull(asked);
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
