package dev.leadkit.move;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Reason;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.TimedRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That a rule of the pipeline says what is to become of a lead by now. Whether the lead may move is for the pipeline to
 * decide.
 *
 * @param since when it became due
 * @param because the same in a sentence
 */
public record DueRule(TimedRule rule, Instant since, Reason because) {
    /** The code of {@link #because}. */
    public static final String CODE = "untouched";

    /** All that is due for a lead, in the order of the definition. Pure: depends on nothing but its arguments. */
    public static List<DueRule> of(Pipeline pipeline, Lead lead, Instant now) {
        if (!lead.pipeline().equals(pipeline.name())) {
            return List.of();
        }
        return pipeline.timedRules().stream()
                .flatMap(rule -> of(rule, lead, now).stream())
                .toList();
    }

    /** What one rule says of a lead; empty when nothing is due by it. */
    public static Optional<DueRule> of(TimedRule rule, Lead lead, Instant now) {
        if (!rule.isDue(lead, now)) {
            return Optional.empty();
        }
        String text = "after %s in \"%s\" without a touch".formatted(text(rule.after()), rule.stage());
        return Optional.of(new DueRule(rule, lead.staleFrom(rule.after()), Reason.of(CODE, text + effect(rule))));
    }

    /** Whole days as days, which a Duration writes as hours. */
    private static String text(Duration after) {
        return after.equals(Duration.ofDays(after.toDays())) ? "P%sD".formatted(after.toDays()) : after.toString();
    }

    private static String effect(TimedRule rule) {
        String move = rule.to() == null ? "" : ", to \"%s\"".formatted(rule.to());
        return rule.tag() == null ? move : move + ", tag \"%s\"".formatted(rule.tag());
    }
}
