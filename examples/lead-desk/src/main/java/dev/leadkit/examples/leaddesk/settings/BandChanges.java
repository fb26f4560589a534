package dev.leadkit.examples.leaddesk.settings;

import dev.leadkit.lead.Band;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Score;
import dev.leadkit.score.RescoreForecast.BandCount;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.tenant.LeadComparison;
import dev.leadkit.scoring.tenant.ScorecardComparison;
import dev.leadkit.scoring.tenant.ScorecardDesk;
import dev.leadkit.store.LeadFilter;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What another scorecard makes of the open leads, beside what the present one does. Both score at the same instant, so that
 * a difference comes from the cards alone.
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
        long leads, long changed, List<String> bands, List<Row> rows, int[] before, int[] after, List<Shift> largest) {
    /** How many leads are named. */
    public static final int MOST_SHOWN = 12;

    private static final int STEPS = 10;

    private static final Comparator<LeadComparison> LARGEST = Comparator.comparingInt(
                    (LeadComparison each) -> -Math.abs(each.difference()))
            .thenComparing(LeadComparison::lead);

    /** The leads of one band of the present card. @param to how many come into which band, in the order of the bands */
    public record Row(String from, List<Long> to) {}

    /** One lead. */
    public record Shift(Lead lead, Score before, Score after) {
        public int by() {
            return after.value() - before.value();
        }
    }

    /** @param named gives the leads that are named */
    public static BandChanges of(
            ScorecardDesk cards, Scorecard present, Scorecard other, Function<LeadId, Lead> named) {
        int[] before = new int[STEPS];
        int[] after = new int[STEPS];
        PriorityQueue<LeadComparison> largest = new PriorityQueue<>(LARGEST.reversed());
        ScorecardComparison comparison = cards.compare(other, LeadFilter.all(), each -> {
            before[step(each.live())]++;
            after[step(each.other())]++;
            if (each.difference() != 0) {
                largest.add(each);
                if (largest.size() > MOST_SHOWN) {
                    largest.remove();
                }
            }
        });
        List<String> bands = bands(present, other);
        return new BandChanges(
                comparison.leads(),
                comparison.bandChanges(),
                bands,
                bands.stream()
                        .map(from -> new Row(
                                from,
                                bands.stream()
                                        .map(to -> count(comparison, from, to))
                                        .toList()))
                        .toList(),
                before,
                after,
                largest.stream()
                        .sorted(LARGEST)
                        .map(each -> new Shift(named.apply(each.lead()), each.live(), each.other()))
                        .toList());
    }

    private static long count(ScorecardComparison comparison, String from, String to) {
        return comparison.bands().stream()
                .filter(band -> from.equals(band.from()) && to.equals(band.to()))
                .mapToLong(BandCount::leads)
                .sum();
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
