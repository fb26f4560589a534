package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.event.BackOff;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadListener;
import dev.leadkit.event.OutboxRelay;
import dev.leadkit.event.RelayPolicy;
import dev.leadkit.event.RelayResult;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.Backlog;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** From a chat message and an act at the desk to the listener, over a real database, with several relays at once. */
@ParameterizedClass
@EnumSource(Database.class)
class RelayOnDatabasesTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final int SESSIONS = 24;

    /** Waits that are over at once, so that nothing sleeps here. */
    private static final RelayPolicy POLICY = new RelayPolicy(
            Duration.ofMinutes(5),
            4,
            1_000,
            1_000,
            new BackOff(Duration.ofMillis(1), 1, Duration.ofMillis(1), 1),
            1_000);

    private final JdbcLeadStore store;

    RelayOnDatabasesTest(Database kind) {
        this.store = JdbcLeadStore.over(kind.fresh());
    }

    private LeadKit kit(LeadListener listener) {
        return LeadKit.builder()
                .store(store)
                .identityKey("sixteen bytes or more".getBytes(StandardCharsets.UTF_8))
                .scorer(Scorecard.standard())
                .endpoint("crm", listener)
                .build();
    }

    @Test
    void a_message_and_a_move_reach_the_listener_in_order() {
        List<LeadEvent> received = new ArrayList<>();
        LeadKit kit = kit(received::add);
        TenantCapture capture = CaptureEngine.builder(kit).build().tenant("acme");
        LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));

        capture.onMessage(message("s-1", 0, "I want to buy chairs, jane@acme.example"));
        Lead lead = desk.list(LeadQuery.all()).items().get(0);
        desk.transition(lead.id(), "contacted");
        RelayResult result = kit.relay().poll(List.of(ACME));

        assertThat(result.delivered()).isEqualTo(2);
        assertThat(received).extracting(LeadEvent::type).containsExactly(LeadEvent.CREATED, LeadEvent.CHANGED);
        assertThat(received.get(0).changeTypes()).contains("lead.captured", "lead.field_changed", "lead.scored");
        assertThat(received.get(1).changeTypes()).contains("lead.stage_changed");
        assertThat(received.stream().flatMap(event -> event.activities().stream()))
                .containsExactlyElementsOf(
                        desk.timeline(lead.id(), PageRequest.first(100)).items());
    }

    @Test
    void four_relays_share_what_two_writers_make_and_each_lead_stays_in_order() throws Exception {
        var receiver = new Receiver();
        LeadKit kit = kit(receiver);
        var writing = new AtomicInteger(2);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<RelayResult>> relays = new ArrayList<>();
        try {
            List<Future<?>> writers = List.of(
                    threads.submit(() -> write(writing, () -> chat(kit))),
                    threads.submit(() -> write(writing, () -> work(kit))));
            for (int i = 0; i < 4; i++) {
                relays.add(threads.submit(() -> pollUntilDone(kit.relay(POLICY), writing)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            RelayResult sum = RelayResult.NOTHING;
            for (Future<RelayResult> relay : relays) {
                sum = sum.plus(relay.get());
            }

            LeadDesk desk = kit.tenant("acme").as(Actor.system());
            List<Lead> leads = desk.list(LeadQuery.all().limit(500)).items();
            int versions = 0;
            for (Lead lead : leads) {
                List<Long> expected = desk.timeline(lead.id(), PageRequest.first(500)).items().stream()
                        .map(Activity::version)
                        .distinct()
                        .toList();
                assertThat(receiver.taken.get(lead.id())).isEqualTo(expected);
                versions += expected.size();
            }
            assertThat(leads).hasSize(2 * SESSIONS);
            assertThat(receiver.broken).hasValue(0);
            assertThat(sum.delivered()).isEqualTo(versions);
            assertThat(sum.retried()).isEqualTo(receiver.refused.get());
            assertThat(sum.dead() + sum.lost() + sum.released()).isZero();
            assertThat(kit.relay().backlog(ACME, "crm")).isEqualTo(Backlog.NONE);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Refuses some at random, and sees to it that a lead's events come one at a time. */
    private static final class Receiver implements LeadListener {
        final Map<LeadId, List<Long>> taken = new ConcurrentHashMap<>();
        final AtomicInteger refused = new AtomicInteger();
        final AtomicInteger broken = new AtomicInteger();
        private final Map<LeadId, Boolean> busy = new ConcurrentHashMap<>();
        private final Random random = new Random(7);

        @Override
        public void onEvent(LeadEvent event) {
            if (busy.putIfAbsent(event.lead(), true) != null) {
                broken.incrementAndGet();
            }
            try {
                if (random.nextInt(5) == 0) {
                    refused.incrementAndGet();
                    throw new IllegalStateException("refused");
                }
                taken.computeIfAbsent(event.lead(), lead -> new ArrayList<>()).add(event.version());
            } finally {
                busy.remove(event.lead());
            }
        }
    }

    private static void write(AtomicInteger writing, Runnable work) {
        try {
            work.run();
        } finally {
            writing.decrementAndGet();
        }
    }

    private static void chat(LeadKit kit) {
        TenantCapture capture = CaptureEngine.builder(kit).build().tenant("acme");
        for (int turn = 0; turn < 3; turn++) {
            for (int session = 0; session < SESSIONS; session++) {
                String text = turn == 0
                        ? "jane%d@acme.example".formatted(session)
                        : "my budget is %d EUR".formatted(100 * turn);
                capture.onMessage(message("s-" + session, turn, text));
            }
        }
    }

    private static void work(LeadKit kit) {
        LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
        for (int i = 0; i < SESSIONS; i++) {
            Lead lead = desk.create(NewLead.named("Joe"));
            desk.tag(lead.id(), "vip");
            desk.transition(lead.id(), "contacted");
        }
    }

    private static RelayResult pollUntilDone(OutboxRelay relay, AtomicInteger writing) {
        RelayResult sum = RelayResult.NOTHING;
        while (true) {
            boolean written = writing.get() == 0;
            sum = sum.plus(relay.poll(List.of(ACME)));
            if (written && relay.backlog(ACME, "crm").waiting() == 0) {
                return sum;
            }
        }
    }

    private static ChatMessage message(String session, int turn, String text) {
        return ChatMessage.from(session)
                .id("m" + turn)
                .visitor(text)
                .at(Instant.parse("2026-03-02T09:00:00Z").plusSeconds(turn))
                .build();
    }
}
