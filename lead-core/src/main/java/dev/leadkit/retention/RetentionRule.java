package dev.leadkit.retention;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Pipeline;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How long some leads are kept after something last happened to them.
 *
 * @param id unique among the rules; stands in the receipts
 * @param of the class of leads that it is for
 * @param stages the keys of the stages that it is for; empty for any
 * @param keep longer than zero, up to 100 years; counted in UTC by the calendar, so that a month has as many days as it has
 */
public record RetentionRule(String id, LeadClass of, Set<String> stages, Period keep) {
    private static final int MOST_MONTHS = 12 * 100;

    /** @throws InvalidInputException if the id is no id, see {@link Input#id}, or the period none that is taken */
    public RetentionRule {
        Input.id("retention.rule", id);
        stages = Collections.unmodifiableSet(new TreeSet<>(stages));
        if (!isTaken(keep)) {
            throw new InvalidInputException(
                    "retention.keep", "a period longer than zero and of up to 100 years, such as P90D", "another one");
        }
    }

    static boolean isTaken(Period keep) {
        return !keep.isNegative() && !keep.isZero() && keep.toTotalMonths() + keep.getDays() / 28L <= MOST_MONTHS;
    }

    /** For leads of a class in any stage. */
    public static RetentionRule of(String id, LeadClass of, Period keep) {
        return new RetentionRule(id, of, Set.of(), keep);
    }

    /** The same for these stages alone. */
    public RetentionRule inStage(String... keys) {
        return new RetentionRule(id, of, Set.copyOf(Arrays.asList(keys)), keep);
    }

    /** Whether the rule is for a lead, due or not. */
    boolean isFor(Lead lead, Pipeline pipeline) {
        return (stages.isEmpty() || stages.contains(lead.stage())) && of.holds(lead, pipeline);
    }

    /** Until when a lead is kept by this rule. */
    Instant keptUntil(Lead lead) {
        return lead.lastActivityAt().atOffset(ZoneOffset.UTC).plus(keep).toInstant();
    }
}
