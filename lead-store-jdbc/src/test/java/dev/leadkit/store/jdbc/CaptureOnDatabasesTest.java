package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Capture over a real database: any order, up to three deliveries, eight threads, two engines; rule 4 of the design. */
@ParameterizedClass
@EnumSource(Database.class)
class CaptureOnDatabasesTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<String> SAYS = List.of(
            "hello",
            "I want to buy three espresso machines",
            "what does it cost?",
            "my name is Jane Miller",
            "jane@acme.example",
            "sorry, it is j.miller@acme.example",
            "+1 212 555 0142",
            "budget is 4,500 EUR");

    private final Database kind;

    @TempDir
    Path folder;

    CaptureOnDatabasesTest(Database kind) {
        this.kind = kind;
    }

    @Test
    void shuffled_and_repeated_messages_on_eight_threads_end_as_in_order_in_memory() throws Exception {
        var random = new Random(42);
        List<ChatMessage> messages = new ArrayList<>();
        for (int session = 0; session < 40; session++) {
            messages.addAll(conversation("session-" + session, random));
        }
        LeadKit expected = Hosts.kit(new InMemoryLeadStore());
        CaptureEngine inOrder = Hosts.engine(expected);
        messages.forEach(message -> inOrder.tenant("acme").onMessage(message));
        List<ChatMessage> deliveries = new ArrayList<>(messages);
        messages.forEach(message -> deliveries.addAll(Collections.nCopies(random.nextInt(3), message)));
        Collections.shuffle(deliveries, random);

        try (JdbcLeadStore store = open()) {
            LeadKit kit = Hosts.kit(store);
            Captures.deliverOnEightThreads(store, deliveries);

            assertThat(Captures.facts(kit)).isEqualTo(Captures.facts(expected)).isNotEmpty();
            for (int session = 0; session < 40; session++) {
                assertThat(transcript(kit, session)).isEqualTo(transcript(expected, session));
            }
            assertHistoriesAreUnbroken(kit);
        }
    }

    @Test
    void sixteen_threads_that_capture_one_visitor_make_one_lead() throws Exception {
        try (JdbcLeadStore store = open()) {
            LeadKit kit = Hosts.kit(store);
            ExecutorService threads = Executors.newFixedThreadPool(16);
            try {
                for (int round = 0; round < 10; round++) {
                    List<Future<LeadId>> captured = new ArrayList<>();
                    for (int i = 0; i < 16; i++) {
                        // An engine of its own each, so that only the store decides.
                        CaptureEngine engine = Hosts.engine(kit);
                        ChatMessage message = ChatMessage.from("round-" + round)
                                .id("m" + i)
                                .visitor("jane" + i + "@acme.example")
                                .at(MORNING.plusSeconds(i))
                                .build();
                        captured.add(threads.submit(() ->
                                engine.tenant("acme").onMessage(message).lead().orElseThrow()));
                    }
                    LeadId first = captured.get(0).get();
                    for (Future<LeadId> one : captured) {
                        assertThat(one.get()).isEqualTo(first);
                    }
                    Lead lead = kit.tenant("acme").as(Actor.system()).get(first);
                    assertThat(lead.contact().emails()).hasSize(16);
                }
            } finally {
                threads.shutdownNow();
            }

            assertThat(Captures.facts(kit)).hasSize(10);
        }
    }

    /** On H2 in a file, where commits take as long as they do elsewhere. */
    private JdbcLeadStore open() {
        return kind == Database.H2 ? JdbcLeadStore.h2File(folder.resolve("leads")) : JdbcLeadStore.over(kind.fresh());
    }

    private static List<ChatMessage> conversation(String session, Random random) {
        List<ChatMessage> messages = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            var message = ChatMessage.from(session)
                    .id("m" + i)
                    .at(MORNING.plusSeconds(60L * i).plusNanos(1_000L * random.nextInt(1000)));
            messages.add((random.nextInt(4) == 0
                            ? message.bot("What is your name?")
                            : message.visitor(SAYS.get(random.nextInt(SAYS.size()))))
                    .build());
        }
        return messages;
    }

    private static List<ChatMessage> transcript(LeadKit kit, int session) {
        return kit.wiring()
                .store()
                .transcript(kit.tenant("acme").id(), "session-" + session)
                .map(Transcript::messages)
                .orElse(List.of());
    }

    /** Each stage change begins where the one before ended, and the last one is where the lead is. */
    private static void assertHistoriesAreUnbroken(LeadKit kit) {
        LeadDesk desk = kit.tenant("acme").as(Actor.system());
        for (Lead lead : Captures.leads(kit)) {
            String stage = "";
            for (Activity activity :
                    desk.timeline(lead.id(), PageRequest.first(500)).items()) {
                if (activity.change() instanceof Change.Created created) {
                    stage = created.stage();
                } else if (activity.change() instanceof Change.StageChanged moved) {
                    assertThat(moved.from()).isEqualTo(stage);
                    stage = moved.to();
                }
            }
            assertThat(stage).isEqualTo(lead.stage());
        }
    }
}
