package dev.leadkit.capture;

import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Score;
import java.time.Instant;
import java.util.List;

/**
 * A move that a rule asked for; whether the pipeline allows it is not decided here.
 *
 * @param at the time of the message or mark on which the rule fired
 * @param score of the conversation at that time; 0 when leads get no score
 */
record StageMove(CaptureRule rule, Instant at, int score) {
    /**
     * The lead to decide upon: with the score of when the rule fired, so that a score that rises or falls afterwards neither
     * makes the move nor takes it back.
     */
    Lead asThen(Lead lead) {
        Score now = lead.score();
        if (now == null || now.value() == score) {
            return lead;
        }
        var sum = new Contribution("then", "Score when the rule fired", score, "rule " + rule.id());
        return lead.toBuilder()
                .score(new Score(score, now.band(), List.of(sum), now.card(), at, null))
                .build();
    }
}
