package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Lead;
import dev.leadkit.store.Backlog;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.Delivery;
import dev.leadkit.store.Lease;
import dev.leadkit.store.Outbox;
import dev.leadkit.store.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a lease and a settlement when the database fails in the middle of them. */
@ParameterizedClass
@EnumSource(Database.class)
class FailingOutboxTest {
    private final Database kind;
    private final FaultyDatabase database;
    private final JdbcLeadStore store;
    private final Outbox outbox;
    private int owners;

    FailingOutboxTest(Database kind) {
        this.kind = kind;
        this.database = new FaultyDatabase(kind.fresh());
        this.store = JdbcLeadStore.over(database.dataSource());
        this.outbox = store.capabilities().requireOutbox();
    }

    @Test
    void a_deadlock_at_any_statement_or_commit_of_a_lease_is_repeated() {
        commit();
        int calls = callsOf(this::lease);
        release(lease(NOW.plusSeconds(60)));

        for (int call = 1; call <= calls; call++) {
            database.failAt(call, kind.deadlock());

            List<Delivery> leased = lease();

            assertThat(leased).as("call %d", call).hasSize(1);
            assertThat(leased.get(0).activities()).isNotEmpty();
            database.countCalls();
            release(leased);
        }
    }

    @Test
    void a_lease_whose_commit_was_not_confirmed_is_not_lost_to_its_owner() {
        commit();
        int calls = callsOf(this::lease);
        release(lease(NOW.plusSeconds(60)));
        database.failAfterCommit(calls, kind.lostConnection());

        List<Delivery> leased = lease();

        assertThat(leased).hasSize(1);
        assertThat(leased.get(0).activities()).isNotEmpty();
        assertThat(outbox.settle(ACME, leased.get(0), new Settlement.Delivered()))
                .isTrue();
    }

    @Test
    void a_settlement_whose_commit_was_not_confirmed_is_done_and_never_done_twice() {
        Lead lead = commit();
        Delivery failed = lease().get(0);
        database.failAfterCommit(2, kind.lostConnection());

        boolean told = outbox.settle(ACME, failed, new Settlement.Retry(NOW, "status 503"));

        assertThat(told).isFalse();
        Delivery again = lease().get(0);
        assertThat(again.id().lead()).isEqualTo(lead.id());
        assertThat(again.failures()).isEqualTo(1);
        database.failAt(1, kind.deadlock());
        assertThat(outbox.settle(ACME, again, new Settlement.Delivered())).isTrue();
        assertThat(outbox.backlog(ACME, "crm")).isEqualTo(Backlog.NONE);
    }

    private Lead commit() {
        ChangesetBuilder unit = aChangeset().endpoints(Set.of("crm"));
        Lead lead = unit.create(aLead().build(), NOW, null);
        store.commit(unit.build());
        return lead;
    }

    private List<Delivery> lease() {
        return lease(NOW);
    }

    private List<Delivery> lease(Instant now) {
        return outbox.lease(ACME, "crm", new Lease("owner-" + owners++, now, now.plusSeconds(60)), 10);
    }

    private void release(List<Delivery> leased) {
        leased.forEach(each -> outbox.settle(ACME, each, new Settlement.Released(NOW)));
    }

    private int callsOf(Runnable work) {
        database.countCalls();
        work.run();
        return database.calls();
    }
}
