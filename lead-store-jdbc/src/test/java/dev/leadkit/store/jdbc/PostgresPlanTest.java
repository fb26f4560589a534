package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Staleness;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plans of PostgreSQL over 200,000 leads: of the statements as the store runs them, with their parameters, and of
 * the generic plan that a prepared statement has after some executions, where PostgreSQL would take it.
 */
class PostgresPlanTest {
    private static final int LEADS = 200_000;
    private static final Pattern TABLE_SCAN = Pattern.compile("Seq Scan on leadkit_lead( |$)", Pattern.MULTILINE);
    private static final Pattern COST = Pattern.compile("cost=[0-9.]+\\.\\.([0-9.]+)");

    /** More than PostgreSQL takes the planning of any of these statements to cost. */
    private static final double PLANNING = 100;

    private static final String NEVER_CHOSEN = "generic plan that is never chosen of ";
    private static final LeadFilter ALL = LeadFilter.all().inPipeline("five-stage");
    private static final List<String> PLANS = new ArrayList<>();
    private static LeadStore store = JdbcLeadStore.over(H2Databases.inMemory());

    @BeforeAll
    static void fill() {
        DataSource database = Database.POSTGRESQL.fresh();
        ManyLeads.load(database, LEADS, false);
        JdbcLeadStore.builder(database).containmentSearch().open();
        var watched = new WatchedDatabase(database, new WatchedDatabase.Watcher() {
            @Override
            public void before(WatchedDatabase.Query query) throws SQLException {
                if (query.sql().contains("leadkit_lead")) {
                    String custom = String.join("\n", query.with("EXPLAIN "));
                    String generic = genericPlan(query);
                    PLANS.add("custom plan of " + query.sql() + "\n" + custom);
                    PLANS.add((isChosen(generic, custom) ? "generic plan of " : NEVER_CHOSEN) + query.sql() + "\n"
                            + generic);
                }
            }
        });
        store = JdbcLeadStore.builder(watched.dataSource()).containmentSearch().open();
    }

    /** PostgreSQL keeps to a generic plan only where that is not dearer than planning anew each time. */
    private static boolean isChosen(String generic, String custom) {
        return cost(generic) < cost(custom) + PLANNING;
    }

    private static double cost(String plan) {
        Matcher total = COST.matcher(plan);
        assertThat(total.find()).as("a cost in %s", plan).isTrue();
        return Double.parseDouble(total.group(1));
    }

    private static String genericPlan(WatchedDatabase.Query query) throws SQLException {
        var numbered = new StringBuilder();
        int parameter = 0;
        for (char c : query.sql().toCharArray()) {
            numbered.append(c == '?' ? "$" + ++parameter : String.valueOf(c));
        }
        try (Statement statement = query.connection().createStatement()) {
            statement.execute("SET plan_cache_mode = force_generic_plan");
            statement.execute("PREPARE asked AS " + numbered);
            String nothing = parameter == 0 ? "" : "(NULL" + ", NULL".repeat(parameter - 1) + ")";
            List<String> plan = WatchedDatabase.firstColumn(statement.executeQuery("EXPLAIN EXECUTE asked " + nothing));
            statement.execute("DEALLOCATE asked");
            statement.execute("RESET plan_cache_mode");
            return String.join("\n", plan);
        }
    }

    private static List<String> plans(Consumer<LeadStore> read) {
        PLANS.clear();
        read.accept(store);
        assertThat(PLANS).isNotEmpty();
        return List.copyOf(PLANS);
    }

    private static void readsNoTable(Consumer<LeadStore> read) {
        assertThat(plans(read))
                .filteredOn(plan -> !plan.startsWith(NEVER_CHOSEN))
                .isNotEmpty()
                .allSatisfy(plan -> assertThat(plan).doesNotContainPattern(TABLE_SCAN));
    }

