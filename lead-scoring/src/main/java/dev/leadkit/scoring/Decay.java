package dev.leadkit.scoring;

import java.time.Duration;
import java.util.List;

/**
 * What is left of a factor's points as time passes after the visitor's last message. Points that decay are whole: they
 * are rounded to the nearest before and after.
 *
 * <p>Checked as a whole when the scorecard is built. Times are one second to 36500 days.
 */
public sealed interface Decay {
    /** They halve in each such time. */
    static Decay halfLife(Duration time) {
        return new HalfLife(time);
    }

    /** They fall evenly, to nothing in that time. */
    static Decay linear(Duration time) {
        return new Linear(time);
    }

    /** They stay for that time, then nothing is left. */
    static Decay window(Duration time) {
        return new Window(time);
    }

    /** They fall to a share at each step. */
    static Decay steps(Step... steps) {
        return new Steps(List.of(steps));
    }

    /** Halving in each {@code time}. */
    record HalfLife(Duration time) implements Decay {}

    /** Nothing is left after {@code time}. */
    record Linear(Duration time) implements Decay {}

    /** All is left until {@code time} has passed, and nothing then. */
    record Window(Duration time) implements Decay {}

    /** @param steps the earliest first, each keeping less than the one before; 1 to 100 of them */
    record Steps(List<Step> steps) implements Decay {
        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /**
     * From some time on a share of the points is left.
     *
     * @param after the time since the last message
     * @param keep 0.0 to 1.0 with at most three decimals, of what there was at first
     */
    record Step(Duration after, double keep) {}
}
