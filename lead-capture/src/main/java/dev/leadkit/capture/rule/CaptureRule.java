package dev.leadkit.capture.rule;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One rule: what must hold, and what happens then.
 *
 * @param id unique in its set, such as {@code wants-quote}; stored with what it did
 * @param priority the highest is looked at first; equal ones in the order of the set. A set takes -1,000,000 to 1,000,000
 * @param stop whether rules after it are passed over while it holds, whether or not it fires again
 * @param cooldown how long after firing it may fire again; absent when it fires once in a conversation
 */
public record CaptureRule(
        String id,
        int priority,
        Condition when,
        Effect then,
        boolean stop,
        @Nullable Duration cooldown) {
    /** @throws InvalidInputException if the id is no id, or the cool-down not between nothing and a hundred years */
    public CaptureRule {
        Input.id("rule.id", id);
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(then, "then");
        if (cooldown != null
                && (cooldown.isNegative() || cooldown.isZero() || cooldown.compareTo(Duration.ofDays(36_500)) > 0)) {
            throw new InvalidInputException(
                    "rule.cooldown", "more than nothing, at most 36500 days", cooldown.toString());
        }
    }

    /** A rule of priority 0 that fires once and lets the others go on. */
    public static CaptureRule of(String id, Condition when, Effect then) {
        return new CaptureRule(id, 0, when, then, false, null);
    }

    /** @param newPriority -1,000,000 to 1,000,000, which {@link CaptureRules.Builder#build} checks; the highest is looked at first */
    public CaptureRule withPriority(int newPriority) {
        return new CaptureRule(id, newPriority, when, then, stop, cooldown);
    }

    /** A rule after which others are passed over while it holds; the same where it is one already. */
    public CaptureRule stopping() {
        return new CaptureRule(id, priority, when, then, true, cooldown);
    }

    /**
     * A rule that may fire again so long after it fired.
     *
     * @throws InvalidInputException if it is not more than nothing and at most 36,500 days
     */
    public CaptureRule withCooldown(Duration newCooldown) {
        return new CaptureRule(id, priority, when, then, stop, newCooldown);
    }
}
