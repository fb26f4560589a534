package dev.leadkit.insight;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Quantiles of durations of which some are not over yet. Those count as "at least so long": to leave them out would make
 * everything look faster than it is. Not safe to share; eight bytes a duration.
 *
 * <p>The product-limit estimate of E. L. Kaplan and P. Meier, Nonparametric Estimation from Incomplete Observations, Journal
 * of the American Statistical Association 53 (1958), 457–481. One that breaks off at the very length of one that ended is
 * counted as the longer, as there.
 */
final class KaplanMeier {
    /** Far below what one of a billion durations moves, far above what the product loses in rounding. */
    private static final double ROUNDING = 1e-12;

    private long[] ended = new long[16];
    private int endedCount;
    private long[] running = new long[16];
    private int runningCount;

    /** Adds one; negative ones count as zero. */
    void add(Duration length, boolean over) {
        long micros = Math.max(0, length.getSeconds() * 1_000_000 + length.getNano() / 1_000);
        if (over) {
            ended = withRoom(ended, endedCount);
            ended[endedCount++] = micros;
        } else {
            running = withRoom(running, runningCount);
            running[runningCount++] = micros;
        }
    }

    int ended() {
        return endedCount;
    }

    int running() {
        return runningCount;
    }

    /**
     * The shortest time by which a share of them is estimated to be over; absent when the longest ones are not over and so
     * nobody can tell.
     *
     * @param share above 0 and below 1
     */
    @Nullable
    Duration quantile(double share) {
        Arrays.sort(ended, 0, endedCount);
        Arrays.sort(running, 0, runningCount);
        double surviving = 1;
        int brokenOff = 0;
        int i = 0;
        while (i < endedCount) {
            long length = ended[i];
            while (brokenOff < runningCount && running[brokenOff] < length) {
                brokenOff++;
            }
            int atRisk = endedCount - i + runningCount - brokenOff;
            int first = i;
            while (i < endedCount && ended[i] == length) {
                i++;
            }
            surviving *= 1 - (double) (i - first) / atRisk;
            if (surviving <= 1 - share + ROUNDING) {
                return Duration.ofSeconds(length / 1_000_000, length % 1_000_000 * 1_000);
            }
        }
        return null;
    }

    private static long[] withRoom(long[] values, int count) {
        return count < values.length ? values : Arrays.copyOf(values, count * 2);
    }
}