    static Stream<LeadFilter> pages() {
        LeadFilter all = LeadFilter.all();
        return Stream.of(
                all,
                ALL,
                all.inStage("new"),
                all.assignedTo("user7"),
                all.assignedTo(ManyLeads.RARE_ASSIGNEE),
                all.fromSource("widget"),
                all.fromSource(ManyLeads.RARE_SOURCE),
                all.inBand("hot"),
                all.taggedAny(ManyLeads.COMMON_TAG),
                all.taggedAll(ManyLeads.RARE_TAG));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_page_reads_the_table(LeadFilter filter) {
        for (Sort sort : List.of(Sort.NEWEST, Sort.OLDEST, Sort.LAST_ACTIVITY, Sort.SCORE, Sort.SCORE_DUE)) {
            LeadQuery query = LeadQuery.of(filter).sortedBy(sort);
            readsNoTable(reader -> {
                String next = reader.list(ACME, query).next();
                if (next != null) {
                    reader.list(ACME, query.after(next));
                }
            });
        }
    }

    @Test
    void the_leads_whose_scores_are_due_are_the_first_of_their_index() {
        LeadQuery query = LeadQuery.all().sortedBy(Sort.SCORE_DUE).limit(200);

        assertThat(plans(reader -> reader.list(ACME, query)))
                .allSatisfy(plan ->
                        assertThat(plan).contains("leadkit_lead_by_score_due").doesNotContain("Sort"));
    }

    @Test
    void a_page_by_rank_reads_the_columns_of_the_board() {
        for (LeadFilter filter : List.of(LeadFilter.all(), ALL, ALL.inStage("new"))) {
            LeadQuery query = LeadQuery.of(filter).sortedBy(Sort.BOARD);
            readsNoTable(reader ->
                    reader.list(ACME, query.after(reader.list(ACME, query).next())));
        }
    }

    @Test
    void a_page_is_a_range_of_its_index_and_is_not_sorted() {
        LeadQuery query = LeadQuery.of(ALL.inStage("new"));

        List<String> plans = plans(
                reader -> reader.list(ACME, query.after(reader.list(ACME, query).next())));

        assertThat(plans)
                .allSatisfy(plan ->
                        assertThat(plan).contains("leadkit_lead_by_stage").doesNotContain("Sort"));
        assertThat(plans.subList(2, 4))
                .allSatisfy(plan -> assertThat(plan).containsPattern("Index Cond: .*ROW\\(created_at, lead_id\\) <"));
    }

    static Stream<LeadFilter> boards() {
        return Stream.of(
                LeadFilter.all(),
                ALL,
                ALL.inStage("new", "lost"),
                ALL.assignedTo("user7"),
                ALL.assignedTo(ManyLeads.RARE_ASSIGNEE),
                ALL.fromSource("widget"),
                ALL.inBand("hot"),
                ALL.taggedAny(ManyLeads.COMMON_TAG),
                ALL.matching("last77"),
                ALL.createdBetween(Instant.parse("2024-01-05T00:00:00Z"), Instant.parse("2024-01-06T00:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource("boards")
    void no_board_reads_the_table(LeadFilter filter) {
        readsNoTable(reader -> reader.board(ACME, BoardQuery.of(filter)));
    }

    /** As it is run: the generic plan knows how many leads a tag has on the average only, which here is many. */
    @Test
    void a_board_of_a_rare_tag_does_not_read_the_table() {
        List<String> plans = plans(reader -> reader.board(ACME, BoardQuery.of(ALL.taggedAny(ManyLeads.RARE_TAG))));

        assertThat(plans.stream().filter(plan -> plan.startsWith("custom")))
                .hasSize(2)
                .allSatisfy(plan -> assertThat(plan).doesNotContainPattern(TABLE_SCAN));
    }

    @Test
    void a_filtered_board_is_counted_in_the_covering_index() {
        for (LeadFilter filter : List.of(
                ALL.fromSource("widget"), ALL.inBand("hot"), ALL.inStage("new").scoredAtLeast(50))) {
            List<String> plans = plans(reader -> reader.board(ACME, BoardQuery.of(filter)));

            assertThat(plans.get(0)).contains("Index Only Scan using leadkit_lead_by_creation");
        }
    }

    @Test
    void the_stale_leads_of_a_board_are_a_range_of_their_index() {
        Instant since = Instant.parse("2024-01-05T00:00:00Z");
        var staleness = new Staleness("five-stage", new TreeMap<>(Map.of("new", since, "contacted", since)), since);

        List<String> plans =
                plans(reader -> reader.board(ACME, BoardQuery.of(ALL).countingStale(staleness)));

        assertThat(plans.get(0))
                .contains("Index Only Scan using leadkit_lead_by_staleness")
                .containsPattern("Index Cond: .*board_key = ANY .*last_activity_at <=")
                .doesNotContainPattern(TABLE_SCAN);
    }

    @Test
    void a_filtered_board_counts_its_stale_leads_in_the_same_scan() {
        Instant since = Instant.parse("2024-01-05T00:00:00Z");
        var staleness = new Staleness("five-stage", new TreeMap<>(Map.of("new", since)), since);

        List<String> plans = plans(
                reader -> reader.board(ACME, BoardQuery.of(ALL.inBand("hot")).countingStale(staleness)));

        assertThat(plans.get(0))
                .containsOnlyOnce("Index Only Scan using leadkit_lead_by_creation")
                .doesNotContain("leadkit_lead_by_staleness");
    }

    static Stream<String> searches() {
        return Stream.of(
                "last77",
                "gmail",
                "g",
                "first12 last12",
                ManyLeads.OLD_WORD,
                ManyLeads.OLD_WORD + " " + ManyLeads.NEW_WORD,
                "nobody",
                "1234");
    }

    @ParameterizedTest
    @MethodSource("searches")
    void no_search_reads_the_table(String text) {
        readsNoTable(reader -> {
            LeadQuery query = LeadQuery.of(ALL.matching(text));
            String next = reader.list(ACME, query).next();
            if (next != null) {
                reader.list(ACME, query.after(next));
            }
            reader.list(ACME, LeadQuery.of(LeadFilter.all().matching(text).assignedTo("user7")));
        });
    }

    @Test
    void a_text_within_words_is_found_through_trigrams() {
        List<String> plans =
                plans(reader -> reader.list(ACME, LeadQuery.of(LeadFilter.all().containing("ast777"))));

        assertThat(plans)
                .allSatisfy(plan ->
                        assertThat(plan).contains("leadkit_lead_by_text").doesNotContainPattern(TABLE_SCAN));
    }

    @Test
    void no_lookup_reads_the_table() {
        Lead some = store.list(ACME, LeadQuery.all().limit(1)).items().get(0);
        List<LeadId> many = new ArrayList<>(List.of(some.id()));
        for (int i = 2; i < 2_000; i++) {
            many.add(id(i));
        }

        readsNoTable(reader -> {
            assertThat(reader.find(ACME, some.id())).contains(some);
            reader.findByIdentity(ACME, "five-stage", new IdentityKey("ab".repeat(32)));
            assertThat(reader.findAll(ACME, many)).containsExactly(some);
        });
    }
}
