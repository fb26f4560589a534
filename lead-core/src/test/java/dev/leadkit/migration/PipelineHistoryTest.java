package dev.leadkit.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.migration.PipelineHistory.Version;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PipelineHistoryTest {
    private static Version version(int number, @Nullable Integer restores) {
        return new Version(number, StageMap.NONE, restores);
    }

    private static PipelineHistory of(Version... versions) {
        return new PipelineHistory(List.of(versions));
    }

    @Test
    void versions_ascend_from_one_and_restore_earlier_ones() {
        assertThat(of(version(1, null), version(4, 1)).current()).isEqualTo(version(4, 1));
        for (List<Version> refused : List.of(
                List.of(version(0, null)),
                List.of(version(2, null), version(2, null)),
                List.of(version(2, null), version(1, null)),
                List.of(version(1, null), version(2, 2)),
                List.of(version(1, null), version(2, 3)),
                List.<Version>of())) {
            assertThatThrownBy(() -> new PipelineHistory(refused)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_past_is_asked_for_where_a_later_version_restores_one_before_the_leads() {
        PipelineHistory history = of(version(1, null), version(2, null), version(3, 1), version(4, null));

        assertThat(history.asksForThePast(1)).isFalse();
        assertThat(history.asksForThePast(2)).isTrue();
        assertThat(history.asksForThePast(3)).isFalse();
        assertThat(PipelineHistory.of(1).asksForThePast(1)).isFalse();
    }

    @Test
    void a_place_goes_through_the_maps_of_the_versions_after_the_leads_own() {
        PipelineHistory history = of(
                version(1, null),
                new Version(2, StageMap.of("new", "warm"), null),
                new Version(3, StageMap.of("warm", "hot"), null));

        assertThat(history.place(new TreeMap<>(Map.of(1, "new")))).isEqualTo("hot");
        assertThat(history.place(new TreeMap<>(Map.of(2, "new")))).isEqualTo("new");
        assertThat(history.place(new TreeMap<>(Map.of(2, "warm")))).isEqualTo("hot");
        assertThat(history.place(new TreeMap<>(Map.of(3, "warm")))).isEqualTo("warm");
        assertThat(history.successors()).isEqualTo(Map.of("new", "hot", "warm", "hot"));
    }

    @Test
    void a_restored_version_takes_a_lead_back_to_where_it_stood_there() {
        PipelineHistory history = of(
                version(1, null),
                new Version(2, StageMap.of("waiting", "hot").and("warm", "hot"), null),
                new Version(3, StageMap.of("hot", "warm"), 1));

        assertThat(history.place(new TreeMap<>(Map.of(1, "waiting", 2, "hot")))).isEqualTo("waiting");
        assertThat(history.place(new TreeMap<>(Map.of(2, "hot")))).isEqualTo("warm");
        assertThat(history.place(new TreeMap<>(Map.of(1, "waiting")))).isEqualTo("waiting");
    }
}
