package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadKit;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.migration.MigrationProgress;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.testkit.WorkerProcess;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} of a process that brings leads to a new version of their pipeline, again and again. */
@Tag("reliability")
@ParameterizedClass
@EnumSource(Database.class)
class KilledMigrationTest {
    private static final int LEADS = Tier.of(2_000, 100_000, 1_000_000);
    private static final int KILLS = Tier.of(3, 20, 100);
    private static final int MOST_IN_A_BATCH = Tier.of(100, 500, 500);
    private static final int MOST_BATCHES = Tier.of(10, 30, 30);
    private static final int MADE_AT_ONCE = 500;

    private final Database kind;

    @TempDir
    Path folder;

    KilledMigrationTest(Database kind) {
        this.kind = kind;
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.HOURS)
    void each_lead_is_in_a_stage_of_the_new_version_with_one_entry_however_often_it_was_killed() throws Exception {
        Place place = Place.fresh(kind, folder);
        try (Trial trial = Trial.of("no lead lost by a migration, process killed", kind)) {
            try (Place.Opened opened = place.open(2)) {
                make(opened, trial.random(-1));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                Random random = trial.random(kill);
                trial.count(
                        "migrated before a kill", killAfter(random.nextInt(MOST_BATCHES), place, random.nextLong()));
                trial.count("kills");
            }

            try (Place.Opened opened = place.open(2)) {
                var pipelines = MigrationWorker.desk(opened.store()).pipelines();
                MigrationWorker.publish(pipelines);
                MigrationProgress rest = pipelines.migrateAll("sales", progress -> {});
                trial.count("migrated after the last", rest.migrated());

                Audit audit = Audit.of(opened, ACME).withoutSilence();
                trial.count("leads", audit.leads().size());
                assertThat(rest.held()).isEmpty();
                assertThat(audit.faults()).isEmpty();
                assertThat(audit.leads()).hasSize(LEADS).allMatch(KilledMigrationTest::isOnSecond);
                for (Lead lead : audit.leads()) {
                    assertThat(audit.timeline(lead.id()))
                            .filteredOn(activity -> activity.change() instanceof Change.Migrated)
                            .as("%s", lead.id())
                            .hasSize(1);
                }
            }
        }
    }

    private static boolean isOnSecond(Lead lead) {
        return lead.pipelineVersion() == 2
                && MigrationWorker.SECOND.findStage(lead.stage()).isPresent();
    }

    /** @return how many leads it is known to have brought along */
    private static long killAfter(int batches, Place place, long seed) throws Exception {
        try (WorkerProcess worker = place.start(MigrationWorker.class, seed, MOST_IN_A_BATCH)) {
            assertThat(worker.line()).isEqualTo(MigrationWorker.READY);
            List<String> lines = new ArrayList<>();
            while (lines.size() < batches && !lines.contains(MigrationWorker.OVER)) {
                lines.add(worker.line());
            }
            worker.kill();
            lines.addAll(worker.lastLines());
            return lines.stream()
                    .filter(line -> line.matches("\\d+"))
                    .mapToLong(Long::parseLong)
                    .sum();
        }
    }

    /** Many in one changeset; some with identities that only one open lead may hold. */
    private static void make(Place.Opened opened, Random random) {
        LeadKit kit =
                Hosts.builder(opened.store()).pipeline(MigrationWorker.FIRST).build();
        Pipeline first = MigrationWorker.FIRST;
        for (int i = 0; i < LEADS; i += MADE_AT_ONCE) {
            ChangesetBuilder unit = kit.wiring().changeset(ACME, Actor.system());
            for (int k = i; k < Math.min(LEADS, i + MADE_AT_ONCE); k++) {
                Instant at = NOW.plusMillis(k / 3);
                Stage stage = first.stages().get(random.nextInt(first.stages().size()));
                Lead.Builder lead = Lead.builder(kit.wiring().newLeadId(), ACME, LeadSource.API, at)
                        .stage(first.name(), 1, stage.key(), stage.category().isClosed(), at);
                if (k % 4 == 0) {
                    lead.identities(List.of(Identity.verified(IdentityKind.EXTERNAL_ID, "crm-" + k)));
                }
                unit.create(lead.build(), at, null);
            }
            opened.store().commit(unit.build());
        }
    }
}
