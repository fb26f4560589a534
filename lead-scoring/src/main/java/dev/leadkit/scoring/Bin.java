package dev.leadkit.scoring;

import dev.leadkit.lead.InvalidInputException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a factor's table: which values it takes, and the points that they get. The bins of one factor take no
 * value twice; a value that none of them takes gets 0 points.
 *
 * <p>Bins are checked as a whole when the scorecard is built.
 */
public sealed interface Bin {
    /** −100 to 100. */
    int points();

    /** Numbers from {@code least} on. */
    static Bin from(double least, int points) {
        return new Range(least, null, points);
    }

    /** Numbers under {@code limit}. */
    static Bin below(double limit, int points) {
        return new Range(null, limit, points);
    }

    /** Numbers from {@code least} on and under {@code limit}. */
    static Bin between(double least, double limit, int points) {
        return new Range(least, limit, points);
    }

    /** This text; case counts. For a flag, {@code "yes"}. */
    static Bin equalTo(String text, int points) {
        return new AnyOf(List.of(text), points);
    }

    /** Any of these texts; case counts. */
    static Bin anyOf(List<String> texts, int points) {
        return new AnyOf(texts, points);
    }

    /** Any value, whichever it is. */
    static Bin given(int points) {
        return new Given(points);
    }

    /** No value at all: nobody said, or the flag is not set. */
    static Bin missing(int points) {
        return new Missing(points);
    }

    /**
     * Numbers of a half-open range.
     *
     * @param from the least number in it; absent when there is none
     * @param below the first number that is no longer in it; absent when there is none
     */
    record Range(@Nullable Double from, @Nullable Double below, int points) implements Bin {
        /** @throws InvalidInputException if a limit is not finite */
        public Range {
            from = Numbers.finite("bin.from", from);
            below = Numbers.finite("bin.below", below);
        }
    }

    /** Some texts, compared as they are. */
    record AnyOf(List<String> texts, int points) implements Bin {
        public AnyOf {
            texts = List.copyOf(texts);
        }
    }

    /** Every value that is not missing. */
    record Given(int points) implements Bin {}

    /** A missing value. */
    record Missing(int points) implements Bin {}
}
