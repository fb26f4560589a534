package dev.leadkit.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where a lead stood since it was last moved, read from the entries that say so. */
class StandingTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final LeadId ID = new LeadId(new UUID(0, 1));

    private final List<Activity> timeline = new ArrayList<>();

    private void then(Change change) {
        timeline.add(new Activity(
                ID,
                timeline.size() + 1,
                0,
                AT,
                Actor.user("ann"),
                new ChangesetId(new UUID(1, timeline.size())),
                null,
                change));
    }

    private static Lead on(int pipelineVersion, String stage, long version) {
        return Lead.builder(ID, TenantId.of("acme"), LeadSource.MANUAL, AT)
                .stage("sales", pipelineVersion, stage, false, AT)
                .version(version)
                .build();
    }

    private static Change.Migrated migrated(int from, int to, String fromStage, String toStage) {
        return new Change.Migrated(from, to, fromStage, toStage);
    }

    @Test
    void each_version_that_a_lead_was_brought_to_is_one_place() {
        then(new Change.Created(LeadSource.MANUAL, "sales", 1, "waiting", null));
        then(migrated(1, 2, "waiting", "hot"));
        then(migrated(2, 3, "hot", "hot"));

        assertThat(Standing.of(on(3, "hot", 3), timeline)).isEqualTo(Map.of(1, "waiting", 2, "hot", 3, "hot"));
    }

    @Test
    void a_move_ends_what_was_before_it() {
        then(new Change.Created(LeadSource.MANUAL, "sales", 1, "waiting", null));
        then(migrated(1, 2, "waiting", "hot"));
        then(new Change.StageChanged("hot", "new", null, Duration.ZERO));
        then(migrated(2, 3, "new", "first"));

        assertThat(Standing.of(on(3, "first", 4), timeline)).isEqualTo(Map.of(2, "new", 3, "first"));
    }

    @Test
    void a_move_to_another_pipeline_begins_there() {
        then(new Change.Created(LeadSource.MANUAL, "support", 8, "waiting", null));
        then(migrated(8, 9, "waiting", "hot"));
        then(new Change.PipelineChanged("support", "hot", "sales", 1, "new", null, Duration.ZERO));
        then(migrated(1, 2, "new", "first"));

        assertThat(Standing.of(on(2, "first", 4), timeline)).isEqualTo(Map.of(1, "new", 2, "first"));
    }

    @Test
    void what_came_after_the_lead_as_it_is_known_is_left_out() {
        then(new Change.Created(LeadSource.MANUAL, "sales", 1, "waiting", null));
        then(new Change.StageChanged("waiting", "new", null, Duration.ZERO));
        then(migrated(1, 2, "new", "first"));

        assertThat(Standing.of(on(1, "waiting", 1), timeline)).isEqualTo(Map.of(1, "waiting"));
        assertThat(Standing.of(on(1, "new", 3), timeline)).isEqualTo(Map.of(1, "new"));
        assertThat(Standing.of(on(1, "new", 3))).isEqualTo(Map.of(1, "new"));
    }

    @Test
    void the_entry_that_led_to_the_lead_as_it_is_known_counts() {
        then(new Change.Created(LeadSource.MANUAL, "sales", 1, "waiting", null));
        then(migrated(1, 2, "waiting", "hot"));
        then(new Change.StageChanged("hot", "new", null, Duration.ZERO));

        assertThat(Standing.of(on(2, "new", 3), timeline)).isEqualTo(Map.of(2, "new"));
    }

    @Test
    void a_move_to_another_pipeline_ends_what_was_in_the_one_before() {
        then(new Change.Created(LeadSource.MANUAL, "support", 1, "waiting", null));
        then(new Change.PipelineChanged("support", "waiting", "sales", 5, "new", null, Duration.ZERO));

        assertThat(Standing.of(on(5, "new", 2), timeline)).isEqualTo(Map.of(5, "new"));
    }
}
