package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.GLOBEX;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Staleness;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How many rows H2 and MariaDB visit for a page, a board or a search: in the order of what they show, wherever the page
 * is. Counted, not timed. For PostgreSQL see {@link PostgresPlanTest}.
 */
class QueryPlanTest {
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");
    private static final int LEADS = 4_000;
    private static final LeadFilter ALL = LeadFilter.all().inPipeline("five-stage");
    private static final Map<Database, Counted> STORES = new EnumMap<>(Database.class);

    /** A filled store, with the number of rows that its queries visited. */
    private static final class Counted {
        private final AtomicInteger rows = new AtomicInteger();
        private final LeadStore store;

        Counted(Database kind) {
            DataSource database = kind.fresh();
            fill(JdbcLeadStore.over(database));
            Database.execute(
                    database, kind == Database.H2 ? "ANALYZE" : "ANALYZE TABLE leadkit_lead, leadkit_lead_token");
            var watched = new WatchedDatabase(database, kind == Database.H2 ? h2() : mariaDb());
            store = JdbcLeadStore.builder(watched.dataSource())
                    .schema(SchemaMode.NONE)
                    .open();
        }

        private WatchedDatabase.Watcher h2() {
            return new WatchedDatabase.Watcher() {
                @Override
                public void before(WatchedDatabase.Query query) throws SQLException {
                    if (!query.sql().contains("leadkit_")) {
                        return;
                    }
                    String plan = String.join("\n", query.with("EXPLAIN ANALYZE "));
                    SCANNED.matcher(plan)
                            .results()
                            .map((MatchResult result) -> result.group(1))
                            .forEach(count -> rows.addAndGet(Integer.parseInt(count)));
                }
            };
        }

        private WatchedDatabase.Watcher mariaDb() {
            return new WatchedDatabase.Watcher() {
                @Override
                public void before(WatchedDatabase.Query query) throws SQLException {
                    rows.addAndGet(-handled(query));
                }

                @Override
                public void after(WatchedDatabase.Query query) throws SQLException {
                    rows.addAndGet(handled(query));
                }
            };
        }

        /** The rows that the connection read through indexes or from tables so far, temporary ones left out. */
        private static int handled(WatchedDatabase.Query query) throws SQLException {
            try (Statement statement = query.connection().createStatement()) {
                return WatchedDatabase.firstColumn(statement.executeQuery("""
                    SELECT variable_value
                    FROM information_schema.session_status
                    WHERE variable_name IN (
                        'HANDLER_READ_KEY', 'HANDLER_READ_NEXT', 'HANDLER_READ_PREV', 'HANDLER_READ_FIRST',
                        'HANDLER_READ_LAST')
                    """)).stream()
                        .mapToInt(Integer::parseInt)
                        .sum();
            }
        }

        int count(ToIntFunction<LeadStore> read, int expected) {
            rows.set(0);
            assertThat(read.applyAsInt(store)).isEqualTo(expected);
            return rows.get();
        }
    }

    private static synchronized Counted on(Database kind) {
        return STORES.computeIfAbsent(kind, Counted::new);
    }

    private static void fill(LeadStore store) {
        for (TenantId tenant : List.of(ACME, GLOBEX)) {
            for (int from = 0; from < LEADS; from += 500) {
                ChangesetBuilder unit = aChangeset(tenant);
                for (int i = from; i < from + 500; i++) {
                    unit.create(lead(tenant, i), NOW, null);
                }
                store.commit(unit.build());
            }
        }
    }

    private static Lead lead(TenantId tenant, int i) {
        // Old leads are many and like each other, where a walk from the newest does not meet them.
        return aLead().of(tenant)
                .named((i < 1_200 ? "old" : "jane") + " number" + i)
                .createdAt(NOW.plusSeconds(i))
                .lastActivityAt(NOW.plusSeconds(i))
                .inStage(i % 3 == 0 ? "contacted" : "new")
                .scored(i % 4)
                .from(i % 400 == 7 ? LeadSource.of("import") : LeadSource.WIDGET)
                .assignedTo(i % 400 == 9 ? "rare" : "ann")
                .tagged(i % 400 == 11 ? "rare" : "common")
                .build();
    }

    static Stream<Arguments> databases_and_orders() {
        return Stream.of(Database.H2, Database.MARIADB)
                .flatMap(kind -> Stream.of(Sort.values()).map(sort -> Arguments.arguments(kind, sort)));
    }

