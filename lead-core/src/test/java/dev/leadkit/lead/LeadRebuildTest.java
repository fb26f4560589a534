package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.LeadUpdate;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadRebuildTest {
    private static final TenantId ACME = TenantId.of("acme");

    private final LeadKit kit = LeadKit.builder().store(new InMemoryLeadStore()).build();
    private final LeadDesk ann = kit.tenant("acme").as(Actor.user("ann"));
    private final LeadDesk bob = kit.tenant("acme").as(Actor.user("bob"));

    private List<Activity> timeline(Lead lead) {
        return ann.timeline(lead.id(), PageRequest.first(100)).items();
    }

    @Test
    void a_lead_is_rebuilt_as_it_is_and_as_it_was() {
        Lead first = ann.create(NewLead.named("Jane").email("a@x.example").email("b@x.example"));
        Lead second = bob.update(first.id(), LeadUpdate.begin().email("b@x.example"));
        Lead third = bob.transition(first.id(), "lost", "price");

        assertThat(Told.of(LeadRebuild.of(ACME, timeline(first)))).isEqualTo(Told.of(third));
        assertThat(Told.of(LeadRebuild.asOf(ACME, timeline(first), 2))).isEqualTo(Told.of(second));
        assertThat(Told.of(LeadRebuild.asOf(ACME, timeline(first), 1))).isEqualTo(Told.of(first));
    }

    @Test
    void what_is_set_again_by_somebody_else_is_told_as_adjusted_and_no_change_of_a_value() {
        Lead lead = ann.create(NewLead.named("Jane"));

        bob.update(lead.id(), LeadUpdate.begin().name("Jane"));

        List<Activity> timeline = timeline(lead);
        Activity last = timeline.get(timeline.size() - 1);
        assertThat(last.change()).isEqualTo(new Change.Adjusted());
        assertThat(last.trace().values()).extracting(given -> given.from().by()).containsExactly("bob");
    }

    @Test
    void what_was_pinned_with_a_change_stands_behind_it_and_makes_no_entry_of_its_own() {
        Lead lead = ann.create(NewLead.named("Jane"));
        int before = timeline(lead).size();

        ann.tag(lead.id(), "vip");

        assertThat(timeline(lead)).hasSize(before + 1).last().satisfies(activity -> {
            assertThat(activity.change()).isEqualTo(new Change.Tagged("vip"));
            assertThat(activity.trace().pinned()).containsExactly("tag:vip");
        });
    }

    @Test
    void a_part_of_a_timeline_is_none() {
        Lead lead = ann.create(NewLead.named("Jane"));
        ann.tag(lead.id(), "vip");
        List<Activity> whole = timeline(lead);
        List<Activity> backwards = new ArrayList<>(whole);
        Collections.reverse(backwards);
        List<Activity> twice = new ArrayList<>(whole);
        twice.addAll(whole);

        for (List<Activity> wrong : List.of(List.<Activity>of(), whole.subList(1, whole.size()), backwards, twice)) {
            assertThatThrownBy(() -> LeadRebuild.of(ACME, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> LeadRebuild.asOf(ACME, whole, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a lead can't be rebuilt as of version 0 from a timeline that begins later");
    }
}
