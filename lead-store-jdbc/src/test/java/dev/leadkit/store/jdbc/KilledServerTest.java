package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.GLOBEX;
import static dev.leadkit.testkit.Leads.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.StoreException;
import dev.leadkit.testkit.Acknowledgement;
import dev.leadkit.testkit.StoreLoad;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The database server is struck down under load and started again on the same port: a caller gets a
 * {@link StoreException} at worst, repeats what he did, and finds it done once. H2 has no server but the host's process,
 * see {@link KilledProcessTest}.
 */
@Tag("reliability")
class KilledServerTest {
    private static final int CRASHES = Tier.of(1, 25, 100);
    private static final int MOST_COMMITS = 300;
    private static final int STORE_THREADS = 8;
    private static final int HOST_THREADS = 2;
    private static final int THREADS = STORE_THREADS + 2 * HOST_THREADS;

    private final Queue<Acknowledgement> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> sessions = new ConcurrentLinkedQueue<>();
    private final Queue<String> customers = new ConcurrentLinkedQueue<>();
    private final Semaphore commits = new Semaphore(0);
    private final AtomicBoolean over = new AtomicBoolean();

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    @Timeout(value = 8, unit = TimeUnit.HOURS)
    void what_was_acknowledged_is_stored_once_whenever_the_server_is_killed(Database kind) throws Exception {
        Place place = Place.inMortalServer(kind);
        try (Trial trial = Trial.of("acknowledged means stored once, server killed", kind);
                Place.Opened opened = place.open(THREADS, Duration.ofSeconds(2))) {
            List<FutureTask<Integer>> crew = startWork(opened, trial);
            for (int crash = 0; crash < CRASHES; crash++) {
                commits.drainPermits();
                acquire(1 + trial.random(-crash).nextInt(MOST_COMMITS));
                crash(kind);
                recover(kind);
                trial.count("crashes");
            }
            acquire(MOST_COMMITS);
            over.set(true);
            Crew.await(crew);
            trial.count("acknowledged", acknowledged.size());

            Audit audit = Audit.of(opened, ACME).withoutSilence().withOutboxFor(StoreLoad.ENDPOINT);
            assertThat(audit.faults()).isEmpty();
            assertThat(acknowledged)
                    .allSatisfy(each -> assertThat(audit.writtenBy(each.changeset()))
                            .as("%s", each)
                            .containsExactly(Audit.version(each.lead(), each.version())));
            // Everybody repeated until he knew, so nothing is stored that nobody knows of.
            Set<ChangesetId> unacknowledged = audit.changesets();
            acknowledged.forEach(each -> unacknowledged.remove(each.changeset()));
            assertThat(unacknowledged).isEmpty();
            assertHostsFoundTheirs(opened, trial);
        }
    }

    private void acquire(int permits) throws InterruptedException {
        assertThat(commits.tryAcquire(permits, 2, TimeUnit.MINUTES))
                .as("work goes on")
                .isTrue();
    }

    private List<FutureTask<Integer>> startWork(Place.Opened opened, Trial trial) {
        var load = new StoreLoad(
                opened.store(),
                ACME,
                each -> {
                    acknowledged.add(each);
                    commits.release();
                },
                failed -> trial.count("calls with unknown outcome"));
        LeadDesk desk = Hosts.kit(opened.store()).tenant(GLOBEX.value()).as(Actor.user("ann"));
        List<CaptureEngine> engines = Hosts.engines(HOST_THREADS, opened.store());
        return Crew.start(THREADS, number -> {
            Random random = trial.random(number);
            for (int i = 0; !over.get(); i++) {
                if (number < STORE_THREADS) {
                    load.step(random);
                } else if (number < STORE_THREADS + HOST_THREADS) {
                    capture(engines.get(number - STORE_THREADS), "session-" + number + "-" + i, trial);
                } else {
                    register(desk, "crm-" + number + "-" + i, trial);
                }
            }
            return number;
        });
    }

    /** A host whose channel delivers again what was not taken. */
    private void capture(CaptureEngine engine, String session, Trial trial) {
        ChatMessage message = ChatMessage.from(session)
                .id("m-1")
                .visitor("My address is %s@acme.example".formatted(session))
                .at(NOW)
                .build();
        while (true) {
            try {
                engine.tenant(GLOBEX.value()).onMessage(message);
                sessions.add(session);
                return;
            } catch (StoreException unknown) {
                trial.count("messages delivered again");
            }
        }
    }

    /** A host that does not know whether a customer was created, and tries again: one that is there is refused. */
    private void register(LeadDesk desk, String externalId, Trial trial) {
        while (true) {
            try {
                desk.create(NewLead.named("Jane").externalId(externalId));
                customers.add(externalId);
                return;
            } catch (IdentityTakenException there) {
                trial.count("creations that had succeeded");
                customers.add(externalId);
                return;
            } catch (StoreException unknown) {
                trial.count("creations tried again");
            }
        }
    }

    private void assertHostsFoundTheirs(Place.Opened opened, Trial trial) {
        Audit audit = Audit.of(opened, GLOBEX);
        trial.count("visitors captured", sessions.size());
        trial.count("customers created", customers.size());
        assertThat(audit.faults()).isEmpty();
        assertThat(audit.leads().stream().flatMap(lead -> lead.sessions().stream()))
                .containsExactlyInAnyOrderElementsOf(sessions);
        assertThat(audit.leads().stream()
                        .filter(lead -> lead.sessions().isEmpty())
                        .map(KilledServerTest::externalId))
                .containsExactlyInAnyOrderElementsOf(customers);
        for (String session : sessions) {
            assertThat(opened.store().transcript(GLOBEX, session).orElseThrow().messages())
                    .hasSize(1);
        }
    }

    private static String externalId(Lead lead) {
        return lead.identities().get(0).value();
    }

    private static void crash(Database kind) throws Exception {
        if (kind == Database.MARIADB) {
            MariaDbServer.crash();
        } else {
            PostgresServer.mortal().crash();
        }
    }

    private static void recover(Database kind) throws Exception {
        if (kind == Database.MARIADB) {
            MariaDbServer.recover();
        } else {
            PostgresServer.mortal().recover();
        }
    }
}
