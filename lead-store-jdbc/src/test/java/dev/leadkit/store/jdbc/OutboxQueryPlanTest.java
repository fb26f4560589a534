package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.GLOBEX;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.Delivery;
import dev.leadkit.store.Lease;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many rows H2 visits for a lease: those it takes, however long the backlog is. Counted, not timed. */
class OutboxQueryPlanTest {
    private static final Pattern ROWS = Pattern.compile("scanCount: (\\d+)");
    private static final int ENTRIES = 2_000;
    private static final DataSource DATABASE = H2Databases.inMemory();
    private static final JdbcSession SESSION = new JdbcSession(DATABASE, new H2Dialect(), TableNames.DEFAULT);
    private static JdbcLeadStore store;

    @BeforeAll
    static void fill() {
        store = JdbcLeadStore.over(DATABASE);
        for (TenantId tenant : List.of(ACME, GLOBEX)) {
            ChangesetBuilder unit = aChangeset(tenant).endpoints(Set.of("crm", "mail"));
            for (int i = 0; i < 2_000; i++) {
                Lead lead = aLead().of(tenant).named("jane number" + i).build();
                unit.create(lead, NOW, null);
            }
            store.commit(unit.build());
        }
    }

    @Test
    void what_is_due_is_found_in_as_many_rows() {
        int visited = visited(
                OutboxSql.FIND_DUE,
                to -> to.text(ACME.value()).text("crm").instant(NOW).number(20));

        assertThat(visited).isLessThan(80);
    }

    @Test
    void what_waits_behind_the_first_of_a_lead_is_looked_at_once() {
        fillWithOneLead(DATABASE, "slow");

        int visited = visited(
                OutboxSql.FIND_DUE,
                to -> to.text(ACME.value()).text("slow").instant(NOW).number(20));

        assertThat(visited).isLessThan(3 * ENTRIES);
    }

    @Test
    void postgresql_joins_no_entry_with_all_others_of_its_lead() {
        DataSource postgres = Database.POSTGRESQL.fresh();
        JdbcLeadStore.over(postgres);
        fillWithOneLead(postgres, "slow");
        Database.execute(postgres, "ANALYZE leadkit_outbox");
        var session = new JdbcSession(postgres, new PostgresDialect(), TableNames.DEFAULT);

        List<String> plan = session.transaction(statements -> statements.list(
                "EXPLAIN " + OutboxSql.FIND_DUE,
                to -> to.text(ACME.value()).text("slow").instant(NOW).number(20),
                Columns::text));

        assertThat(String.join("\n", plan)).contains("SubPlan").doesNotContain("Join");
    }

    private static void fillWithOneLead(DataSource database, String endpoint) {
        var session = new JdbcSession(database, new H2Dialect(), TableNames.DEFAULT);
        List<Long> versions = LongStream.rangeClosed(1, ENTRIES).boxed().toList();
        session.transaction(statements -> statements.batch(
                OutboxSql.INSERT,
                versions,
                (to, version) -> to.text(ACME.value())
                        .text(endpoint)
                        .id(id(1).value())
                        .number(version)
                        .instant(NOW)
                        .number(0)
                        .flag(false)));
    }

    @Test
    void the_activities_of_a_lease_are_found_in_as_many_rows() {
        var lease = new Lease("owner", NOW, NOW.plusSeconds(60));
        List<Delivery> leased = store.capabilities().requireOutbox().lease(ACME, "mail", lease, 20);

        int visited = visited(ActivityRows.ofVersions(leased.size()), to -> {
            for (Delivery each : leased) {
                to.text(ACME.value())
                        .id(each.id().lead().value())
                        .number(each.id().version());
            }
        });

        assertThat(leased).hasSize(20);
        assertThat(visited).isLessThan(200);
    }

    private static int visited(String sql, Statements.Binder binder) {
        String plan = SESSION.transaction(statements ->
                statements.find("EXPLAIN ANALYZE " + sql, binder, Columns::text).orElseThrow());
        return ROWS.matcher(plan)
                .results()
                .map(MatchResult::group)
                .mapToInt(count -> Integer.parseInt(count.replaceAll("\\D", "")))
                .sum();
    }
}
