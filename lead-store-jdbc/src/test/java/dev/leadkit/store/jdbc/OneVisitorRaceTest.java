package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;

import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.conversation.ChatMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One visitor, one lead, when as many threads as a busy host has capture him at the same moment. */
@Tag("reliability")
@ParameterizedClass
@EnumSource(Database.class)
class OneVisitorRaceTest {
    private static final int THREADS = 64;
    private static final int CONNECTIONS = 32;

    private final Database kind;

    @TempDir
    Path folder;

    OneVisitorRaceTest(Database kind) {
        this.kind = kind;
    }

    /** The more hosts, the more often a commit makes others come again, who wait for nobody in their own process. */
    @Test
    @Timeout(value = 8, unit = TimeUnit.HOURS)
    void sixty_four_threads_that_capture_one_visitor_at_once_make_one_lead() throws Exception {
        int rounds = Tier.of(50, 1_000, 5_000);
        int hosts = Tier.of(4, 4, 64);
        try (Trial trial = Trial.of("one visitor, one lead, 64 threads of %d hosts".formatted(hosts), kind);
                Place.Opened opened = Place.fresh(kind, folder).open(CONNECTIONS)) {
            List<CaptureEngine> engines = Hosts.engines(hosts, opened.store());
            var together = new CyclicBarrier(THREADS);

            Crew.run(THREADS, number -> {
                for (int round = 0; round < rounds; round++) {
                    ChatMessage message = Visits.message("session-" + round, number);
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

            Visits.assertOneLeadEach(opened, rounds, THREADS);
        }
    }
}
