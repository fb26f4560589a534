package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Lead;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.LeadStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Searches and boards over more leads than are few, so that every way to read them is taken: answers are right and
 * complete, in as few statements as promised.
 */
class ReadSizesTest {
    private static final int LEADS = 3 * LeadSearch.FEW;
    private static final Map<Database, Filled> STORES = new EnumMap<>(Database.class);
    private static final LeadFilter ALL = LeadFilter.all();

    private record Filled(LeadStore store, List<Lead> leads, AtomicInteger queries) {}

    private static synchronized Filled on(Database kind) {
        return STORES.computeIfAbsent(kind, ReadSizesTest::filled);
    }

    private static Filled filled(Database kind) {
        DataSource database = kind.fresh();
        LeadStore store = JdbcLeadStore.over(database);
        List<Lead> leads = new ArrayList<>();
        for (int from = 0; from < LEADS; from += 1_000) {
            ChangesetBuilder unit = aChangeset();
            for (int i = from; i < from + 1_000; i++) {
                leads.add(unit.create(lead(i), NOW, null));
            }
            store.commit(unit.build());
        }
        var queries = new AtomicInteger();
        var watched = new WatchedDatabase(database, new WatchedDatabase.Watcher() {
            @Override
            public void after(WatchedDatabase.Query query) {
                queries.addAndGet(query.sql().contains("leadkit_") ? 1 : 0);
            }
        });
        return new Filled(
                JdbcLeadStore.builder(watched.dataSource())
                        .schema(SchemaMode.NONE)
                        .open(),
                leads,
                queries);
    }

    /** The first 3,500 have a word that no other has; ids run against the times. */
    private static Lead lead(int i) {
        return aLead().id(id(LEADS - i))
                .named((i < 3_500 ? "old" : "new") + " jane" + (i % 3 == 0 ? " janet" : "") + (i == 77 ? " rare" : ""))
                .createdAt(NOW.plusSeconds(i / 2))
                .inStage(i % 4 == 0 ? "contacted" : "new")
                .scored(i % 7)
                .assignedTo(i % 1_000 == 5 ? "rare" : "ann")
                .worth("1." + i % 10, i % 2 == 0 ? "EUR" : "USD")
                .tagged(i % 2 == 0 ? "even" : "odd", i % 1_500 == 3 ? "rare" : "usual")
                .build();
    }

    private static List<LeadFilter> searches() {
        return List.of(
                // Met at once; met nowhere near; met by nothing; by some thousand keys, and twice in one lead.
                ALL.matching("jane"),
                ALL.matching("old"),
                ALL.matching("old new"),
                ALL.matching("j"),
                ALL.matching("jane rare"),
                ALL.matching("nobody"),
                ALL.matching("old").inStage("contacted"),
                ALL.matching("old").assignedTo("rare"),
                ALL.matching("old janet").taggedAny("even"),
                ALL.matching("rare").taggedAny("even", "odd"),
                ALL.taggedAny("even", "odd"),
                ALL.taggedAll("even", "usual").taggedNone("rare"),
                ALL.taggedAny("rare"),
                ALL.taggedAny("even").assignedTo("rare"));
    }

    @ParameterizedTest
    @EnumSource
    void a_search_is_complete_and_in_order_however_many_leads_it_finds(Database kind) {
        Filled filled = on(kind);

        for (LeadFilter filter : searches()) {
            for (Sort sort : List.of(Sort.NEWEST, Sort.OLDEST, Sort.SCORE, Sort.BOARD)) {
                LeadQuery query = LeadQuery.of(filter).sortedBy(sort).limit(400);
                List<Lead> expected = filled.leads().stream()
                        .filter(filter::matches)
                        .sorted(Comparator.comparing(sort::positionOf, sort.comparator()))
                        .limit(800)
                        .toList();
                var first = filled.store().list(ACME, query);
                List<Lead> found = new ArrayList<>(first.items());
                if (first.next() != null) {
                    found.addAll(
                            filled.store().list(ACME, query.after(first.next())).items());
                }

                assertThat(found).as("%s by %s on %s", filter, sort, kind).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_board_takes_two_statements_whatever_its_filter(Database kind) {
        Filled filled = on(kind);
        List<LeadFilter> filters = new ArrayList<>(searches());
        filters.addAll(
                List.of(ALL, ALL.inStage("new"), ALL.assignedTo("ann"), ALL.assignedTo("rare"), ALL.scoredAtMost(2)));

        for (LeadFilter filter : filters) {
            for (LeadFilter each : List.of(filter, filter.inPipeline("five-stage"))) {
                filled.queries().set(0);

                Board board = filled.store().board(ACME, BoardQuery.of(each).cards(7));

                assertThat(filled.queries())
                        .as("statements for %s on %s", each, kind)
                        .hasValueLessThanOrEqualTo(2);
                for (Board.Column column : board.columns()) {
                    List<Lead> expected = filled.leads().stream()
                            .filter(each.inStage(column.stage())::matches)
                            .sorted(Comparator.comparing(Sort.BOARD::positionOf, Sort.BOARD.comparator()))
                            .toList();
                    assertThat(column.count()).as(each.toString()).isEqualTo(expected.size());
                    assertThat(column.cards())
                            .as("cards of %s on %s", each, kind)
                            .isEqualTo(expected.subList(0, Math.min(7, expected.size())));
                }
            }
        }
    }
}
