package dev.leadkit.score;

import dev.leadkit.lead.Score;
import dev.leadkit.score.RescoreForecast.BandCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up what scores become of scores, however many there are. Not safe to share. */
public final class BandTable {
    /** Sorts before every key of a band, which is never blank. */
    private static final String NO_BAND = "";

    private final SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>();
    private long pairs;
    private long difference;

    /** Nothing yet. */
    public BandTable() {}

    /** @param before absent when the lead had none */
    public void add(@Nullable Score before, Score after) {
        counts.computeIfAbsent(before == null ? NO_BAND : before.band(), band -> new TreeMap<>())
                .merge(after.band(), 1L, Long::sum);
        if (before != null) {
            pairs++;
            difference += after.value() - before.value();
        }
    }

    /** By the band before, and then the one after. */
    public List<BandCount> bands() {
        List<BandCount> bands = new ArrayList<>();
        counts.forEach((from, after) -> {
            for (Map.Entry<String, Long> each : after.entrySet()) {
                bands.add(new BandCount(from.equals(NO_BAND) ? null : from, each.getKey(), each.getValue()));
            }
        });
        return bands;
    }

    /** By how many points the scores after are higher on average; 0 when there are no pairs. */
    public double meanDifference() {
        return pairs == 0 ? 0 : (double) difference / pairs;
    }
}
