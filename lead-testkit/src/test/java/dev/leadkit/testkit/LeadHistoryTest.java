package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The checker bites: each history here is wrong in one way. */
class LeadHistoryTest {
    private final List<Activity> timeline = new ArrayList<>();
    private Lead lead = created();

    private Lead created() {
        var unit = aChangeset();
        Lead stored = unit.create(
                aLead().named("Jane").tagged("vip").worth("10", "EUR").build(), NOW, null);
        timeline.addAll(unit.build().activities());
        return stored;
    }

    private void change(UnaryOperator<Lead.Builder> change) {
        var unit = aChangeset();
        lead = unit.update(lead, change.apply(lead.toBuilder()).build(), NOW, null);
        timeline.addAll(unit.build().activities());
    }

    private void moveTo(String stage) {
        change(next -> next.stage("five-stage", 1, stage, stage.equals("lost"), NOW));
    }

    @Test
    void an_unbroken_history_has_no_fault() {
        moveTo("contacted");
        change(next -> next.assignee("ann"));
        moveTo("lost");
        moveTo("new");

        assertThat(LeadHistory.faults(lead, timeline)).isEmpty();
        assertThat(LeadHistory.silentVersions(lead, timeline)).isEmpty();
    }

    @Test
    void a_transition_that_starts_elsewhere_is_found() {
        moveTo("contacted");
        replaceLast(new Change.StageChanged("qualified", "contacted", null, Duration.ZERO));

        assertThat(LeadHistory.faults(lead, timeline))
                .singleElement()
                .asString()
                .endsWith("expected from new");
    }

    @Test
    void a_lost_transition_is_found() {
        moveTo("contacted");
        moveTo("qualified");
        timeline.remove(timeline.size() - 2);

        assertThat(LeadHistory.faults(lead, timeline))
                .singleElement()
                .asString()
                .endsWith("expected from new");
        assertThat(LeadHistory.silentVersions(lead, timeline)).containsExactly(2L);
    }

    @Test
    void a_lost_last_transition_is_found() {
        moveTo("contacted");
        timeline.remove(timeline.size() - 1);

        assertThat(LeadHistory.faults(lead, timeline))
                .singleElement()
                .asString()
                .endsWith("stage by the timeline new, by the row contacted");
    }

    @Test
    void a_changeset_that_was_applied_twice_is_found() {
        moveTo("contacted");
        moveTo("new");
        Activity once = timeline.get(timeline.size() - 2);
        Activity twice = timeline.get(timeline.size() - 1);
        timeline.set(
                timeline.size() - 1,
                new Activity(
                        twice.lead(), twice.version(), 0, NOW, twice.actor(), once.changeset(), null, twice.change()));

        assertThat(LeadHistory.faults(lead, timeline))
                .singleElement()
                .asString()
                .endsWith("its changeset was applied before");
    }

    @Test
    void an_entry_that_is_missing_within_a_version_is_found() {
        timeline.remove(1);

        assertThat(LeadHistory.faults(lead, timeline)).anyMatch(fault -> fault.endsWith("expected index 1"));
    }

    @Test
    void a_second_beginning_is_found() {
        moveTo("contacted");
        replaceLast(timeline.get(0).change());

        assertThat(LeadHistory.faults(lead, timeline))
                .anyMatch(fault -> fault.endsWith("a lead begins by being created, once"));
    }

    @Test
    void a_timeline_that_is_ahead_of_its_lead_is_found() {
        Lead behind = lead;
        moveTo("contacted");

        assertThat(LeadHistory.faults(behind, timeline))
                .anyMatch(fault -> fault.endsWith("is of version 1, its timeline of 2"));
    }

    @Test
    void values_that_the_timeline_does_not_tell_of_are_found() {
        Lead other = lead.toBuilder()
                .assignee("bob")
                .tags(Set.of("vip", "late"))
                .withdrawn(true)
                .sessions(List.of("s-9"))
                .build();

        assertThat(LeadHistory.faults(other, timeline)).hasSize(4);
    }

    @Test
    void a_tag_that_is_set_twice_is_found() {
        change(next -> next.tags(Set.of("vip", "late")));
        change(next -> next.tags(Set.of("vip")));
        replaceLast(new Change.Tagged("late"));

        assertThat(LeadHistory.faults(lead, timeline)).anyMatch(fault -> fault.endsWith("was tagged so already"));
    }

    private void replaceLast(Change change) {
        Activity last = timeline.remove(timeline.size() - 1);
        timeline.add(new Activity(
                last.lead(), last.version(), last.index(), last.at(), last.actor(), last.changeset(), null, change));
    }
}
