package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.lead.Actor;
import dev.leadkit.migration.MigrationProgress;
import dev.leadkit.migration.Pipelines;
import dev.leadkit.migration.StageMap;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.PageRequest;
import dev.leadkit.testkit.WorkerProcess;
import java.util.Random;

/**
 * A host process that is killed while it publishes a version and brings the leads along: {@code kind place schema seed
 * batch}. Prints {@link #READY}, then a line for each batch in which it brought some, then {@link #OVER}.
 */
final class MigrationWorker {
    static final String READY = "ready";
    static final String OVER = "over";

    static final Pipeline FIRST = Pipeline.named("sales")
            .open("new", "New")
            .open("waiting", "Waiting")
            .open("warm", "Warm")
            .won("won", "Won")
            .lost("lost", "Lost")
            .free()
            .build();
    static final Pipeline SECOND = Pipeline.named("sales")
            .version(2)
            .open("new", "New")
            .open("hot", "Hot")
            .won("won", "Won")
            .lost("lost", "Lost")
            .free()
            .build();
    static final StageMap INTO_HOT = StageMap.of("waiting", "hot").and("warm", "hot");

    private MigrationWorker() {}

    static LeadDesk desk(LeadStore store) {
        LeadKit kit = Hosts.builder(store).pipeline(FIRST).build();
        return kit.tenant(ACME.value()).as(Actor.user("ann"));
    }

    /** Unless a process that was killed has done so. */
    static void publish(Pipelines pipelines) {
        if (pipelines.find("sales").orElseThrow().version() < 2) {
            pipelines.publish(pipelines.plan(SECOND, INTO_HOT));
        }
    }

    public static void main(String[] arguments) throws Exception {
        Place place = Place.of(arguments);
        var random = new Random(Long.parseLong(arguments[3]));
        int most = Integer.parseInt(arguments[4]);
        try (Place.Opened opened = place.open(2)) {
            Pipelines pipelines = desk(opened.store()).pipelines();
            WorkerProcess.say(READY);
            publish(pipelines);
            String cursor = null;
            do {
                int batch = 1 + random.nextInt(most);
                MigrationProgress progress = pipelines.migrate("sales", new PageRequest(batch, cursor));
                if (progress.migrated() > 0) {
                    WorkerProcess.say(Long.toString(progress.migrated()));
                }
                cursor = progress.next();
            } while (cursor != null);
            WorkerProcess.say(OVER);
        }
    }
}
