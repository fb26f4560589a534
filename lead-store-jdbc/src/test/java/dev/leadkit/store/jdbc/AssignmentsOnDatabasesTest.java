package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.assign.Assignment;
import dev.leadkit.assign.AssignmentDecision;
import dev.leadkit.assign.Member;
import dev.leadkit.assign.Need;
import dev.leadkit.assign.Strategy;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leads are shared out on each database as in memory, and by many processes as by one. */
class AssignmentsOnDatabasesTest {
    private static final int THREADS = 8;

    @ParameterizedTest
    @EnumSource(Database.class)
    void the_same_leads_go_to_the_same_members(Database kind) {
        assertThat(shared(JdbcLeadStore.over(kind.fresh()))).isEqualTo(shared(new InMemoryLeadStore()));
    }

    private static List<AssignmentDecision> shared(LeadStore store) {
        var random = new Random(5);
        var ids = new AtomicLong();
        LeadDesk desk = Hosts.builder(store)
                .ids(() -> new UUID(1, ids.incrementAndGet()))
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        desk.assignments()
                .publish(Assignment.of(
                        "inbound",
                        Strategy.weighted().stickyToPrevious().needing(Need.forTag("de", "german")),
                        Member.of("ann").withWeight(3).withCapacity(8).withSkills("german"),
                        Member.of("ben").withCapacity(6),
                        Member.of("cy").withWeight(2).withSkills("german").withCapacity(5)));
        List<AssignmentDecision> decisions = new ArrayList<>();
        List<LeadId> leads = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            NewLead wanted = NewLead.named("Lead " + i);
            Lead lead = desk.create(random.nextInt(3) == 0 ? wanted.tag("de") : wanted);
            leads.add(lead.id());
            switch (random.nextInt(5)) {
                case 0 -> decisions.add(desk.assignments().assign(lead.id()));
                case 1 -> decisions.addAll(desk.assignments().drain(3).assigned());
                case 2 ->
                    decisions.addAll(
                            desk.assignments().assignAll(leads).decisions().values());
                case 3 -> desk.transition(lead.id(), "contacted");
                default -> desk.transition(leads.get(random.nextInt(leads.size())), "lost", "price");
            }
        }
        return decisions;
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void eight_hosts_at_once_take_turns_and_exceed_no_capacity(Database kind) throws Exception {
        DataSource database = kind.fresh();
        LeadDesk first = Hosts.kit(JdbcLeadStore.over(database)).tenant("acme").as(Actor.system());
        first.assignments()
                .publish(
                        Assignment.of("t", Strategy.roundRobin(), Member.of("ann"), Member.of("ben"), Member.of("cy")));
        LeadDesk limited =
                Hosts.kit(JdbcLeadStore.over(database)).tenant("globex").as(Actor.system());
        limited.assignments()
                .publish(Assignment.of(
                        "t",
                        Strategy.byCapacity(),
                        Member.of("ann").withCapacity(5),
                        Member.of("ben").withCapacity(12)));
        List<Callable<Void>> hosts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            LeadKit kit = Hosts.kit(JdbcLeadStore.over(database));
            hosts.add(() -> work(
                    kit.tenant("acme").as(Actor.system()), kit.tenant("globex").as(Actor.system())));
        }
        run(hosts);

        List<Long> shares =
                Stream.of("ann", "ben", "cy").map(user -> countOf(first, user)).toList();
        assertThat(shares).as("of %d leads", THREADS * 9).containsExactly(24L, 24L, 24L);
        assertThat(countOf(limited, "ann")).isEqualTo(5);
        assertThat(countOf(limited, "ben")).isEqualTo(12);
    }

    private static Void work(LeadDesk shared, LeadDesk limited) {
        for (int i = 0; i < 3; i++) {
            List<LeadId> some = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                some.add(shared.create(NewLead.unknown()).id());
                limited.create(NewLead.unknown());
            }
            assertThat(shared.assignments().assign(some.get(0)).chosen()).isNotNull();
            assertThat(shared.assignments().assignAll(some).assigned()).isEqualTo(2);
            limited.assignments().drain(2);
        }
        limited.assignments().drain(100);
        return null;
    }

    private static long countOf(LeadDesk desk, String user) {
        return desk.board(BoardQuery.of(LeadFilter.all().assignedTo(user))).columns().stream()
                .mapToLong(Board.Column::count)
                .sum();
    }

    private static void run(List<Callable<Void>> hosts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(hosts.size());
        try {
            for (Future<Void> done : threads.invokeAll(hosts)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
