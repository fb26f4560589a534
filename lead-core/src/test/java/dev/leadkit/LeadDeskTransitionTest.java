package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleLeadException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadDeskTransitionTest {
    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final LeadKit kit = LeadKit.builder().store(store).clock(clock).build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));

    private List<Change> changes(Lead lead) {
        return desk.timeline(lead.id(), PageRequest.first(100)).items().stream()
                .map(Activity::change)
                .toList();
    }

    @Test
    void a_lead_moves_where_the_pipeline_allows_it() {
        Lead lead = desk.create(NewLead.named("Jane"));
        clock.advance(Duration.ofHours(2));

        Lead moved = desk.transition(lead.id(), "contacted");

        assertThat(moved.stage()).isEqualTo("contacted");
        assertThat(moved.stageEnteredAt()).isEqualTo(clock.instant());
        assertThat(moved.lastActivityAt()).isEqualTo(clock.instant());
        assertThat(moved.version()).isEqualTo(2);
        assertThat(desk.get(lead.id())).isEqualTo(moved);
        assertThat(changes(lead))
                .last()
                .isEqualTo(new Change.StageChanged("new", "contacted", null, Duration.ofHours(2)));
    }

    @Test
    void a_move_that_the_pipeline_refuses_changes_nothing_and_says_why() {
        LeadKit strict = LeadKit.builder()
                .store(store)
                .clock(clock)
                .pipeline(Pipeline.sixStage())
                .build();
        LeadDesk its = strict.tenant("acme").as(Actor.user("ann"));
        Lead lead = its.transition(its.create(NewLead.named("Jane")).id(), "qualified");

        var refused =
                catchThrowableOfType(TransitionRefusedException.class, () -> its.transition(lead.id(), "assigned"));

        assertThat(refused.lead()).isEqualTo(lead.id());
        assertThat(refused.to()).isEqualTo("assigned");
        assertThat(refused.refusals()).extracting(Refusal::field).containsExactly("assignee");
        assertThat(refused).hasMessage("lead %s: the lead needs \"assignee\" first", lead.id());
        assertThat(its.preview(lead.id(), "assigned").refusals()).isEqualTo(refused.refusals());
        assertThat(its.options(lead.id()))
                .filteredOn(Decision::isAllowed)
                .extracting(Decision::to)
                .containsExactly("lost");
        assertThat(its.get(lead.id())).isEqualTo(lead);
        assertThat(its.transition(its.assign(lead.id(), "bob").id(), "assigned").stage())
                .isEqualTo("assigned");
    }

    @Test
    void a_move_to_the_stage_where_the_lead_is_changes_nothing() {
        Lead lead = desk.create(NewLead.named("Jane"));

        assertThat(desk.transition(lead.id(), "new")).isEqualTo(lead);
        assertThat(changes(lead)).noneMatch(Change.StageChanged.class::isInstance);
    }

    @Test
    void a_move_decided_on_what_is_no_longer_so_is_refused_as_stale() {
        Lead lead = desk.create(NewLead.named("Jane"));
        LeadDesk bob = kit.tenant("acme").as(Actor.user("bob"));
        store.beforeTheNextCommit(() -> bob.transition(lead.id(), "lost", "no budget"));

        var stale = catchThrowableOfType(StaleLeadException.class, () -> desk.transition(lead.id(), "contacted"));

        assertThat(stale.expected()).isEqualTo(1);
        assertThat(stale.found()).isEqualTo(2);
        assertThat(desk.get(lead.id()).stage()).isEqualTo("lost");
    }

    @Test
    void a_lead_is_lost_for_a_reason_which_goes_when_it_opens_again() {
        Pipeline pipeline = Pipeline.named("p")
                .open("new", "New")
                .won("won", "Won")
                .lost("lost", "Lost")
                .allow("new", "won")
                .allow("new", "lost", Guard.has("lostReason"))
                .allow("lost", "new")
                .build();
        LeadDesk its = LeadKit.builder()
                .store(store)
                .clock(clock)
                .pipeline(pipeline)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        Lead lead = its.create(NewLead.named("Jane"));
        assertThatThrownBy(() -> its.transition(lead.id(), "lost")).isInstanceOf(TransitionRefusedException.class);

        Lead lost = its.transition(lead.id(), "lost", " price ");
        Lead reopened = its.transition(lead.id(), "new");

        assertThat(lost.lostReason()).isEqualTo("price");
        assertThat(lost.closed()).isTrue();
        assertThat(reopened.lostReason()).isNull();
        assertThat(reopened.closed()).isFalse();
        assertThat(changes(lead)).contains(new Change.StageChanged("new", "lost", "price", Duration.ZERO));
    }
}
