package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Lead;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which leads are listed, and in what order. */
interface ListRules {
    @Test
    @DisplayName("STORE-41 each filter gives the leads that match it, and no others")
    default void each_filter_gives_what_matches(StoreUnderTest store) {
        List<Lead> leads = store.createAll(Population.of(ACME));

        for (LeadFilter filter : filters()) {
            assertThat(store.all(LeadQuery.of(filter)))
                    .as(filter.toString())
                    .isEqualTo(Population.expected(leads, filter, Sort.NEWEST));
        }
    }

    private static List<LeadFilter> filters() {
        LeadFilter all = LeadFilter.all();
        return List.of(
                all,
                all.inPipeline("five-stage"),
                all.inPipeline("support"),
                all.inPipeline("Support"),
                all.inStage("new"),
                all.inStage("contacted", "lost", "unknown"),
                all.fromSource("widget"),
                all.fromSource("Widget", "whatsapp"),
                all.taggedAny("even"),
                all.taggedAny("vip"),
                all.taggedAny("VIP", "t3"),
                all.taggedAny("vi"),
                all.assignedTo("ann"),
                all.assignedTo("Ann"),
                all.assignedTo("nobody"),
                all.createdBetween(NOW.plusSeconds(5), NOW.plusSeconds(7)),
                all.createdBetween(
                        NOW.plusSeconds(5).plusNanos(1_000), NOW.plusSeconds(5).plusNanos(2_000)),
                all.createdBetween(NOW.plusSeconds(7), NOW.plusSeconds(5)),
                all.scoredAtLeast(0),
                all.scoredAtLeast(40),
                all.scoredAtLeast(100),
                all.inBand("hot"),
                all.inBand("Hot"),
                all.matching("jose"),
                all.matching("jane no3"),
                all.inPipeline("five-stage")
                        .inStage("new", "qualified")
                        .fromSource("widget", "whatsapp")
                        .taggedAny("t1", "t2")
                        .scoredAtLeast(20)
                        .matching("no"),
                all.inPipeline("five-stage").assignedTo("ann").inBand("warm").createdBetween(NOW, NOW.plusSeconds(60)));
    }

    @Test
    @DisplayName("STORE-42 each order holds over pages, ties included: they go by id")
    default void each_order_holds_over_pages(StoreUnderTest store) {
        List<Lead> leads = store.createAll(Population.of(ACME));

        for (Sort sort : Sort.values()) {
            LeadQuery query = LeadQuery.all().sortedBy(sort).limit(7);

            assertThat(store.all(query))
                    .as("all leads by " + sort)
                    .isEqualTo(Population.expected(leads, LeadFilter.all(), sort));
        }
    }

    @Test
    @DisplayName("STORE-43 a changed lead is listed as it is now: no filter or order remembers what it was")
    default void a_changed_lead_is_listed_as_it_is_now(StoreUnderTest store) {
        Lead before = store.create(
                aLead().named("Jane").tagged("vip").assignedTo("ann").scored(80).worth("5", "EUR"));

        Lead now = store.update(
                before,
                lead -> lead.contact(aLead().named("Bob").build().contact())
                        .tags(aLead().tagged("lead").build().tags())
                        .assignee("bob")
                        .score(Leads.score(10))
                        .stage("five-stage", 1, "contacted", false, NOW));

        LeadFilter all = LeadFilter.all();
        for (LeadFilter old : List.of(
                all.matching("jane"),
                all.taggedAny("vip"),
                all.assignedTo("ann"),
                all.inBand("hot"),
                all.scoredAtLeast(50),
                all.inStage("new"))) {
            assertThat(store.all(LeadQuery.of(old))).as(old.toString()).isEmpty();
        }
        for (LeadFilter fresh : List.of(
                all.matching("bob"),
                all.taggedAny("lead"),
                all.assignedTo("bob"),
                all.inBand("cold"),
                all.scoredAtLeast(10),
                all.inStage("contacted"))) {
            assertThat(store.all(LeadQuery.of(fresh))).as(fresh.toString()).containsExactly(now);
        }
    }

    @Test
    @DisplayName("STORE-44 a withdrawn lead is in no list and on no board, but is found by its id")
    default void a_withdrawn_lead_is_in_no_list(StoreUnderTest store) {
        Lead withdrawn = store.create(aLead().named("Jane").withdrawn().worth("5", "EUR"));
        Lead before = store.create(aLead().named("Jane"));
        Lead later = store.update(before, lead -> lead.withdrawn(true));

        assertThat(store.all(LeadQuery.all())).isEmpty();
        assertThat(store.all(LeadQuery.of(LeadFilter.all().matching("jane")))).isEmpty();
        assertThat(store.spi().board(ACME, BoardQuery.all())).isEqualTo(new Board(List.of()));
        assertThat(store.find(withdrawn)).contains(withdrawn);
        assertThat(store.find(later)).contains(later);

        Lead restored = store.update(later, lead -> lead.withdrawn(false));

        assertThat(store.all(LeadQuery.all())).containsExactly(restored);
    }
}
