package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first cards that pass a filter are shown wherever in their columns they stand. */
class FilteredBoardTest {
    private static final int LEADS = 300;

    private final LeadStore reference = new InMemoryLeadStore();

    @ParameterizedTest
    @EnumSource(Database.class)
    void cards_are_found_wherever_in_their_columns_they_stand(Database kind) {
        try (JdbcLeadStore store = JdbcLeadStore.over(kind.fresh())) {
            Changeset leads = leads();
            reference.commit(leads);
            store.commit(leads);
            LeadFilter all = LeadFilter.all();

            for (LeadFilter filter : List.of(
                    all.assignedTo("everywhere"),
                    all.assignedTo("behind"),
                    all.assignedTo("before"),
                    all.assignedTo("rarely"),
                    all.taggedAny("third"),
                    LeadFilter.anyOf(List.of(all.assignedTo("behind"), all.taggedAny("third"))))) {
                for (int cards : List.of(1, 2, 5, 60)) {
                    for (BoardQuery query : List.of(
                            BoardQuery.of(filter).cards(cards),
                            BoardQuery.of(filter.inPipeline("five-stage").inStage("new"))
                                    .cards(cards))) {
                        assertThat(store.board(ACME, query).columns())
                                .as("%s", query)
                                .containsExactlyInAnyOrderElementsOf(
                                        reference.board(ACME, query).columns());
                    }
                }
            }
        }
    }

    /** The newest stand first. */
    private static Changeset leads() {
        ChangesetBuilder unit = aChangeset();
        for (int i = 0; i < LEADS; i++) {
            String who = i == 150
                    ? "rarely"
                    : i < 40 ? "before" : i >= LEADS - 60 ? "behind" : i % 4 == 0 ? "everywhere" : "ann";
            var lead = aLead().createdAt(NOW.minusSeconds(i))
                    .inStage(i % 5 == 0 ? "contacted" : "new")
                    .worth("7", "EUR")
                    .assignedTo(who);
            unit.create((i % 3 == 0 ? lead.tagged("third") : lead).build(), NOW, null);
        }
        return unit.build();
    }
}
