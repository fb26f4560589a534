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
    /** −100 to 100, with at most three decimals. */
    double points();

    /** The same values with other points. */
    Bin withPoints(double points);

    /** Numbers from {@code least} on. */
    static Bin from(double least, double points) {
        return new Range(least, null, points);
    }

    /** Numbers under {@code limit}. */
    static Bin below(double limit, double points) {
        return new Range(null, limit, points);
    }

    /** Numbers from {@code least} on and under {@code limit}. */
    static Bin between(double least, double limit, double points) {
        return new Range(least, limit, points);
    }

    /** This text; case counts. For a flag, {@code "yes"}. */
    static Bin equalTo(String text, double points) {
        return new AnyOf(List.of(text), points);
    }

    /** Any of these texts; case counts. */
    static Bin anyOf(List<String> texts, double points) {
        return new AnyOf(texts, points);
    }

    /** Any value, whichever it is. */
    static Bin given(double points) {
        return new Given(points);
    }

    /** No value at all: nobody said, or the flag is not set. */
    static Bin missing(double points) {
        return new Missing(points);
    }

    /**
     * Numbers of a half-open range.
     *
     * @param from the least number in it; absent when there is none
     * @param below the first number that is no longer in it; absent when there is none
     */
    record Range(@Nullable Double from, @Nullable Double below, double points) implements Bin {
        /** @throws InvalidInputException if a limit or the points are not finite */
        public Range {
            from = Numbers.finite("bin.from", from);
            below = Numbers.finite("bin.below", below);
            points = Numbers.finite("bin.points", points);
        }

        @Override
        public Range withPoints(double newPoints) {
            return new Range(from, below, newPoints);
        }
    }

    /** Some texts, compared as they are. */
    record AnyOf(List<String> texts, double points) implements Bin {
        /** @throws InvalidInputException if the points are not finite */
        public AnyOf {
            texts = List.copyOf(texts);
            points = Numbers.finite("bin.points", points);
        }

        @Override
        public AnyOf withPoints(double newPoints) {
            return new AnyOf(texts, newPoints);
        }
    }

    /** Every value that is not missing. */
    record Given(double points) implements Bin {
        /** @throws InvalidInputException if the points are not finite */
        public Given {
            points = Numbers.finite("bin.points", points);
        }

        @Override
        public Given withPoints(double newPoints) {
            return new Given(newPoints);
        }
    }

    /** A missing value. */
    record Missing(double points) implements Bin {
        /** @throws InvalidInputException if the points are not finite */
        public Missing {
            points = Numbers.finite("bin.points", points);
        }

        @Override
        public Missing withPoints(double newPoints) {
            return new Missing(newPoints);
        }
    }
}
