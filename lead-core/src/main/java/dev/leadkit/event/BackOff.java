package dev.leadkit.event;

import dev.leadkit.lead.InvalidInputException;
import java.time.Duration;

/**
 * How long to wait before the next attempt: longer after each failure, up to a limit, and never the same for all, so that
 * what failed together does not come again together.
 *
 * @param first after the first failure; at least a millisecond
 * @param factor how many times longer after each further one; at least 1
 * @param longest the most, at least {@code first}
 * @param jitter which share of a wait is left to chance, 0 to 1: the wait is from {@code (1 - jitter)} times to all of it
 */
public record BackOff(Duration first, double factor, Duration longest, double jitter) {
    /** Five seconds, then three times longer each time up to six hours, a fifth of it by chance. */
    public static final BackOff DEFAULT = new BackOff(Duration.ofSeconds(5), 3, Duration.ofHours(6), 0.2);

    /** @throws InvalidInputException if a part is out of range */
    public BackOff {
        if (first.compareTo(Duration.ofMillis(1)) < 0) {
            throw new InvalidInputException("backOff.first", "at least a millisecond", first.toString());
        }
        if (!(factor >= 1 && factor <= 1_000)) {
            throw new InvalidInputException("backOff.factor", "1 to 1000", Double.toString(factor));
        }
        if (longest.compareTo(first) < 0 || longest.compareTo(Duration.ofDays(366)) > 0) {
            throw new InvalidInputException("backOff.longest", "%s to 366 days".formatted(first), longest.toString());
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new InvalidInputException("backOff.jitter", "0 to 1", Double.toString(jitter));
        }
    }

    /**
     * The wait after so many failures.
     *
     * @param failures at least 1
     * @param chance 0 to 1; the higher, the longer
     */
    public Duration after(int failures, double chance) {
        double whole = Math.min(longest.toMillis(), first.toMillis() * Math.pow(factor, failures - 1));
        return Duration.ofMillis(Math.round(whole * (1 - jitter + jitter * chance)));
    }
}
