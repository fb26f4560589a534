package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Score;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which leads are found whose scores time changes. */
interface ScoreDueRules {
    /** The end of the years that an instant may have, where a change of a score is still one. */
    Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    @Test
    @DisplayName(
            "STORE-131 leads come as time changes their scores, soonest first, and last where it never does: without"
                    + " a score or a next change, and closed ones")
    default void leads_come_as_time_changes_their_scores(StoreUnderTest store) {
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            // The ids and creations run against the instants; every second instant is shared.
            int number = i;
            leads.add(store.create(aLead().id(id(100 - i))
                    .createdAt(NOW.minusSeconds(i))
                    .but(lead -> lead.score(changing(NOW.plusSeconds(number / 2 * 7 % 20))))));
        }
        leads.add(store.create(aLead().id(id(1)).but(lead -> lead.score(changing(NOW.minusNanos(1_000))))));
        leads.add(store.create(aLead().id(id(2)).but(lead -> lead.score(changing(LAST)))));
        leads.add(store.create(aLead().id(id(3)).but(lead -> lead.score(changing(null)))));
        leads.add(store.create(aLead().id(id(4))));
        leads.add(store.create(aLead().id(id(5))
                .but(lead -> lead.score(changing(NOW)).stage("five-stage", 1, "converted", true, NOW))));
        LeadQuery query = LeadQuery.all().sortedBy(Sort.SCORE_DUE).limit(7);

        List<Lead> found = store.all(query);

        assertThat(found).isEqualTo(Population.expected(leads, LeadFilter.all(), Sort.SCORE_DUE));
        assertThat(found.get(0).id()).isEqualTo(id(1));
        assertThat(found.subList(found.size() - 4, found.size()).stream().map(Lead::id))
                .containsExactlyInAnyOrder(id(2), id(3), id(4), id(5));
    }

    @Test
    @DisplayName("STORE-132 a lead stands in that order as it is now: rescored, closed, opened again, withdrawn")
    default void a_lead_stands_in_that_order_as_it_is_now(StoreUnderTest store) {
        Lead first = store.create(aLead().but(lead -> lead.score(changing(NOW))));
        Lead second = store.create(aLead().but(lead -> lead.score(changing(NOW.plusSeconds(1)))));
        LeadFilter all = LeadFilter.all();

        assertThat(order(store, all)).containsExactly(first.id(), second.id());

        first = store.update(first, lead -> lead.score(changing(NOW.plusSeconds(2))));
        assertThat(order(store, all)).containsExactly(second.id(), first.id());

        second = store.update(second, lead -> lead.stage("five-stage", 1, "lost", true, NOW));
        assertThat(order(store, all)).containsExactly(first.id(), second.id());

        second = store.update(second, lead -> lead.stage("five-stage", 1, "new", false, NOW));
        assertThat(order(store, all)).containsExactly(second.id(), first.id());
        assertThat(order(store, all.inStage("new").scoredAtLeast(0))).containsExactly(second.id(), first.id());

        store.update(second, lead -> lead.withdrawn(true));
        assertThat(order(store, all)).containsExactly(first.id());
    }

    private static List<LeadId> order(StoreUnderTest store, LeadFilter filter) {
        List<Lead> found = store.spi()
                .list(ACME, LeadQuery.of(filter).sortedBy(Sort.SCORE_DUE))
                .items();
        return found.stream().map(Lead::id).toList();
    }

    private static Score changing(@Nullable Instant at) {
        return new Score(
                30,
                "cold",
                List.of(new Contribution("fit", "Fit", 30, "company known")),
                "card@1",
                NOW.minusSeconds(9),
                at);
    }
}
