package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.capture.rule.CapturePolicy;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.identity.LeadPolicy;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Eight threads that deliver eight conversations of one user at once, after his lead was closed. */
@ParameterizedClass
@EnumSource(Database.class)
class LeadPolicyRaceTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 2;
    private static final Duration DAY = Duration.ofDays(1);

    private final Database kind;

    @TempDir
    Path folder;

    LeadPolicyRaceTest(Database kind) {
        this.kind = kind;
    }

    private interface Check {
        /** @param leads to which the threads' deliveries led */
        void check(Round round, Set<LeadId> leads);
    }

    /** @param open how many open leads the tenant has afterwards */
    private record Round(LeadId closed, long open, LeadDesk desk) {}

    @Test
    void one_open_lead_begins_after_the_close() throws Exception {
        onEveryStore(LeadPolicy.ONE_OPEN, Duration.ofDays(2), LeadPolicyRaceTest::assertOneNew);
    }

    @Test
    void all_belong_to_the_closed_lead_within_the_days() throws Exception {
        onEveryStore(LeadPolicy.newAfterClosed(30), Duration.ofDays(2), (round, leads) -> {
            assertThat(leads).containsExactly(round.closed());
            assertThat(round.open()).isZero();
            assertThat(round.desk().get(round.closed()).sessions()).hasSize(THREADS + 1);
            assertThat(round.desk().get(round.closed()).engagement().messages()).isEqualTo(THREADS + 1);
        });
    }

    @Test
    void one_open_lead_begins_after_the_days() throws Exception {
        onEveryStore(LeadPolicy.newAfterClosed(30), Duration.ofDays(40), LeadPolicyRaceTest::assertOneNew);
    }

    @Test
    void each_conversation_begins_a_lead_where_the_policy_says_so() throws Exception {
        onEveryStore(LeadPolicy.PER_CONVERSATION, Duration.ofDays(2), (round, leads) -> {
            assertThat(leads).hasSize(THREADS).doesNotContain(round.closed());
            assertThat(round.open()).isEqualTo(THREADS);
        });
    }

    private static void assertOneNew(Round round, Set<LeadId> leads) {
        assertThat(leads).hasSize(1).doesNotContain(round.closed());
        assertThat(round.open()).isEqualTo(1);
        LeadId only = leads.iterator().next();
        assertThat(round.desk().get(only).previous()).isEqualTo(round.closed());
        assertThat(round.desk().get(only).sessions()).hasSize(THREADS);
    }

    private void onEveryStore(LeadPolicy policy, Duration after, Check check) throws Exception {
        if (kind == Database.H2) {
            onStore(new InMemoryLeadStore(), policy, after, check);
        }
        // On H2 in a file, where commits take as long as they do elsewhere.
        try (JdbcLeadStore store = kind == Database.H2
                ? JdbcLeadStore.h2File(folder.resolve("leads"))
                : JdbcLeadStore.over(kind.fresh())) {
            onStore(store, policy, after, check);
        }
    }

    private static void onStore(LeadStore store, LeadPolicy policy, Duration after, Check check) throws Exception {
        LeadKit kit = Hosts.kit(store);
        for (int number = 0; number < ROUNDS; number++) {
            String tenant = "tenant-" + number;
            LeadDesk desk = kit.tenant(tenant).as(Actor.user("ann"));
            LeadId closed = engine(kit, policy)
                    .tenant(tenant)
                    .onMessage(said("s-0", kit.wiring().now().minus(DAY)))
                    .lead()
                    .orElseThrow();
            desk.transition(closed, "lost", "price");
            // Two engines stand for two processes: they share the store and nothing else.
            List<CaptureEngine> engines = List.of(engine(Hosts.kit(store), policy), engine(Hosts.kit(store), policy));
            Instant at = kit.wiring().now().plus(after);

            List<LeadId> leads = Crew.run(
                    THREADS,
                    thread -> engines.get(thread % 2)
                            .tenant(tenant)
                            .onMessage(said("s-" + (thread + 1), at.plusSeconds(thread)))
                            .lead()
                            .orElseThrow());

            long open = desk.list(LeadQuery.all()).items().stream()
                    .filter(lead -> !lead.closed())
                    .count();
            check.check(new Round(closed, open, desk), new TreeSet<>(leads));
        }
    }

    private static CaptureEngine engine(LeadKit kit, LeadPolicy policy) {
        CaptureRules everyone = CaptureRules.named("everyone")
                .policy(CapturePolicy.EVERYONE)
                .leads(policy)
                .build();
        return CaptureEngine.builder(kit).rules(everyone).build();
    }

    private static ChatMessage said(String session, Instant at) {
        return ChatMessage.from(session)
                .id("m-1")
                .channel("whatsapp")
                .visitor("hello from " + session)
                .at(at)
                .attribute(ChannelAdapter.USER, "77")
                .build();
    }
}
