package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.NewLead;
import dev.leadkit.migration.MigrationPlan;
import dev.leadkit.migration.MigrationPlan.StageMove;
import dev.leadkit.migration.MigrationProgress;
import dev.leadkit.migration.Pipelines;
import dev.leadkit.migration.StageMap;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.PipelineBuilder;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;

/** Row A10: no lead is lost or without an entry, whatever is published and whenever it stops. */
class MigrationProperties {
    private static final List<String> OPEN = List.of("a", "b", "c", "d", "e");
    private static final int LEADS = 30;

    private FailingStore store = new FailingStore();

    @BeforeTry
    void begin() {
        store = new FailingStore();
    }

    /** One tenant's desk in a process of its own, as after a restart. */
    private LeadDesk process(Pipeline kits) {
        return LeadKit.builder()
                .store(store)
                .pipeline(kits)
                .identityKey(new byte[16])
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
    }

    /** Any version: some of the open stages, with any requirements, and now and then won stages that were open before. */
    private static Pipeline version(int number, Random random) {
        PipelineBuilder pipeline = Pipeline.named("sales").version(number).open("start", "Start");
        for (String key : OPEN) {
            if (random.nextInt(3) > 0) {
                StageCategory category = StageCategory.values()[Math.max(0, random.nextInt(6) - 3)];
                Stage stage = Stage.of(key, "Stage " + key, category);
                pipeline.stage(random.nextInt(4) == 0 ? stage.requiring(LeadField.EMAIL) : stage);
            }
        }
        return pipeline.won("won", "Won").lost("lost", "Lost").free().build();
    }

    /** Something for every stage that the version has not, and for some that it has. */
    private static StageMap anyMap(Pipeline next, Random random) {
        StageMap map = StageMap.NONE;
        for (String key : OPEN) {
            if (next.findStage(key).isEmpty() || random.nextInt(5) == 0) {
                List<Stage> stages = next.stages();
                map = map.and(key, stages.get(random.nextInt(stages.size())).key());
            }
        }
        return map;
    }

    private static void fill(LeadDesk desk, Random random) {
        for (int i = 0; i < LEADS; i++) {
            NewLead wanted =
                    random.nextBoolean() ? NewLead.unknown() : NewLead.unknown().email(i + "@acme.com");
            moveSomewhere(desk, desk.create(wanted), random);
        }
    }

    private static void moveSomewhere(LeadDesk desk, Lead lead, Random random) {
        List<Decision> allowed =
                desk.options(lead.id()).stream().filter(Decision::isAllowed).toList();
        if (!allowed.isEmpty()) {
            desk.transition(
                    lead.id(), allowed.get(random.nextInt(allowed.size())).to());
        }
    }

    private static List<Lead> all(LeadDesk desk) {
        List<Lead> all = new ArrayList<>();
        LeadQuery query = LeadQuery.of(LeadFilter.all());
        Page<Lead> page = desk.list(query);
        all.addAll(page.items());
        while (page.next() != null) {
            page = desk.list(query.after(page.next()));
            all.addAll(page.items());
        }
        return all;
    }

    private static List<Change> changes(LeadDesk desk, Lead lead) {
        return desk.timeline(lead.id(), PageRequest.first(500)).items().stream()
                .map(Activity::change)
                .toList();
    }

    private static List<Change.Migrated> migrations(LeadDesk desk, Lead lead) {
        return changes(desk, lead).stream()
                .filter(Change.Migrated.class::isInstance)
                .map(Change.Migrated.class::cast)
                .toList();
    }

    private static void migrateAll(LeadDesk desk) {
        desk.pipelines().migrateAll("sales", progress -> {});
    }

