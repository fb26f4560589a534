package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.OutboxRelay;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Backlog;
import dev.leadkit.testkit.StoreLoad;
import dev.leadkit.testkit.WorkerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Four relays, in processes of their own or, on H2, in one, are killed with {@code kill -9} while they share the events:
 * none is lost, and those of a lead come in order.
 */
@Tag("reliability")
@ParameterizedClass
@EnumSource(Database.class)
class KilledRelayTest {
    private static final int KILLS = Tier.of(3, 20, 200);
    private static final int EVENTS = Tier.of(1_500, 100_000, 1_000_000);
    private static final int RELAYS = 4;

    private final Database kind;
    private final int threads;
    private final List<WorkerProcess> processes = new ArrayList<>();
    private final List<FutureTask<Integer>> readers = new ArrayList<>();
    private final Queue<Reception> received = new ConcurrentLinkedQueue<>();
    private final Semaphore receptions = new Semaphore(0);

    @TempDir
    Path folder;

    KilledRelayTest(Database kind) {
        this.kind = kind;
        // Only one process at a time may have the file.
        this.threads = kind == Database.H2 ? RELAYS : 1;
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.HOURS)
    void no_event_is_lost_or_out_of_order_whenever_a_relay_is_killed() throws Exception {
        Place place = Place.fresh(kind, folder);
        try (Trial trial = Trial.of("events: none lost, ordered per lead", kind)) {
            place.open(1).close();
            for (int i = 0; i < RELAYS / threads; i++) {
                start(place, trial.random(i));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                await(EVENTS / KILLS);
                Random random = trial.random(-1 - kill);
                processes.remove(random.nextInt(processes.size())).kill();
                start(place, random);
                trial.count("kills");
            }
            await(1);
            for (WorkerProcess process : processes) {
                process.kill();
            }
            Crew.await(readers);

            try (Place.Opened opened = place.open(1)) {
                deliverTheRest(opened);
                Map<LeadId, List<Long>> versions = versions();
                Audit audit = Audit.of(opened, ACME);
                trial.count("events", audit.versions().size());
                trial.count(
                        "events told again", received.size() - audit.versions().size());

                assertThat(audit.faults()).isEmpty();
                assertThat(names(versions)).isEqualTo(audit.versions());
                assertThat(versions)
                        .allSatisfy((lead, its) -> assertThat(its)
                                .as("versions of %s in the order in which they were first told", lead)
                                .isSorted());
                // A relay tells one event at a time, and says so before it tells the next.
                assertThat(received.size() - audit.versions().size()).isBetween(0, (KILLS + 1) * RELAYS);
            }
        } finally {
            processes.forEach(WorkerProcess::close);
        }
    }

    private void start(Place place, Random random) throws IOException {
        WorkerProcess process = place.start(RelayWorker.class, random.nextLong(), threads);
        processes.add(process);
        readers.addAll(Crew.start(1, number -> {
            process.eachLine(line -> Reception.of(line).ifPresent(this::receive));
            return number;
        }));
    }

    private void receive(Reception reception) {
        received.add(reception);
        receptions.release();
    }

    private void await(int events) throws InterruptedException {
        assertThat(receptions.tryAcquire(events, 1, TimeUnit.HOURS))
                .as("events are delivered")
                .isTrue();
    }

    /** Also what the killed had leased, when that is over. */
    private void deliverTheRest(Place.Opened opened) {
        OutboxRelay relay = RelayWorker.relay(opened.store(), event -> received.add(Reception.of(event)));
        while (!relay.backlog(ACME, StoreLoad.ENDPOINT).equals(Backlog.NONE)) {
            relay.poll(List.of(ACME));
        }
    }

    /** Each version once, in the order in which they were first told. */
    private Map<LeadId, List<Long>> versions() {
        Map<LeadId, List<Long>> versions = new HashMap<>();
        received.stream().sorted(Comparator.comparing(Reception::nanos)).forEach(each -> {
            List<Long> its = versions.computeIfAbsent(each.lead(), first -> new ArrayList<>());
            if (!its.contains(each.version())) {
                its.add(each.version());
            }
        });
        return versions;
    }

    private static TreeSet<String> names(Map<LeadId, List<Long>> versions) {
        var names = new TreeSet<String>();
        versions.forEach((lead, its) -> its.forEach(version -> names.add(Audit.version(lead, version))));
        return names;
    }
}
