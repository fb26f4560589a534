package dev.leadkit.capture.rule;

import dev.leadkit.lead.InvalidInputException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * How large a set of rules may be. Together they bound the work of one message: conditions looked at, and steps of
 * patterns for each character.
 */
final class RuleLimits {
    static final int MAX_RULES = 500;

    /** A condition that holds no other is one level deep. */
    static final int MAX_DEPTH = 10;

    /** Of one {@code all} or {@code any}. */
    static final int MAX_PARTS = 100;

    /** Of all rules together, those within others included. */
    static final int MAX_CONDITIONS = 5_000;

    /** Channels, tags, values or users in one list. */
    static final int MAX_NAMES = 100;

    /** Messages or questions that a condition asks for: no more are counted of one conversation. */
    static final int MAX_COUNT = 200;

    /** Different patterns of all rules together. */
    static final int MAX_PATTERNS = 200;

    /** Of all different patterns together, see {@link PatternSteps#MAX_STEPS}. */
    static final int MAX_PATTERN_STEPS = 20_000;

    /** Steps of all different patterns times characters searched, of one message: some tenths of a second. */
    static final int MAX_SEARCH = 20_000_000;

    private RuleLimits() {}

    /**
     * A list of names as a set: cleaned, sorted and without repeats.
     *
     * @throws InvalidInputException if there are too many, or one is not taken
     */
    static Set<String> names(String field, Collection<String> given, UnaryOperator<String> clean) {
        requireFew(field, given.size());
        Set<String> names = new TreeSet<>();
        given.forEach(name -> names.add(clean.apply(name)));
        return Collections.unmodifiableSet(names);
    }

    /** Names as they were given, one that is given twice once; {@code Set.of} would refuse it. */
    static Set<String> distinct(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }

    static void requireFew(String field, int count) {
        if (count > MAX_NAMES) {
            throw new InvalidInputException(field, "at most %s".formatted(MAX_NAMES), String.valueOf(count));
        }
    }

    static void requireSome(String field, int count) {
        if (count == 0) {
            throw new InvalidInputException(field, "at least one", "none");
        }
    }
}
