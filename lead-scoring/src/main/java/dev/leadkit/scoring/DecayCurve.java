package dev.leadkit.scoring;

import dev.leadkit.lead.Input;
import java.time.Duration;
import java.time.Instant;

/**
 * What is left of whole points after a time, to the nearest whole one, and when that changes. Times are microseconds after the visitor's last message.
 *
 * <p>Both answers come from one function, the age at which points drop under a number. So the instant announced is always
 * the first at which the points differ, whatever floating point does to the last digit.
 */
interface DecayCurve {
    /** An age that is never reached. */
    long NEVER = Long.MAX_VALUE;

    /**
     * The first age at which fewer than {@code left} are left; {@link #NEVER} if there always are so many.
     *
     * @param left 1 to {@code full}
     * @param full 1 to 100
     */
    long dropsBelow(int left, int full);

    /** How many are left of {@code full}, 1 to 100, at an age above 0. */
    int left(int full, long age);

    static DecayCurve of(Decay decay) {
        if (decay instanceof Decay.HalfLife its) {
            return new HalfLife(micros(its.time()));
        } else if (decay instanceof Decay.Linear its) {
            return new LinearDecay(micros(its.time()));
        } else if (decay instanceof Decay.Window its) {
            return new StepDecay(new long[] {micros(its.time())}, new int[] {0});
        }
        var steps = ((Decay.Steps) decay).steps();
        return new StepDecay(
                steps.stream().mapToLong(step -> micros(step.after())).toArray(),
                steps.stream()
                        .mapToInt(step -> Numbers.thousandths(step.keep()))
                        .toArray());
    }

    private static long micros(Duration duration) {
        return Input.micros(Instant.EPOCH.plus(duration));
    }

    /** What is left of points of either sign at any age. */
    static int left(DecayCurve curve, int points, long age) {
        if (age <= 0 || points == 0) {
            return points;
        }
        int left = curve.left(Math.abs(points), age);
        return points < 0 ? -left : left;
    }

    /** The age at which what is left of the points next changes; {@link #NEVER} if it never does. */
    static long nextChange(DecayCurve curve, int points, int left) {
        return left == 0 ? NEVER : curve.dropsBelow(Math.abs(left), Math.abs(points));
    }
}
