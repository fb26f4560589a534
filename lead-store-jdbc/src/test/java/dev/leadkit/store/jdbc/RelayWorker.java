package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;

import dev.leadkit.LeadKit;
import dev.leadkit.event.LeadListener;
import dev.leadkit.event.OutboxRelay;
import dev.leadkit.event.RelayPolicy;
import dev.leadkit.store.LeadStore;
import dev.leadkit.testkit.Leads;
import dev.leadkit.testkit.StoreLoad;
import dev.leadkit.testkit.WorkerProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * A host process that is killed while it works on leads and delivers what happens to them: {@code kind place schema seed
 * threads}. Each thread does both in turn. Prints a line for each event that it was told, then never ends.
 */
final class RelayWorker {
    /** What a process that is killed keeps from the others, it keeps for so long. */
    static final RelayPolicy POLICY =
            RelayPolicy.DEFAULT.withLease(Duration.ofSeconds(5)).withLimit(40);

    private static final int STEPS = 20;

    private RelayWorker() {}

    public static void main(String[] arguments) throws Exception {
        Place place = Place.of(arguments);
        long seed = Long.parseLong(arguments[3]);
        int threads = Integer.parseInt(arguments[4]);
        try (Place.Opened opened = place.open(threads)) {
            OutboxRelay relay = relay(
                    opened.store(),
                    event -> WorkerProcess.say(Reception.of(event).line()));
            var load = new StoreLoad(opened.store(), ACME, stored -> {}, failed -> {});
            Crew.run(threads, number -> {
                var random = new Random(seed + number);
                while (true) {
                    for (int i = 0; i < STEPS; i++) {
                        load.step(random);
                    }
                    relay.poll(List.of(ACME));
                }
            });
        }
    }

    static OutboxRelay relay(LeadStore store, LeadListener listener) {
        return LeadKit.builder()
                .store(store)
                .identityKey(Leads.SECRET.getBytes(StandardCharsets.UTF_8))
                .endpoint(StoreLoad.ENDPOINT, listener)
                .build()
                .relay(POLICY);
    }
}
