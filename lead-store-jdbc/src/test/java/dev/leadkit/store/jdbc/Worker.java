package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;

import dev.leadkit.testkit.StoreLoad;
import dev.leadkit.testkit.WorkerProcess;
import java.util.Random;

/**
 * A host process that is killed at work: {@code kind place schema seed threads}. Prints {@link #READY}, then a line for
 * each commit that returned, then never ends.
 */
final class Worker {
    static final String READY = "ready";

    /** A commit of unknown outcome, though no server failed. */
    static final String UNKNOWN = "unknown";

    private Worker() {}

    public static void main(String[] arguments) throws Exception {
        Place place = Place.of(arguments);
        long seed = Long.parseLong(arguments[3]);
        int threads = Integer.parseInt(arguments[4]);
        try (Place.Opened opened = place.open(threads)) {
            var load = new StoreLoad(
                    opened.store(),
                    ACME,
                    stored -> WorkerProcess.say(stored.line()),
                    failed -> WorkerProcess.say(UNKNOWN + " after " + failed.getMessage()));
            WorkerProcess.say(READY);
            Crew.run(threads, number -> {
                var random = new Random(seed + number);
                while (true) {
                    load.step(random);
                }
            });
        }
    }
}
