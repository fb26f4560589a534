package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.leadkit.bulk.BulkEdits;
import dev.leadkit.bulk.BulkOutcome;
import dev.leadkit.bulk.BulkOutcome.Applied;
import dev.leadkit.bulk.BulkOutcome.NotFound;
import dev.leadkit.bulk.BulkOutcome.Refused;
import dev.leadkit.bulk.BulkOutcome.Stale;
import dev.leadkit.bulk.BulkOutcome.Taken;
import dev.leadkit.bulk.BulkOutcome.Unchanged;
import dev.leadkit.bulk.BulkResult;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeadDeskBulkTest {
    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final LeadKit kit = LeadKit.builder().store(store).clock(clock).build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));

    private static List<LeadId> ids(Lead... leads) {
        return List.of(leads).stream().map(Lead::id).toList();
    }

    @Test
    void each_lead_gets_its_own_outcome_in_the_order_asked() {
        LeadDesk strict = LeadKit.builder()
                .store(store)
                .clock(clock)
                .pipeline(Pipeline.sixStage())
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        Lead foreign = kit.tenant("globex").as(Actor.user("eve")).create(NewLead.named("Zoe"));
        LeadId unknown = new LeadId(new UUID(0, 1));
        Lead there = strict.create(NewLead.named("Bo"));
        strict.transition(there.id(), "qualified");
        strict.assign(there.id(), "bob");
        there = strict.transition(there.id(), "assigned");
        Lead ready = strict.create(NewLead.named("Al").assignee("bob"));
        ready = strict.transition(ready.id(), "qualified");
        Lead fresh = strict.create(NewLead.named("Cy"));

        BulkResult result = strict.bulk()
                .transition(List.of(there.id(), unknown, ready.id(), foreign.id(), fresh.id(), ready.id()), "assigned");

        assertThat(result.outcomes())
                .containsExactly(
                        entry(there.id(), new Unchanged(there)),
                        entry(unknown, new NotFound()),
                        entry(ready.id(), new Applied(strict.get(ready.id()))),
                        entry(foreign.id(), new NotFound()),
                        entry(
                                fresh.id(),
                                new Refused(
                                        strict.preview(fresh.id(), "assigned").refusals())));
        assertThat(strict.get(ready.id()).stage()).isEqualTo("assigned");
        assertThat(strict.get(ready.id()).version()).isEqualTo(ready.version() + 1);
        assertThat(result.count(NotFound.class)).isEqualTo(2);
        assertThat(result.count(BulkOutcome.class)).isEqualTo(5);
    }

    @Test
    void a_move_decided_on_what_is_no_longer_so_is_told_as_stale_and_the_others_are_made() {
        Lead first = desk.create(NewLead.named("Al"));
        Lead second = desk.create(NewLead.named("Bo"));
        store.beforeTheNextCommit(() -> desk.assign(first.id(), "bob"));

        BulkResult result = desk.bulk().transition(ids(first, second), "lost", " price ");

        assertThat(result.outcomes())
                .containsEntry(first.id(), new Stale(1, 2))
                .containsEntry(second.id(), new Applied(desk.get(second.id())));
        assertThat(desk.get(first.id()).stage()).isEqualTo("new");
        assertThat(desk.get(second.id()).lostReason()).isEqualTo("price");
    }

    @Test
    void a_tag_is_added_to_what_somebody_else_changed_meanwhile_and_to_that_alone_again() {
        Lead first = desk.create(NewLead.named("Al"));
        Lead second = desk.create(NewLead.named("Bo"));
        store.beforeTheNextCommit(() -> desk.assign(first.id(), "bob"));
        int before = store.commits();

        BulkResult result = desk.bulk().tag(ids(first, second), "vip");

        assertThat(result.count(Applied.class)).isEqualTo(2);
        assertThat(desk.get(first.id()).assignee()).isEqualTo("bob");
        assertThat(desk.get(first.id()).tags()).containsExactly("vip");
        assertThat(desk.get(second.id()).version()).isEqualTo(2);
        assertThat(store.commits() - before)
                .as("bob's, the record, one a lead, and one again")
                .isEqualTo(5);
    }

    @Test
    void who_always_comes_second_is_told_in_the_end() {
        Lead lead = desk.create(NewLead.named("Al"));
        store.beforeTheNextCommit(() -> alwaysFaster(lead.id(), 1));

        BulkResult result = desk.bulk().tag(ids(lead), "vip");

        assertThat(result.count(Stale.class)).isEqualTo(1);
        assertThat(desk.get(lead.id()).tags()).isEmpty();
    }

    private void alwaysFaster(LeadId lead, int turn) {
        desk.assign(lead, "user-" + turn);
        store.beforeTheNextCommit(() -> alwaysFaster(lead, turn + 1));
    }

    @Test
    void of_two_leads_of_one_person_only_one_opens_again() {
        Lead first = desk.create(NewLead.named("Al").externalId("crm-1"));
        desk.transition(first.id(), "lost");
        Lead second = desk.create(NewLead.named("Al").externalId("crm-1"));
        desk.transition(second.id(), "lost");
        LeadDesk reopening = reopening();

        BulkResult result = reopening.bulk().transition(ids(first, second), "new");

        assertThat(result.outcomes().values())
                .containsExactly(new Applied(reopening.get(first.id())), new Taken(first.id()));
        assertThat(reopening.get(second.id()).closed()).isTrue();
    }

    /** The five stages, with a way back from the end. */
    private LeadDesk reopening() {
        Pipeline pipeline = Pipeline.named("five-stage")
                .open("new", "New")
                .won("won", "Won")
                .lost("lost", "Lost")
                .allow("new", "won")
                .allow("new", "lost")
                .allow("lost", "new")
                .build();
        return LeadKit.builder()
                .store(store)
                .clock(clock)
                .pipeline(pipeline)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
    }

    @Test
    void a_bad_value_is_refused_before_anything_is_read() {
        Lead lead = desk.create(NewLead.named("Al"));
        BulkEdits bulk = desk.bulk();

        assertThatThrownBy(() -> bulk.tag(ids(lead), " ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> bulk.untag(ids(lead), "")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> bulk.assign(ids(lead), "a\u0000")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> bulk.transition(ids(lead), "lost", "x".repeat(1025)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(store.mostRead()).isZero();
    }

    @Test
    void nothing_is_read_for_nobody() {
        assertThat(desk.bulk().tag(List.of(), "vip").outcomes()).isEmpty();
        assertThat(store.mostRead()).isZero();
    }

    @Test
    void more_than_a_portion_is_worked_on_in_portions() {
        Lead first = desk.create(NewLead.named("Al"));
        Lead last = desk.create(NewLead.named("Bo"));
        List<LeadId> ids = new ArrayList<>(ids(first));
        for (int i = 0; i < BulkEdits.PORTION; i++) {
            ids.add(new LeadId(new UUID(0, i)));
        }
        ids.add(last.id());

        BulkResult result = desk.bulk().assign(ids, "bob");

        assertThat(result.outcomes().keySet()).containsExactlyElementsOf(ids);
        assertThat(result.count(Applied.class)).isEqualTo(2);
        assertThat(result.count(NotFound.class)).isEqualTo(BulkEdits.PORTION);
        assertThat(store.mostRead()).isEqualTo(BulkEdits.PORTION);
    }
}
