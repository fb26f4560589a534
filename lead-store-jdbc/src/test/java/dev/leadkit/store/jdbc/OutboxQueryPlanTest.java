package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.GLOBEX;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
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
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many rows H2 visits for a lease: those it takes, however long the backlog is. Counted, not timed. */
class OutboxQueryPlanTest {
    private static final Pattern ROWS = Pattern.compile("scanCount: (\\d+)");
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
