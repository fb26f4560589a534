package dev.leadkit.score;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What rescoring would do, without doing it.
 *
 * @param counts how many leads would come to what, by {@link RescoreOutcome#code}
 * @param bands how many leads would leave which band for which, and stay in which; by band
 * @param meanDifference by how many points their scores would rise on average, negative when they would fall; over the leads
 *     that have a score before and after; 0 when there are none
 */
public record RescoreForecast(SortedMap<String, Long> counts, List<BandCount> bands, double meanDifference) {
    /**
     * Leads of one band before, and one after.
     *
     * @param from the band's key; absent for leads without a score
     * @param leads one or more
     */
    public record BandCount(@Nullable String from, String to, long leads) {
        /** Whether the band is another one. */
        public boolean isChange() {
            return !to.equals(from);
        }
    }

    public RescoreForecast {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        bands = List.copyOf(bands);
    }

    /** How many leads would come to an outcome; 0 or more. */
    public long count(RescoreOutcome outcome) {
        return counts.getOrDefault(outcome.code(), 0L);
    }

    /** How many leads would leave one band for another. */
    public long bandChanges() {
        return bands.stream()
                .filter(band -> band.from() != null && band.isChange())
                .mapToLong(BandCount::leads)
                .sum();
    }
}
