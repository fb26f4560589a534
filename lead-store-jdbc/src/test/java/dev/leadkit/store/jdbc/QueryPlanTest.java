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
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many rows H2 visits for a page: as many as it shows, wherever the page is. Counted, not timed. */
class QueryPlanTest {
    private static final Pattern ROWS = Pattern.compile("scanCount: (\\d+)");
    private static final int LEADS = 3_000;
    private static final DataSource DATABASE = H2Databases.inMemory();
    private static final JdbcSession SESSION = new JdbcSession(DATABASE, new H2Dialect(), TableNames.DEFAULT);

    @BeforeAll
    static void fill() {
        JdbcLeadStore store = JdbcLeadStore.over(DATABASE);
        for (TenantId tenant : List.of(ACME, GLOBEX)) {
            ChangesetBuilder unit = aChangeset(tenant);
            for (int i = 0; i < LEADS; i++) {
                Lead lead = aLead().of(tenant)
                        .named("jane number" + i)
                        .createdAt(NOW.plusSeconds(i))
                        .lastActivityAt(NOW.plusSeconds(i))
                        .inStage(i % 3 == 0 ? "contacted" : "new")
                        .scored(i % 101)
                        .build();
                unit.create(lead, NOW, null);
            }
            store.commit(unit.build());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "BOARD", mode = EnumSource.Mode.EXCLUDE)
    void a_page_in_any_order_visits_the_rows_that_it_shows(Sort sort) {
        LeadQuery query =
                LeadQuery.of(LeadFilter.all().inPipeline("five-stage")).sortedBy(sort);

        assertThat(visited(query)).as("first page").isLessThan(60);
        assertThat(visited(deepIn(query))).as("page after 1000").isLessThan(160);
    }

    @Test
    void a_column_of_the_board_visits_the_cards_that_it_shows() {
        LeadQuery column = LeadQuery.of(
                        LeadFilter.all().inPipeline("five-stage").inStage("new"))
                .sortedBy(Sort.BOARD);

        assertThat(visited(column)).as("first page").isLessThan(60);
        assertThat(visited(deepIn(column))).as("page after 1000").isLessThan(60);
    }

    @Test
    void a_rare_term_is_found_through_its_token() {
        assertThat(visited(LeadQuery.of(LeadFilter.all().matching("number77")))).isLessThan(60);
        assertThat(visited(LeadQuery.of(LeadFilter.all().matching("jane number77"))))
                .isLessThan(60);
    }

    private static LeadQuery deepIn(LeadQuery query) {
        JdbcLeadStore store = JdbcLeadStore.over(DATABASE);
        LeadQuery deep = query;
        for (int page = 0; page < 2; page++) {
            deep = query.limit(500).after(store.list(ACME, deep.limit(500)).next());
        }
        return deep.limit(50);
    }

    /** The rows that the plan visited, in all tables together. */
    private static int visited(LeadQuery query) {
        var selection = new LeadSelection(ACME, query.filter());
        Optional<LeadQuery.Position> after = query.position(ACME);
        new LeadOrder(query).addTo(selection, after);
        String plan = SESSION.transaction(statements -> statements
                .find("EXPLAIN ANALYZE " + LeadSql.SELECT + selection.sql(), selection::bind, Columns::text)
                .orElseThrow());
        return ROWS.matcher(plan)
                .results()
                .map(MatchResult::group)
                .mapToInt(count -> Integer.parseInt(count.replaceAll("\\D", "")))
                .sum();
    }
}