    @Property(tries = 100)
    void applying_does_what_the_plan_said_and_nothing_else(@ForAll Random random) {
        LeadDesk desk = process(version(1, random));
        fill(desk, random);
        Map<Object, Lead> before = all(desk).stream().collect(Collectors.toMap(Lead::id, lead -> lead));
        Pipeline next = version(2, random);
        StageMap map = random.nextInt(3) == 0 ? StageMap.NONE : anyMap(next, random);

        MigrationPlan plan = desk.pipelines().plan(next, map);
        if (!plan.problems().isEmpty()) {
            assertThat(plan.moves()).anyMatch(move -> move.to() == null);
            assertThatThrownBy(() -> desk.pipelines().publish(plan)).isInstanceOf(InvalidDefinitionException.class);
            assertThat(all(desk)).containsExactlyInAnyOrderElementsOf(before.values());
            return;
        }
        desk.pipelines().publish(plan);
        MigrationProgress progress = desk.pipelines().migrateAll("sales", batch -> {});

        assertThat(progress.migrated()).isEqualTo(LEADS).isEqualTo(plan.leads());
        Map<List<String>, Long> done = new HashMap<>();
        for (Lead lead : all(desk)) {
            List<Change.Migrated> migrations = migrations(desk, lead);
            assertThat(migrations).hasSize(1);
            assertThat(lead.pipelineVersion()).isEqualTo(2);
            boolean closed =
                    next.findStage(lead.stage()).orElseThrow().category().isClosed();
            assertThat(lead.closed()).isEqualTo(closed);
            done.merge(List.of(migrations.get(0).fromStage(), lead.stage()), 1L, Long::sum);
            Lead old = before.remove(lead.id());
            assertThat(lead.toBuilder()
                            .version(old.version())
                            .stage(old.pipeline(), 1, old.stage(), old.closed(), old.stageEnteredAt())
                            .lostReason(old.lostReason())
                            .build())
                    .isEqualTo(old);
            assertThat(lead.stageEnteredAt()).isEqualTo(old.stageEnteredAt());
        }
        assertThat(before).isEmpty();
        assertThat(done)
                .isEqualTo(plan.moves().stream()
                        .collect(Collectors.toMap(move -> List.of(move.from(), "" + move.to()), StageMove::leads)));
    }

    @Property(tries = 100)
    void a_rollback_takes_back_each_lead_that_nobody_moved(@ForAll Random random) {
        LeadDesk desk = process(version(1, random));
        fill(desk, random);
        Map<Object, Lead> before = all(desk).stream().collect(Collectors.toMap(Lead::id, lead -> lead));
        Pipeline next = version(2, random);
        desk.pipelines().publish(desk.pipelines().plan(next, anyMap(next, random)));
        if (random.nextBoolean()) {
            desk.pipelines().migrate("sales", PageRequest.first(LEADS / 2));
        } else {
            migrateAll(desk);
        }
        for (Lead lead : all(desk)) {
            if (random.nextInt(3) == 0) {
                moveSomewhere(desk, lead, random);
            }
        }
        Pipeline third = version(3, random);
        if (random.nextBoolean()) {
            desk.pipelines().publish(desk.pipelines().plan(third, anyMap(third, random)));
            migrateAll(desk);
        }

        Pipeline first = desk.pipelines().find("sales", 1).orElseThrow();
        StageMap rest = StageMap.NONE;
        for (String key : OPEN) {
            rest = first.findStage(key).isPresent() ? rest : rest.and(key, "start");
        }
        desk.pipelines().publish(desk.pipelines().planRollback("sales", 1, rest));
        migrateAll(desk);

        for (Lead lead : all(desk)) {
            assertThat(first.findStage(lead.stage())).isPresent();
            Lead old = before.get(lead.id());
            long moves = changes(desk, lead).stream()
                    .filter(Change.StageChanged.class::isInstance)
                    .count();
            boolean moved = moves > (old.stage().equals("start") ? 0 : 1);
            if (!moved) {
                assertThat(lead.stage()).isEqualTo(old.stage());
                assertThat(lead.closed()).isEqualTo(old.closed());
                assertThat(lead.stageEnteredAt()).isEqualTo(old.stageEnteredAt());
            }
        }
    }

