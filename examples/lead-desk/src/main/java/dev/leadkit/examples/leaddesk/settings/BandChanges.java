package dev.leadkit.examples.leaddesk.settings;

import dev.leadkit.lead.Band;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.Scorecard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What another scorecard makes of leads, beside what the present one does. Both score at the same instant, so that a
 * difference comes from the cards alone.
 *
 * @param leads how many were scored
 * @param changed how many would be in another band
 * @param bands of both cards, the highest first
 * @param rows how many leads of each band of the present card come into which band of the other, in the order of the bands
 * @param before how many leads have a score of 0 to 9, 10 to 19 … 90 to 100 by the present card
 * @param after by the other card
 * @param largest the leads whose scores differ most, at most {@value #MOST_SHOWN}
 */
public record BandChanges(
        int leads, int changed, List<String> bands, List<Row> rows, int[] before, int[] after, List<Shift> largest) {
    /** How many leads are named. */
    public static final int MOST_SHOWN = 12;

    private static final int STEPS = 10;

    /** The leads of one band of the present card. @param to how many come into which band, in the order of the bands */
    public record Row(String from, List<Integer> to) {}

    /** One lead. */
    public record Shift(Lead lead, Score before, Score after) {
        public int by() {
            return after.value() - before.value();
        }

        public boolean changesBand() {
            return !before.band().equals(after.band());
        }
    }

    /** @param leads read once */
    public static BandChanges of(Stream<Lead> leads, Scorecard present, Scorecard other, Instant at) {
        List<String> bands = bands(present, other);
        Map<String, int[]> counts = new LinkedHashMap<>();
        bands.forEach(band -> counts.put(band, new int[bands.size()]));
        int[] before = new int[STEPS];
        int[] after = new int[STEPS];
        List<Shift> shifts = new ArrayList<>();
        leads.forEach(lead -> {
            var shift = new Shift(lead, present.score(lead, at), other.score(lead, at));
            shifts.add(shift);
            before[step(shift.before())]++;
            after[step(shift.after())]++;
            counts.getOrDefault(shift.before().band(), new int[bands.size()])[
                    bands.indexOf(shift.after().band())]++;
        });
        List<Row> rows = new ArrayList<>();
        counts.forEach(
                (band, to) -> rows.add(new Row(band, Arrays.stream(to).boxed().toList())));
        return new BandChanges(
                shifts.size(),
                (int) shifts.stream().filter(Shift::changesBand).count(),
                bands,
                rows,
                before,
                after,
                shifts.stream()
                        .filter(shift -> shift.by() != 0)
                        .sorted(Comparator.comparingInt((Shift shift) -> -Math.abs(shift.by()))
                                .thenComparing(shift -> shift.lead().id()))
                        .limit(MOST_SHOWN)
                        .toList());
    }

    private static int step(Score score) {
        return Math.min(STEPS - 1, score.value() / STEPS);
    }

    private static List<String> bands(Scorecard present, Scorecard other) {
        Set<String> keys = new LinkedHashSet<>();
        Stream.concat(present.bands().stream(), other.bands().stream())
                .sorted(Comparator.comparingInt(Band::from).reversed())
                .forEach(band -> keys.add(band.key()));
        return List.copyOf(keys);
    }
}
