package dev.leadkit.move;

import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.TimedRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be expected of a lead where it is, if nobody touches it. Computed from the lead and its pipeline alone.
 *
 * @param stage the key of the stage that it is in
 * @param closed whether that is won or lost
 * @param probability that it is won: its own, or else that of its stage, in a closed stage that of the stage; absent when neither
 *     says
 * @param snoozedUntil until when it is snoozed; absent while nobody said
 * @param staleFrom when it becomes stale; absent when it never does here
 * @param rules what the pipeline's timed rules will do, in the order of the definition
 */
public record Outlook(
        String stage,
        boolean closed,
        @Nullable Double probability,
        @Nullable Instant snoozedUntil,
        @Nullable Instant staleFrom,
        List<Upcoming> rules) {
    /** A rule that is to become due, at an instant. */
    public record Upcoming(TimedRule rule, Instant dueAt) {}

    public Outlook {
        rules = List.copyOf(rules);
    }

    /** @param pipeline the lead's, on its current version; absent when there is none, and nothing to expect */
    public static Outlook of(Lead lead, @Nullable Pipeline pipeline) {
        Optional<Stage> stage = pipeline == null ? Optional.empty() : pipeline.findStage(lead.stage());
        Double ofStage = stage.map(Stage::probability).orElse(null);
        Duration staleAfter = stage.map(Stage::staleAfter).orElse(null);
        return new Outlook(
                lead.stage(),
                lead.closed(),
                lead.closed() ? ofStage : lead.winProbability(ofStage),
                lead.snoozedUntil(),
                staleAfter == null || lead.withdrawn() ? null : lead.staleFrom(staleAfter),
                pipeline == null
                        ? List.of()
                        : pipeline.timedRules().stream()
                                .filter(rule -> rule.awaits(lead))
                                .map(rule -> new Upcoming(rule, lead.staleFrom(rule.after())))
                                .toList());
    }
}
