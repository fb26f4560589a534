package dev.leadkit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.pipeline.PipelineTraffic;
import dev.leadkit.store.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Traffic against counts of leads, made in the plainest way. */
class TrafficProperties {
    private static final List<String> STAGES =
            List.of("new", "contacted", "qualified", "trial", "customer", "spam", "lost", "gone");

    @Property(tries = 300)
    void each_lead_counts_once_for_each_way_that_it_went(
            @ForAll("histories") List<LeadHistory> histories,
            @ForAll @IntRange(max = 220) int from,
            @ForAll @IntRange(max = 220) int length) {
        TimeRange window = TimeRange.between(Histories.minute(from), Histories.minute(from + length));
        List<LeadHistory> counted =
                histories.stream().filter(lead -> lead.pipeline().equals("p")).toList();

        PipelineTraffic traffic = Traffic.of(Histories.PIPELINE, Map.of("new", 3L), histories.stream(), window);

        for (String stage : STAGES) {
            long entered =
                    counted.stream().filter(lead -> came(lead, stage, window)).count();
            assertThat(traffic.entered().getOrDefault(stage, 0L)).isEqualTo(entered);
            for (String to : STAGES) {
                long moved = counted.stream()
                        .filter(lead -> went(lead, stage, to, window))
                        .count();
                assertThat(traffic.moved(stage, to)).isEqualTo(moved).isLessThanOrEqualTo(entered);
                assertThat(traffic.conversion(stage, to))
                        .isEqualTo(entered == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) moved / entered));
            }
        }
        assertThat(traffic.leads("new")).isEqualTo(3);
        assertThat(traffic.leads("lost")).isZero();
    }

    private static boolean came(LeadHistory lead, String stage, TimeRange window) {
        return lead.visits().stream().anyMatch(visit -> visit.stage().equals(stage) && window.contains(visit.from()));
    }

    private static boolean went(LeadHistory lead, String from, String to, TimeRange window) {
        List<StageVisit> visits = lead.visits();
        return IntStream.range(1, visits.size())
                .anyMatch(i -> visits.get(i - 1).stage().equals(from)
                        && visits.get(i).stage().equals(to)
                        && window.contains(visits.get(i - 1).from()));
    }

    @Provide
    Arbitrary<List<LeadHistory>> histories() {
        return Histories.lists();
    }
}
