package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.StaleLeadException;
import dev.leadkit.testkit.StoreAudit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many people at the same leads: each move starts where the one before it ended, none is lost and none stands twice. */
@Tag("reliability")
@ParameterizedClass
@EnumSource(Database.class)
class UnbrokenHistoryTest {
    private static final List<String> STAGES = List.of("new", "contacted", "qualified");
    private static final int THREADS = 32;
    private static final int LEADS = 64;

    private final Database kind;

    @TempDir
    Path folder;

    UnbrokenHistoryTest(Database kind) {
        this.kind = kind;
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.HOURS)
    void thirty_two_people_at_the_same_leads_leave_unbroken_histories() throws Exception {
        int operations = Tier.of(2_000, 50_000, 1_000_000);
        var begun = new AtomicInteger();
        Set<String> moves = new ConcurrentSkipListSet<>();
        try (Trial trial = Trial.of("unbroken history", kind);
                Place.Opened opened = Place.fresh(kind, folder).open(THREADS)) {
            LeadDesk desk = Hosts.kit(opened.store()).tenant(ACME.value()).as(Actor.user("ann"));
            List<LeadId> leads = new ArrayList<>();
            for (int i = 0; i < LEADS; i++) {
                // With every tag, so that none is untagged for the first time: that changes nothing to tell of.
                NewLead wanted = NewLead.named("Jane " + i).externalId("crm-" + i);
                leads.add(desk.create(wanted.tag("tag-0").tag("tag-1").tag("tag-2"))
                        .id());
            }

            Crew.run(THREADS, number -> {
                Random random = trial.random(number);
                while (begun.incrementAndGet() <= operations) {
                    LeadId id = leads.get(random.nextInt(LEADS));
                    if (random.nextInt(4) == 0) {
                        edit(desk, id, random);
                        trial.count("edits");
                    } else {
                        move(desk, id, random, moves, trial);
                    }
                }
                return number;
            });

            Audit audit = Audit.of(opened, ACME).withoutSilence();
            assertThat(audit.faults()).isEmpty();
            assertThat(audit.leads()).hasSize(LEADS);
            // Nothing is told that nobody did, and whatever somebody was told is so.
            assertThat(moves).containsAll(moves(audit));
            assertThat(stages(audit)).containsAll(moves);
        }
    }

    /** A move is decided on what was seen, so somebody who was faster makes it fail; an edit is done on the fresh state. */
    private static void move(LeadDesk desk, LeadId id, Random random, Set<String> moves, Trial trial) {
        String to = STAGES.get(random.nextInt(STAGES.size()));
        try {
            Lead moved = desk.transition(id, to);
            trial.count("moves");
            // One that was there already is not moved, and comes with the version of whoever worked on it last.
            moves.add(StoreAudit.version(id, moved.version()) + " to " + to);
        } catch (StaleLeadException somebodyWasFaster) {
            trial.count("moves refused as stale");
        }
    }

    private static void edit(LeadDesk desk, LeadId id, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> desk.tag(id, "tag-" + random.nextInt(3));
            case 1 -> desk.untag(id, "tag-" + random.nextInt(3));
            case 2 -> desk.assign(id, "user-" + random.nextInt(3));
            default -> desk.note(id, "called");
        }
    }

    private static Set<String> moves(Audit audit) {
        Set<String> moves = new TreeSet<>();
        for (Lead lead : audit.leads()) {
            for (Activity activity : audit.timeline(lead.id())) {
                if (activity.change() instanceof Change.StageChanged moved) {
                    moves.add(StoreAudit.version(lead.id(), activity.version()) + " to " + moved.to());
                }
            }
        }
        return moves;
    }

    /** In which stage each lead was at each of its versions. */
    private static Set<String> stages(Audit audit) {
        Set<String> stages = new TreeSet<>();
        for (Lead lead : audit.leads()) {
            String stage = "new";
            long version = 1;
            for (Activity activity : audit.timeline(lead.id())) {
                if (activity.version() > version) {
                    stages.add(StoreAudit.version(lead.id(), version) + " to " + stage);
                    version = activity.version();
                }
                stage = activity.change() instanceof Change.StageChanged moved ? moved.to() : stage;
            }
            stages.add(StoreAudit.version(lead.id(), version) + " to " + stage);
        }
        return stages;
    }
}
