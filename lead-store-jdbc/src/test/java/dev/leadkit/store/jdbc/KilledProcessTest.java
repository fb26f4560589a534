package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.ChangesetId;
import dev.leadkit.testkit.Acknowledgement;
import dev.leadkit.testkit.StoreLoad;
import dev.leadkit.testkit.WorkerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} of the host's process at work: what was acknowledged is stored, once and whole. */
@Tag("reliability")
@ParameterizedClass
@EnumSource(Database.class)
class KilledProcessTest {
    private static final int KILLS = Tier.of(3, 50, 1_000);
    private static final int THREADS = 8;
    private static final int MOST_COMMITS = 400;

    private final Database kind;

    @TempDir
    Path folder;

    KilledProcessTest(Database kind) {
        this.kind = kind;
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.HOURS)
    void what_was_acknowledged_is_stored_once_whenever_the_process_is_killed() throws Exception {
        Place place = Place.fresh(kind, folder);
        List<Acknowledgement> acknowledged = new ArrayList<>();
        List<String> other = new ArrayList<>();
        try (Trial trial = Trial.of("acknowledged means stored once, process killed", kind)) {
            for (int kill = 0; kill < KILLS; kill++) {
                int moment = trial.random(kill).nextInt(MOST_COMMITS);
                List<String> lines = killAfter(moment, place, trial.random(kill).nextLong());
                lines.forEach(
                        line -> Acknowledgement.of(line).ifPresentOrElse(acknowledged::add, () -> other.add(line)));
                trial.count("kills");
            }
            trial.count("acknowledged", acknowledged.size());

            try (Place.Opened opened = place.open(1)) {
                Audit audit = Audit.of(opened, ACME).withoutSilence().withOutboxFor(StoreLoad.ENDPOINT);
                trial.count("leads", audit.leads().size());

                assertThat(audit.faults()).isEmpty();
                assertThat(acknowledged)
                        .allSatisfy(each -> assertThat(audit.writtenBy(each.changeset()))
                                .as("%s", each)
                                .containsExactly(Audit.version(each.lead(), each.version())));
                Set<ChangesetId> unacknowledged = audit.changesets();
                acknowledged.forEach(each -> unacknowledged.remove(each.changeset()));
                trial.count("stored when killed before the acknowledgement", unacknowledged.size());
                assertThat(unacknowledged).hasSizeLessThanOrEqualTo(KILLS * THREADS);
            }
            // At most one line a kill, which was cut off.
            assertThat(other.stream().filter(line -> line.startsWith(Worker.UNKNOWN)))
                    .isEmpty();
        }
    }

    private static List<String> killAfter(int commits, Place place, long seed) throws Exception {
        try (WorkerProcess worker = place.start(Worker.class, seed, THREADS)) {
            assertThat(worker.line()).isEqualTo(Worker.READY);
            List<String> lines = new ArrayList<>();
            while (lines.size() < commits) {
                lines.add(worker.line());
            }
            worker.kill();
            lines.addAll(worker.lastLines());
            return lines;
        }
    }
}
