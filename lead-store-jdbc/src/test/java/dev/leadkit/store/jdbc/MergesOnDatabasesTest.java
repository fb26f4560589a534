package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.identity.MergeRefusedException;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Touch;
import dev.leadkit.store.StaleLeadException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many people merge the same leads and take them apart again, one into the other while that one is merged into it: no lead
 * is merged into itself by any way round, whoever survives has all that was ever said, and all of it can be taken back.
 */
@Tag("reliability")
@ParameterizedClass
@EnumSource(Database.class)
class MergesOnDatabasesTest {
    private static final int THREADS = 8;
    private static final int LEADS = 24;

    private final Database kind;

    @TempDir
    Path folder;

    MergesOnDatabasesTest(Database kind) {
        this.kind = kind;
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.HOURS)
    void random_merges_lose_nothing_and_can_all_be_taken_back() throws Exception {
        int operations = Tier.of(100, 3_400, 340_000); // on each of three databases
        var done = new AtomicInteger();
        try (Trial trial = Trial.of("merge loses nothing", kind);
                Place.Opened opened = Place.fresh(kind, folder).open(THREADS)) {
            LeadKit kit = Hosts.kit(opened.store());
            LeadDesk desk = kit.tenant(ACME.value()).as(Actor.user("ann"));
            List<Lead> leads = people(kit, desk);

            Crew.run(THREADS, number -> {
                Random random = trial.random(number);
                while (done.get() < operations) {
                    LeadId one = leads.get(random.nextInt(LEADS)).id();
                    LeadId other = leads.get(random.nextInt(LEADS)).id();
                    if (random.nextBoolean() ? merge(desk, one, other, trial) : undo(desk, one, trial)) {
                        done.incrementAndGet();
                    }
                }
                return number;
            });

            for (Lead lead : leads) {
                assertHolds(survivorOf(desk, lead.id()), lead);
            }
            assertThat(Audit.of(opened, ACME).faults()).isEmpty();

            takeAllApart(desk, leads, trial);

            for (Lead lead : leads) {
                assertThat(facts(desk.get(lead.id()))).isEqualTo(facts(lead));
            }
            assertThat(Audit.of(opened, ACME).faults()).isEmpty();
        }
    }

    /** Some whom capture found and some whom a person typed in; some share an address, each has something of his own. */
    private static List<Lead> people(LeadKit kit, LeadDesk desk) {
        var capture = CaptureEngine.builder(kit).region("US").build().tenant(ACME.value());
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < LEADS; i++) {
            if (i % 3 == 0) {
                NewLead typed = NewLead.named("Jane " + (char) ('A' + i)).externalId("crm-" + i);
                leads.add(desk.create(
                        typed.email("jane" + i % 5 + "@acme.example").tag("tag-" + i)));
            } else {
                String says =
                        "I want to buy %d chairs, jane%d@acme.example or +1 212 555 01%02d".formatted(i, i % 5, i);
                ChatMessage message = ChatMessage.from("session-" + i)
                        .id("m-1")
                        .visitor(says)
                        .at(NOW.plusSeconds(i))
                        .build();
                leads.add(desk.get(capture.onMessage(message).lead().orElseThrow()));
            }
        }
        return leads;
    }

    private static boolean merge(LeadDesk desk, LeadId survivor, LeadId other, Trial trial) {
        return attempt(trial, "merges", () -> desk.merges().apply(desk.merges().preview(survivor, other)));
    }

    private static boolean undo(LeadDesk desk, LeadId merged, Trial trial) {
        return attempt(trial, "taken apart", () -> desk.merges().undo(merged));
    }

    /** Whether it was done, rather than refused or somebody else being faster. */
    private static boolean attempt(Trial trial, String what, Runnable change) {
        try {
            change.run();
            trial.count(what);
            return true;
        } catch (MergeRefusedException cannotBe) {
            trial.count("refused");
        } catch (StaleLeadException somebodyWasFaster) {
            trial.count("stale");
        }
        return false;
    }

    /** From the survivors down, because a lead that is merged itself gives nothing back. */
    private static void takeAllApart(LeadDesk desk, List<Lead> leads, Trial trial) {
        for (int depth = 0; depth < LEADS; depth++) {
            for (Lead lead : leads) {
                Lead now = desk.get(lead.id());
                if (now.mergedInto() != null && desk.get(now.mergedInto()).mergedInto() == null) {
                    undo(desk, lead.id(), trial);
                }
            }
        }
    }

    private static Lead survivorOf(LeadDesk desk, LeadId id) {
        Lead lead = desk.get(id);
        for (int steps = 0; lead.mergedInto() != null; steps++) {
            assertThat(steps).as("leads between %s and its survivor", id).isLessThan(LEADS);
            lead = desk.get(lead.mergedInto());
        }
        return lead;
    }

    private static void assertHolds(Lead survivor, Lead lead) {
        assertThat(survivor.tags()).containsAll(lead.tags());
        assertThat(survivor.identities()).containsAll(lead.identities());
        assertThat(survivor.sessions()).containsAll(lead.sessions());
        assertThat(emails(survivor)).containsAll(emails(lead));
        assertThat(phones(survivor)).containsAll(phones(lead));
    }

    private static List<String> emails(Lead lead) {
        return lead.contact().emails().stream().map(email -> email.value()).toList();
    }

    private static List<PhoneNumber> phones(Lead lead) {
        return lead.contact().phones().stream().map(phone -> phone.value()).toList();
    }

    /** A lead as it counts, without what any change moves on. */
    private static Lead facts(Lead lead) {
        return lead.toBuilder()
                .version(1)
                .score(null)
                .lastActivityAt(lead.createdAt())
                .lastTouch(Touch.CREATED)
                .build();
    }
}
