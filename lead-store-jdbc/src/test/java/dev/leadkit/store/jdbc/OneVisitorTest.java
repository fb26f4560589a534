package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.conversation.ChatMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One visitor, one lead, whoever captures him at the same time and however often; and no error to the caller. */
@Tag("reliability")
@ParameterizedClass
@EnumSource(Database.class)
class OneVisitorTest {
    private static final int THREADS = 64;
    private static final int CONNECTIONS = 32;
    private static final int MESSAGES = 5;

    private final Database kind;

    @TempDir
    Path folder;

    OneVisitorTest(Database kind) {
        this.kind = kind;
    }

    /** The more hosts, the more often a commit makes others come again, who wait for nobody in their own process. */
    @Test
    @Timeout(value = 8, unit = TimeUnit.HOURS)
    void sixty_four_threads_that_capture_one_visitor_at_once_make_one_lead() throws Exception {
        int rounds = Tier.of(50, 1_000, 5_000);
        int hosts = Tier.of(4, 8, 64);
        try (Trial trial = Trial.of("one visitor, one lead, 64 threads of %d hosts".formatted(hosts), kind);
                Place.Opened opened = Place.fresh(kind, folder).open(CONNECTIONS)) {
            List<CaptureEngine> engines = Hosts.engines(hosts, opened.store());
            var together = new CyclicBarrier(THREADS);

            Crew.run(THREADS, number -> {
                for (int round = 0; round < rounds; round++) {
                    ChatMessage message = message("session-" + round, number);
                    together.await();
                    try {
                        engines.get(number % hosts).tenant(ACME.value()).onMessage(message);
                    } catch (RuntimeException failed) {
                        together.reset(); // or the others would wait for this one
                        throw failed;
                    }
                    trial.count("deliveries");
                }
                return number;
            });
            trial.count("visitors", rounds);

            assertOneLeadEach(opened, rounds, THREADS);
        }
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.HOURS)
    void sixteen_hosts_that_get_every_message_in_any_order_make_one_lead_of_each_visitor() throws Exception {
        int visitors = Tier.of(25, 2_000, 12_500);
        int hosts = 16;
        try (Trial trial = Trial.of("one visitor, one lead, 16 x 5 deliveries", kind);
                Place.Opened opened = Place.fresh(kind, folder).open(hosts)) {
            List<CaptureEngine> engines = Hosts.engines(hosts, opened.store());

            Crew.run(hosts, number -> {
                Random random = trial.random(number);
                for (int visitor = 0; visitor < visitors; visitor++) {
                    for (ChatMessage message : shuffled("session-" + visitor, random)) {
                        engines.get(number).tenant(ACME.value()).onMessage(message);
                        trial.count("deliveries");
                    }
                }
                return number;
            });
            trial.count("visitors", visitors);

            assertOneLeadEach(opened, visitors, MESSAGES);
        }
    }

    private static List<ChatMessage> shuffled(String session, Random random) {
        List<ChatMessage> messages = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            messages.add(message(session, i));
        }
        Collections.shuffle(messages, random);
        return messages;
    }

    private static ChatMessage message(String session, int number) {
        return ChatMessage.from(session)
                .id("m-" + number)
                .visitor("Please write to %s@acme.example".formatted(session))
                .at(NOW.plusSeconds(number))
                .build();
    }

    private static void assertOneLeadEach(Place.Opened opened, int visitors, int messages) {
        Audit audit = Audit.of(opened, ACME);
        assertThat(audit.faults()).isEmpty();
        assertThat(audit.leads())
                .hasSize(visitors)
                .allSatisfy(lead -> assertThat(lead.sessions()).hasSize(1));
        assertThat(audit.leads()).extracting(lead -> lead.sessions().get(0)).doesNotHaveDuplicates();
        for (int visitor = 0; visitor < visitors; visitor++) {
            List<String> ids = opened.store().transcript(ACME, "session-" + visitor).orElseThrow().messages().stream()
                    .map(ChatMessage::id)
                    .toList();
            assertThat(ids).hasSize(messages);
            assertThat(new TreeSet<>(ids)).hasSize(messages);
        }
    }
}