    @ParameterizedTest
    @MethodSource("databases_and_orders")
    void a_page_in_any_order_visits_the_rows_that_it_shows(Database kind, Sort sort) {
        LeadQuery query = LeadQuery.of(ALL).sortedBy(sort);
        LeadQuery deep = deepIn(on(kind).store, query);
        // Ranks are read column by column. MariaDB also counts the step past the end, and H2 the row after the last.
        int most = sort == Sort.BOARD ? 240 : 120;

        assertThat(visited(kind, query)).as("first page").isLessThan(most);
        assertThat(visited(kind, deep)).as("page after 1000").isLessThan(most);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void a_column_of_the_board_visits_the_cards_that_it_shows(Database kind) {
        LeadQuery column = LeadQuery.of(ALL.inStage("new")).sortedBy(Sort.BOARD);

        assertThat(visited(kind, column)).as("first page").isLessThan(60);
        assertThat(visited(kind, deepIn(on(kind).store, column)))
                .as("page after 1000")
                .isLessThan(60);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void a_page_of_what_is_rare_visits_little_more(Database kind) {
        for (LeadFilter rare : List.of(
                ALL.fromSource("import"), ALL.assignedTo("rare"), ALL.taggedAny("rare"), ALL.taggedAll("rare"))) {
            int visited = on(kind).count(
                            store ->
                                    store.list(ACME, LeadQuery.of(rare)).items().size(),
                            LEADS / 400);

            assertThat(visited).as(rare.toString()).isLessThan(60);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void a_page_of_what_is_common_visits_the_rows_that_it_shows(Database kind) {
        for (LeadFilter common :
                List.of(ALL.inStage("new"), ALL.fromSource("widget"), ALL.assignedTo("ann"), ALL.taggedAny("common"))) {
            LeadQuery query = LeadQuery.of(common);

            // A page of a tag looks at each lead by its key, in a few subqueries whose rows H2 counts as well.
            assertThat(visited(kind, query)).as("first page of %s", common).isLessThan(400);
            assertThat(visited(kind, deepIn(on(kind).store, query)))
                    .as("page after 1000 of %s", common)
                    .isLessThan(400);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void each_of_several_tags_is_looked_up_by_its_key(Database kind) {
        LeadFilter commonOrOther = LeadFilter.anyOf(List.of(ALL.taggedAny("common", "other")));

        for (LeadFilter several : List.of(ALL.taggedNone("rare", "other"), commonOrOther)) {
            assertThat(visited(kind, LeadQuery.of(several)))
                    .as(several.toString())
                    .isLessThan(400);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void a_rare_term_is_found_through_its_token(Database kind) {
        for (String text : List.of("number3777", "jane number3777", "number3777 old number3777")) {
            int visited = on(kind).count(
                            store -> store.list(
                                            ACME, LeadQuery.of(LeadFilter.all().matching(text)))
                                    .items()
                                    .size(),
                            text.contains("old") ? 0 : 1);

            assertThat(visited).as(text).isLessThan(2 * LeadSearch.FEW + 100);
        }
    }

    /** Those that are new are met on the way, those that are old are not, and their keys are read. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void a_common_term_visits_some_thousand_rows_and_not_every_lead(Database kind) {
        for (String text : List.of("jane", "old", "number")) {
            for (Sort sort : List.of(Sort.NEWEST, Sort.LAST_ACTIVITY, Sort.SCORE)) {
                LeadQuery query = LeadQuery.of(LeadFilter.all().matching(text)).sortedBy(sort);

                assertThat(visited(kind, query)).as("%s by %s", text, sort).isLessThan(10 * LeadSearch.FEW);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void a_board_visits_its_counters_and_the_cards_that_it_shows(Database kind) {
        int visited = on(kind).count(
                        store -> (int) store.board(ACME, BoardQuery.of(ALL)).columns().stream()
                                .mapToLong(column -> column.count())
                                .sum(),
                        LEADS);

        assertThat(visited).isLessThan(2 * 51 + 2 * Counters.SLOTS + 40);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void the_stale_leads_of_a_board_are_counted_without_a_look_at_the_others(Database kind) {
        // The last activity of each lead is its own second, and every third is in the other column.
        Instant since = NOW.plusSeconds(59);
        var staleness = new Staleness("five-stage", new TreeMap<>(Map.of("new", since, "lost", since)), NOW);
        int visited = on(kind).count(
                        store -> (int) store.board(ACME, BoardQuery.of(ALL).countingStale(staleness)).columns().stream()
                                .mapToLong(column -> column.stale())
                                .sum(),
                        40);

        assertThat(visited).isLessThan(2 * 51 + 2 * Counters.SLOTS + 40 + 50);
    }

    private static LeadQuery deepIn(LeadStore store, LeadQuery query) {
        LeadQuery deep = query;
        for (int page = 0; page < 2; page++) {
            deep = query.limit(500).after(store.list(ACME, deep.limit(500)).next());
        }
        return deep.limit(50);
    }

    private static int visited(Database kind, LeadQuery query) {
        return on(kind).count(store -> store.list(ACME, query).items().size(), 50);
    }
}
