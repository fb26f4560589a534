package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.access.AccessAction;
import dev.leadkit.access.AccessPolicy;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.access.HiddenField;
import dev.leadkit.access.NotPermittedException;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadRebuild;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.lead.Touch;
import dev.leadkit.move.StaleStatus;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Reopening;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.pipeline.TimedRule;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A8: a lead that somebody put off is not stale till then, and comes back as it was. */
class SnoozeTest {
    private static final Pipeline PIPELINE = Pipeline.named("p")
            .stage(Stage.of("new", "New", StageCategory.OPEN).withStaleAfter(Duration.ofDays(2)))
            .stage(Stage.of("slow", "Slow", StageCategory.OPEN).withStaleAfter(Duration.ofDays(9)))
            .won("won", "Won")
            .lost("lost", "Lost")
            .free()
            .reopening(Reopening.TO_LAST_STAGE)
            .timed(TimedRule.tag("remind", "new", Duration.ofDays(3), "call-again"))
            .build();

    private final MovableClock clock = new MovableClock();
    private final InMemoryLeadStore store = new InMemoryLeadStore();
    private final LeadKit kit =
            LeadKit.builder().store(store).pipeline(PIPELINE).clock(clock).build();
    private final LeadDesk ann = kit.tenant("acme").as(Actor.user("ann"));
    private final LeadId lead = ann.create(NewLead.named("Jane")).id();
    private final Instant start = clock.instant();

    private Instant day(int days) {
        return start.plus(Duration.ofDays(days));
    }

    private List<Lead> stale() {
        return ann.list(LeadQuery.of(LeadFilter.all().stale(PIPELINE, clock.instant())))
                .items();
    }

    private StaleStatus snoozed(int until) {
        ann.update(lead, LeadUpdate.begin().snooze(day(until)));
        return ann.moves().staleness(lead);
    }

    @Test
    void a_stale_lead_is_left_alone_till_then_and_is_stale_again_from_then() {
        clock.advance(Duration.ofDays(3));
        assertThat(ann.moves().staleness(lead).since()).isEqualTo(day(2));

        StaleStatus status = snoozed(5);

        assertThat(status.isStale()).isFalse();
        assertThat(status.suppressedUntil()).isEqualTo(day(5));
        assertThat(status.lastTouch()).as("no touch").isEqualTo(start);
        assertThat(status.cause()).isEqualTo(Touch.CREATED);
        assertThat(stale()).isEmpty();
        assertThat(ann.insights().morningReview(5).stale()).isEmpty();
        assertThat(ann.list(LeadQuery.of(LeadFilter.all().snoozedAt(clock.instant())))
                        .items())
                .hasSize(1);

        clock.advance(Duration.ofDays(2));
        status = ann.moves().staleness(lead);

        assertThat(status.since()).isEqualTo(day(5));
        assertThat(status.suppressedUntil()).isNull();
        assertThat(stale()).extracting(Lead::id).containsExactly(lead);
        assertThat(ann.list(LeadQuery.of(LeadFilter.all().snoozedAt(clock.instant())))
                        .items())
                .isEmpty();
    }

    @Test
    void the_morning_review_tells_who_wakes_within_the_day() {
        clock.advance(Duration.ofDays(3));
        snoozed(5);
        assertThat(ann.insights().morningReview(5).goingStale()).isEmpty();

        clock.advance(Duration.ofDays(1));

        assertThat(ann.insights().morningReview(5).goingStale())
                .singleElement()
                .matches(each -> each.staleAt().equals(day(5)));
    }

    @Test
    void it_is_told_in_the_timeline_and_taken_back_like_any_edit() {
        clock.advance(Duration.ofDays(3));
        Lead before = ann.get(lead);
        snoozed(5);

        List<Activity> timeline = ann.timeline(lead, PageRequest.first(20)).items();
        Activity told = timeline.get(timeline.size() - 1);
        assertThat(told.change()).isEqualTo(new Change.FieldChanged("snoozedUntil", null, day(5).toString()));
        assertThat(told.actor()).isEqualTo(Actor.user("ann"));
        assertThat(LeadRebuild.of(ann.get(lead).tenant(), timeline).snoozedUntil())
                .isEqualTo(day(5));

        ann.undo(told.changeset());

        Lead after = ann.get(lead);
        assertThat(after.toBuilder().version(before.version()).build()).isEqualTo(before);
        assertThat(ann.moves().staleness(lead).since()).isEqualTo(day(2));
    }

    @Test
    void its_end_is_to_come_and_a_person_may_end_it_before() {
        assertThatThrownBy(() -> ann.update(lead, LeadUpdate.begin().snooze(start)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("snoozedUntil: expected an instant to come");
        snoozed(5);

        Lead awake = ann.update(lead, LeadUpdate.begin().wake());

        assertThat(awake.snoozedUntil()).isNull();
        assertThat(ann.update(lead, LeadUpdate.begin().wake())).as("again").isEqualTo(awake);
    }

    @Test
    void another_stage_does_not_end_it_and_closing_does() {
        snoozed(30);

        assertThat(ann.transition(lead, "slow").snoozedUntil()).isEqualTo(day(30));
        assertThat(ann.transition(lead, "lost").snoozedUntil()).isNull();
        assertThat(ann.update(lead, LeadUpdate.begin().snooze(day(30))).snoozedUntil())
                .as("a closed lead is not stale anyway")
                .isNull();
        assertThat(ann.moves().reopen(lead).snoozedUntil()).isNull();
    }

    @Test
    void timed_rules_wait_for_its_end() {
        clock.advance(Duration.ofDays(3));
        snoozed(5);
        assertThat(ann.moves().tick(10).done()).isEmpty();

        clock.advance(Duration.ofDays(2));

        assertThat(ann.moves().tick(10).done())
                .singleElement()
                .matches(done -> done.because().since().equals(day(5)));
        assertThat(ann.get(lead).tags()).containsExactly("call-again");
    }

    @Test
    void it_asks_for_the_permission_to_edit_the_field_and_closing_a_snoozed_lead_does_not() {
        snoozed(30);
        LeadDesk mover = LeadKit.builder()
                .store(store)
                .pipeline(PIPELINE)
                .clock(clock)
                .access(new NoEdits())
                .build()
                .tenant("acme")
                .as(Actor.user("ben"));

        assertThatThrownBy(() -> mover.update(lead, LeadUpdate.begin().wake()))
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("snoozedUntil");
        assertThat(mover.transition(lead, "lost").snoozedUntil()).isNull();
    }

    private static final class NoEdits implements AccessPolicy {
        @Override
        public LeadFilter visible(TenantId tenant, Actor actor) {
            return LeadFilter.all();
        }

        @Override
        public Set<HiddenField> hidden(TenantId tenant, Actor actor) {
            return Set.of();
        }

        @Override
        public boolean permits(TenantId tenant, Actor actor, AccessRequest request) {
            return request.action() != AccessAction.EDIT;
        }
    }
}
