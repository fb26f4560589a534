package dev.leadkit.examples.benchmarks.scoring;

import java.util.List;
import java.util.stream.Collectors;

/**
 * So many points if a number is in a range, or a text is one of some.
 *
 * @param from the least number; for a text 0
 * @param below the first number that is too great; for a text 0
 * @param texts those that are meant; none for a number
 */
record Rule(String id, Fact fact, double from, double below, List<String> texts, int points) {
    boolean takes(double number) {
        return number >= from && number < below;
    }

    /** The condition as Java and its like have it, of a property of {@link Subject}. */
    String condition(String property) {
        return texts.isEmpty()
                ? "%s >= %s && %s < %s".formatted(property, from, property, below)
                : anyOf(property, "%s == \"%s\"");
    }

    /** The same where texts are compared by a method. */
    String javaCondition(String property) {
        return texts.isEmpty() ? condition(property) : anyOf(property, "%s.equals(\"%s\")");
    }

    private String anyOf(String property, String equals) {
        return texts.stream().map(text -> equals.formatted(property, text)).collect(Collectors.joining(" || "));
    }
}