    @Property(tries = 30)
    void whatever_is_published_and_whenever_it_is_killed_no_lead_is_lost_and_each_step_stands_once(
            @ForAll Random random) {
        Pipeline kits = version(1, random);
        LeadDesk desk = process(kits);
        fill(desk, random);
        int leads = LEADS;
        for (int step = 0; step < 25; step++) {
            store.dieAfter(random.nextInt(LEADS), random.nextBoolean());
            LeadDesk living = process(kits);
            try {
                leads += doSomething(living, random);
            } catch (StoreException killed) {
                // Another process goes on.
            }
            store.live();
        }

        LeadDesk last = process(kits);
        migrateAll(last);
        List<Lead> all = all(last);
        Pipeline current = last.pipelines().find("sales").orElseThrow();
        assertThat(all.size()).isGreaterThanOrEqualTo(leads);
        for (Lead lead : all) {
            assertThat(current.findStage(lead.stage())).isPresent();
            assertThat(lead.pipelineVersion()).isEqualTo(current.version());
            assertThatTheTimelineLeadsTo(lead, changes(last, lead));
        }
        assertThat(last.pipelines().migrateAll("sales", progress -> {}).migrated())
                .isZero();
    }

    /** @return how many leads it has made for certain */
    private static int doSomething(LeadDesk desk, Random random) {
        Pipelines pipelines = desk.pipelines();
        int last = pipelines.find("sales").orElseThrow().version();
        switch (random.nextInt(6)) {
            case 0 -> {
                Pipeline next = version(last + 1, random);
                pipelines.publish(pipelines.plan(next, anyMap(next, random)));
            }
            case 1 -> {
                if (last > 1) {
                    int back = 1 + random.nextInt(last - 1);
                    Pipeline old = pipelines.find("sales", back).orElseThrow();
                    StageMap rest = StageMap.NONE;
                    for (String key : OPEN) {
                        rest = old.findStage(key).isPresent() ? rest : rest.and(key, "start");
                    }
                    pipelines.publish(pipelines.planRollback("sales", back, rest));
                }
            }
            case 2 -> {
                desk.create(NewLead.unknown());
                return 1;
            }
            case 3 -> moveSomewhere(desk, all(desk).get(random.nextInt(LEADS)), random);
            case 4 -> pipelines.migrate("sales", PageRequest.first(1 + random.nextInt(LEADS)));
            default -> migrateAll(desk);
        }
        return 0;
    }

    /** Each entry goes on where the one before it ended. */
    private static void assertThatTheTimelineLeadsTo(Lead lead, List<Change> changes) {
        Map<String, Object> at = new TreeMap<>();
        for (Change change : changes) {
            if (change instanceof Change.Created created) {
                at.put("version", created.pipelineVersion());
                at.put("stage", created.stage());
            } else if (change instanceof Change.StageChanged moved) {
                assertThat(moved.from()).isEqualTo(at.put("stage", moved.to()));
            } else if (change instanceof Change.Migrated migrated) {
                assertThat(migrated.fromVersion()).isEqualTo(at.put("version", migrated.toVersion()));
                assertThat(migrated.toVersion()).isGreaterThan(migrated.fromVersion());
                assertThat(migrated.fromStage()).isEqualTo(at.put("stage", migrated.toStage()));
            }
        }
        assertThat(at).isEqualTo(Map.of("version", lead.pipelineVersion(), "stage", lead.stage()));
    }

    @Property(tries = 5)
    void two_thousand_leads_killed_twenty_times_are_each_migrated_once(@ForAll Random random) {
        Pipeline first = version(1, random);
        LeadDesk desk = process(first);
        List<String> stages = first.stages().stream()
                .filter(stage -> stage.required().isEmpty())
                .map(Stage::key)
                .toList();
        for (int i = 0; i < 2_000; i++) {
            Lead lead = desk.create(NewLead.unknown());
            desk.transition(lead.id(), stages.get(i % stages.size()));
        }
        Pipeline next = version(2, random);
        MigrationPlan plan = desk.pipelines().plan(next, anyMap(next, random));

        int kills = 0;
        while (kills < 20) {
            store.dieAfter(random.nextInt(100), random.nextBoolean());
            LeadDesk living = process(first);
            try {
                living.pipelines().publish(plan);
                migrateAll(living);
            } catch (StoreException killed) {
                kills++;
            }
        }
        store.live();
        migrateAll(process(first));

        List<Lead> all = all(desk);
        assertThat(all).hasSize(2_000);
        assertThat(all)
                .allMatch(lead -> lead.pipelineVersion() == 2
                        && next.findStage(lead.stage()).isPresent());
        assertThat(all).allMatch(lead -> migrations(desk, lead).size() == 1);
    }
}
