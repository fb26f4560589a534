package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.NewLead;
import dev.leadkit.search.SearchHit;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A search finds, scores and explains the same on each database as in memory. */
class SearchOnDatabasesTest {
    private record Found(String name, int score, String matches) {}

    @ParameterizedTest
    @EnumSource(Database.class)
    void hits_are_ranked_as_in_memory(Database kind) {
        try (JdbcLeadStore store = JdbcLeadStore.over(kind.fresh())) {
            assertThat(search(store))
                    .containsExactlyInAnyOrderElementsOf(search(new InMemoryLeadStore()))
                    .hasSizeGreaterThan(10);
        }
    }

    private static List<Found> search(LeadStore store) {
        LeadDesk desk = Hosts.kit(store).tenant("acme").as(Actor.user("ann"));
        for (int i = 0; i < 12; i++) {
            desk.create(NewLead.named(
                            List.of("Jane", "Janet Doe", "José Jan", "Bo").get(i % 4) + " No" + i)
                    .email((i % 3 == 0 ? "jane" : "info") + i + "@" + (i % 2 == 0 ? "acme" : "doe") + ".example")
                    .phone("+49 151 2345" + (6000 + i)));
        }
        List<Found> found = new ArrayList<>();
        for (String text : List.of("jan", "JANE doe", "jose", "acme", "2345", "6003", "no1 jan")) {
            for (SearchHit hit : desk.search(text).hits()) {
                found.add(new Found(
                        hit.lead().displayName(), hit.score(), hit.matches().toString()));
            }
        }
        return found;
    }
}
