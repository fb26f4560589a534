package dev.leadkit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.store.TimeRange;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Times in stages against the definition of the product-limit estimate in whole fractions. */
class StageTimesProperties {
    private record Length(int minutes, boolean over) {}

    @Property
    void quantiles_are_those_of_the_definition(
            @ForAll("lengths") List<Length> lengths, @ForAll @IntRange(min = 1, max = 99) int percent) {
        var estimate = new KaplanMeier();
        lengths.forEach(length -> estimate.add(Duration.ofMinutes(length.minutes()), length.over()));

        assertThat(estimate.quantile(percent / 100.0)).isEqualTo(byDefinition(lengths, percent));
    }

    @Property
    void without_running_ones_a_quantile_is_the_length_that_so_many_do_not_exceed(
            @ForAll("lengths") List<Length> lengths, @ForAll @IntRange(min = 1, max = 99) int percent) {
        var estimate = new KaplanMeier();
        lengths.forEach(length -> estimate.add(Duration.ofMinutes(length.minutes()), true));

        List<Integer> sorted = lengths.stream().map(Length::minutes).sorted().toList();
        int needed = (percent * sorted.size() + 99) / 100;
        assertThat(estimate.quantile(percent / 100.0))
                .isEqualTo(sorted.isEmpty() ? null : Duration.ofMinutes(sorted.get(needed - 1)));
    }

    /** To go on for longer never makes a quantile shorter, which leaving it out would do. */
    @Property
    void a_running_one_never_makes_it_look_faster(@ForAll("lengths") List<Length> lengths) {
        var all = new KaplanMeier();
        lengths.forEach(length -> all.add(Duration.ofMinutes(length.minutes()), length.over()));
        var withOneMore = new KaplanMeier();
        lengths.forEach(length -> withOneMore.add(Duration.ofMinutes(length.minutes()), length.over()));
        withOneMore.add(Duration.ofDays(9), false);

        Duration median = all.quantile(0.5);
        Duration longer = withOneMore.quantile(0.5);

        assertThat(longer == null || median != null && longer.compareTo(median) >= 0)
                .isTrue();
    }

    @Property
    void visits_are_counted_where_they_began_and_measured_to_now(
            @ForAll("histories") List<LeadHistory> histories,
            @ForAll @IntRange(max = 350) int from,
            @ForAll @IntRange(max = 350) int length) {
        TimeRange window = TimeRange.between(Histories.minute(from), Histories.minute(from + length));

        StageTimes times = StageTimes.of(Histories.PIPELINE, histories.stream(), window);

        List<StageTimes.OfStage> expected = new ArrayList<>();
        for (String stage : List.of("new", "contacted", "qualified", "gone")) {
            List<Length> lengths = new ArrayList<>();
            for (LeadHistory lead : histories) {
                for (StageVisit visit : lead.visits()) {
                    if (lead.pipeline().equals("p")
                            && visit.stage().equals(stage)
                            && !visit.from().isBefore(Histories.minute(from))
                            && visit.from().isBefore(Histories.minute(from + length))) {
                        Duration time =
                                Duration.between(visit.from(), Objects.requireNonNullElse(visit.to(), Histories.AS_OF));
                        lengths.add(new Length((int) time.toMinutes(), visit.to() != null));
                    }
                }
            }
            long over = lengths.stream().filter(Length::over).count();
            if (!stage.equals("gone") || !lengths.isEmpty()) {
                expected.add(new StageTimes.OfStage(
                        stage,
                        lengths.size(),
                        over,
                        lengths.size() - over,
                        byDefinition(lengths, 50),
                        byDefinition(lengths, 90)));
            }
        }
        assertThat(times).isEqualTo(new StageTimes(window, expected));
    }

    /** S(t) is the product over each length u up to t of 1 - d(u) / n(u); the answer is the first t with S(t) <= 1 - p. */
    private static @Nullable Duration byDefinition(List<Length> lengths, int percent) {
        TreeSet<Integer> ends = new TreeSet<>();
        lengths.stream().filter(Length::over).forEach(length -> ends.add(length.minutes()));
        for (int t : ends) {
            BigInteger above = BigInteger.ONE;
            BigInteger below = BigInteger.ONE;
            for (int u : ends.headSet(t, true)) {
                long atRisk =
                        lengths.stream().filter(length -> length.minutes() >= u).count();
                long ended = lengths.stream()
                        .filter(length -> length.over() && length.minutes() == u)
                        .count();
                above = above.multiply(BigInteger.valueOf(atRisk - ended));
                below = below.multiply(BigInteger.valueOf(atRisk));
            }
            if (above.multiply(BigInteger.valueOf(100)).compareTo(below.multiply(BigInteger.valueOf(100 - percent)))
                    <= 0) {
                return Duration.ofMinutes(t);
            }
        }
        return null;
    }

    @Provide
    Arbitrary<List<Length>> lengths() {
        return Combinators.combine(Arbitraries.integers().between(0, 12), Arbitraries.of(true, true, false))
                .as(Length::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<LeadHistory>> histories() {
        return Histories.lists();
    }
}
