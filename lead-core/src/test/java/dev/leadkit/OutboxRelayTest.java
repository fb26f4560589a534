package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.BackOff;
import dev.leadkit.event.DeliveryFailedException;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadListener;
import dev.leadkit.event.OutboxRelay;
import dev.leadkit.event.RelayPolicy;
import dev.leadkit.event.RelayResult;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Backlog;
import dev.leadkit.store.DeadLetter;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events on their way to listeners, as a host sets it up. */
class OutboxRelayTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final MovableClock clock = new MovableClock();
    private final InMemoryLeadStore store = new InMemoryLeadStore();
    private final List<LeadEvent> received = new ArrayList<>();
    private LeadListener listener = received::add;
    private final LeadKit kit = LeadKit.builder()
            .store(store)
            .clock(clock)
            .endpoint("crm", event -> listener.onEvent(event))
            .build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final RelayPolicy policy = RelayPolicy.DEFAULT
            .withBackOff(new BackOff(WAIT, 2, Duration.ofHours(1), 0))
            .withMaxAttempts(3)
            .withTrippingFailures(100);
    private final OutboxRelay relay = kit.relay(policy);

    @Test
    void a_listener_gets_what_happened_to_a_lead_with_old_and_new_values() {
        Lead lead = desk.create(NewLead.named("Jane"));
        desk.transition(lead.id(), "contacted");

        RelayResult result = relay.poll(List.of(ACME));

        assertThat(result).isEqualTo(new RelayResult(2, 0, 0, 0, 0));
        assertThat(received).extracting(LeadEvent::version).containsExactly(1L, 2L);
        assertThat(received).extracting(LeadEvent::type).containsExactly(LeadEvent.CREATED, LeadEvent.CHANGED);
        LeadEvent moved = received.get(1);
        assertThat(moved.tenant()).isEqualTo(ACME);
        assertThat(moved.lead()).isEqualTo(lead.id());
        assertThat(moved.changeTypes()).containsExactly("lead.stage_changed");
        assertThat(moved.activities())
                .extracting(Activity::change)
                .containsExactly(new Change.StageChanged("new", "contacted", null, Duration.ZERO));
        assertThat(moved.changeset()).isEqualTo(moved.activities().get(0).changeset());
        assertThat(relay.poll(List.of(ACME))).isEqualTo(RelayResult.NOTHING);
        assertThat(relay.backlog(ACME, "crm")).isEqualTo(Backlog.NONE);
    }

    @Test
    void an_event_has_one_id_however_often_it_comes_and_no_other_has_it() {
        desk.create(NewLead.named("Jane"));
        desk.create(NewLead.named("Joe"));
        failTimes(1, new IOException());

        relay.poll(List.of(ACME));
        clock.advance(WAIT);
        relay.poll(List.of(ACME));

        assertThat(received).hasSize(3);
        assertThat(received).extracting(LeadEvent::id).doesNotContainNull();
        assertThat(received.stream().map(LeadEvent::id).distinct()).hasSize(2);
        LeadEvent again = received.get(2);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.attemptedAt()).isEqualTo(clock.instant());
        assertThat(again.toJson()).isEqualTo(received.get(0).toJson());
    }

    @Test
    void what_fails_comes_again_after_growing_waits_and_keeps_its_lead_s_later_events() {
        Lead lead = desk.create(NewLead.named("Jane"));
        desk.tag(lead.id(), "vip");
        failTimes(2, new IOException("jane@acme.example is unknown here"));

        assertThat(relay.poll(List.of(ACME))).isEqualTo(new RelayResult(0, 1, 0, 0, 0));
        clock.advance(WAIT.minusNanos(1_000));
        assertThat(relay.poll(List.of(ACME))).isEqualTo(RelayResult.NOTHING);
        clock.advance(Duration.ofNanos(1_000));
        assertThat(relay.poll(List.of(ACME))).isEqualTo(new RelayResult(0, 1, 0, 0, 0));
        clock.advance(WAIT.multipliedBy(2));
        assertThat(relay.poll(List.of(ACME))).isEqualTo(new RelayResult(2, 0, 0, 0, 0));

        assertThat(received).extracting(LeadEvent::version).containsExactly(1L, 1L, 1L, 2L);
    }

    @Test
    void after_the_last_attempt_it_is_a_dead_letter_that_can_be_replayed_or_skipped() {
        Lead jane = desk.create(NewLead.named("Jane"));
        desk.tag(jane.id(), "vip");
        failTimes(3, new IOException("jane@acme.example is unknown here"));
        for (int attempt = 1; attempt <= 3; attempt++) {
            relay.poll(List.of(ACME));
            clock.advance(Duration.ofHours(1));
        }
        Lead joe = desk.create(NewLead.named("Joe"));

        assertThat(relay.poll(List.of(ACME)).delivered()).as("another lead's").isEqualTo(1);
        DeadLetter dead =
                relay.deadLetters(ACME, "crm", PageRequest.first(10)).items().get(0);
        assertThat(dead.id().lead()).isEqualTo(jane.id());
        assertThat(dead.failures()).isEqualTo(3);
        assertThat(dead.reason()).isEqualTo("java.io.IOException");
        assertThat(relay.replay(ACME, dead.id())).isTrue();
        assertThat(relay.poll(List.of(ACME)).delivered()).isEqualTo(2);
        assertThat(relay.skip(ACME, dead.id())).as("what is delivered").isFalse();
        assertThat(received.subList(3, received.size()))
                .extracting(LeadEvent::lead)
                .containsExactly(joe.id(), jane.id(), jane.id());
    }

    @Test
    void a_listener_says_that_another_attempt_is_of_no_use_or_must_wait_longer() {
        desk.create(NewLead.named("Jane"));
        failTimes(1, DeliveryFailedException.retryAfter("status 429", Duration.ofMinutes(7)));
        relay.poll(List.of(ACME));
        clock.advance(Duration.ofMinutes(7).minusNanos(1_000));
        assertThat(relay.poll(List.of(ACME)).total()).isZero();
        clock.advance(Duration.ofNanos(1_000));

        failTimes(1, DeliveryFailedException.permanent("status 410"));

        assertThat(relay.poll(List.of(ACME))).isEqualTo(new RelayResult(0, 0, 1, 0, 0));
        assertThat(relay.deadLetters(ACME, "crm", PageRequest.first(1)).items())
                .extracting(DeadLetter::reason)
                .containsExactly("status 410");
    }

    @Test
    void an_endpoint_that_fails_again_and_again_is_left_alone_until_the_next_poll() {
        for (int i = 0; i < 10; i++) {
            desk.create(NewLead.named("Jane"));
        }
        failTimes(100, new IOException());
        OutboxRelay cautious = kit.relay(policy.withTrippingFailures(3).withBatch(5));

        assertThat(cautious.poll(List.of(ACME))).isEqualTo(new RelayResult(0, 3, 0, 2, 0));
        failTimes(0, new IOException());
        assertThat(cautious.poll(List.of(ACME)).delivered()).isEqualTo(7);
    }

    @Test
    void what_a_killed_relay_had_in_its_hands_is_delivered_by_another_when_the_lease_ends() {
        Lead lead = desk.create(NewLead.named("Jane"));
        desk.tag(lead.id(), "vip");
        listener = event -> {
            received.add(event);
            throw new Killed();
        };
        assertThatThrownBy(() -> relay.poll(List.of(ACME))).isInstanceOf(Killed.class);
        listener = received::add;
        OutboxRelay another = kit.relay();

        assertThat(another.poll(List.of(ACME))).isEqualTo(RelayResult.NOTHING);
        clock.advance(policy.lease());
        assertThat(another.poll(List.of(ACME)).delivered()).isEqualTo(2);

        assertThat(received).extracting(LeadEvent::version).containsExactly(1L, 1L, 2L);
    }

    /** What no listener survives. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void a_slow_listener_keeps_its_events_by_extending_their_leases_in_time() {
        for (int i = 0; i < 4; i++) {
            desk.create(NewLead.named("Jane"));
        }
        OutboxRelay another = kit.relay(policy);
        listener = event -> {
            received.add(event);
            clock.advance(policy.lease().dividedBy(2));
            listener = received::add;
            assertThat(another.poll(List.of(ACME)).total()).isZero();
            listener = this::slow;
        };

        assertThat(relay.poll(List.of(ACME))).isEqualTo(new RelayResult(4, 0, 0, 0, 0));

        assertThat(received.stream().map(LeadEvent::id).distinct()).hasSize(4);
        assertThat(received).hasSize(4);
    }

    private void slow(LeadEvent event) {
        received.add(event);
        clock.advance(policy.lease().dividedBy(2));
    }

    @Test
    void a_listener_slower_than_its_lease_loses_the_rest_to_others_and_delivers_none_of_it() {
        for (int i = 0; i < 3; i++) {
            desk.create(NewLead.named("Jane"));
        }
        OutboxRelay another = kit.relay(policy);
        listener = event -> {
            received.add(event);
            clock.advance(policy.lease());
            listener = received::add;
            assertThat(another.poll(List.of(ACME)).delivered()).isEqualTo(3);
        };

        assertThat(relay.poll(List.of(ACME))).isEqualTo(new RelayResult(0, 0, 0, 0, 3));

        assertThat(received).as("the first twice, the others once").hasSize(4);
        assertThat(received.stream().map(LeadEvent::id).distinct()).hasSize(3);
    }

    @Test
    void an_interrupted_listener_ends_the_poll_and_gives_the_rest_back() {
        desk.create(NewLead.named("Jane"));
        desk.create(NewLead.named("Joe"));
        failTimes(1, new InterruptedException());

        RelayResult result = relay.poll(List.of(ACME));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result).isEqualTo(new RelayResult(0, 0, 0, 2, 0));
        assertThat(relay.poll(List.of(ACME)).delivered()).isEqualTo(2);
        assertThat(received).extracting(LeadEvent::attempt).containsOnly(1);
    }

    @Test
    void a_poll_ends_at_its_limit_having_served_every_tenant() {
        LeadDesk globex = kit.tenant("globex").as(Actor.user("gil"));
        for (int i = 0; i < 5; i++) {
            desk.create(NewLead.named("Jane"));
            globex.create(NewLead.named("Gus"));
        }
        OutboxRelay small = kit.relay(policy.withBatch(2).withLimit(5));

        RelayResult result = small.poll(List.of(ACME, TenantId.of("globex")));

        assertThat(result.delivered()).isEqualTo(5);
        assertThat(received.stream().filter(event -> event.tenant().equals(ACME)))
                .hasSize(3);
    }

    @Test
    void each_endpoint_gets_everything_whatever_the_others_do() {
        List<LeadEvent> mails = new ArrayList<>();
        LeadKit two = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .clock(clock)
                .endpoint("broken", event -> {
                    throw new AssertionError();
                })
                .endpoint("mail", mails::add)
                .build();
        two.tenant("acme").as(Actor.user("ann")).create(NewLead.named("Jane"));

        RelayResult result = two.relay(policy).poll(List.of(ACME));

        assertThat(result).isEqualTo(new RelayResult(1, 1, 0, 0, 0));
        assertThat(mails).hasSize(1);
    }

    @Test
    void a_kit_refuses_an_endpoint_s_name_that_is_taken_or_none() {
        LeadKit.Builder builder = LeadKit.builder().store(store).endpoint("crm", received::add);

        assertThatThrownBy(() -> builder.endpoint("crm", received::add)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> builder.endpoint(" ", received::add)).isInstanceOf(InvalidInputException.class);
    }

    private void failTimes(int times, Exception failure) {
        int[] left = {times};
        listener = event -> {
            if (failure instanceof InterruptedException && left[0] > 0) {
                left[0]--;
                throw failure;
            }
            received.add(event);
            if (left[0]-- > 0) {
                throw failure;
            }
        };
    }
}
