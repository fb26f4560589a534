package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.GLOBEX;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A list page by page. */
interface PagingRules {
    @Test
    @DisplayName("STORE-45 paging gives each lead that does not change exactly once, while others come and change")
    default void paging_gives_each_lead_exactly_once(StoreUnderTest store) {
        List<Lead> leads = store.createAll(Population.of(ACME));
        for (Sort sort : Sort.values()) {
            // Every tenth lead jumps to the front of each order while the pages are read.
            Set<LeadId> changed = new HashSet<>();
            List<Lead> paged = store.all(LeadQuery.all().sortedBy(sort).limit(9), page -> {
                store.create(aLead().createdAt(NOW.plusSeconds(3)).scored(50));
                store.create(aLead().createdAt(NOW.minusSeconds(100)));
                store.create(aLead().createdAt(NOW.plusSeconds(1_000)).scored(100));
                int next = changed.size() * 10;
                if (next < leads.size()) {
                    Lead moved = store.find(leads.get(next)).orElseThrow();
                    store.update(
                            moved,
                            lead -> lead.score(Leads.score(99))
                                    .rank("0000000000000000")
                                    .lastActivityAt(NOW.plusSeconds(999)));
                    changed.add(moved.id());
                }
            });

            List<LeadId> unchanged = leads.stream()
                    .filter(lead -> !lead.withdrawn() && !changed.contains(lead.id()))
                    .map(Lead::id)
                    .toList();
            List<LeadId> given =
                    paged.stream().map(Lead::id).filter(unchanged::contains).toList();
            assertThat(given).as("unchanged leads in pages by " + sort).doesNotHaveDuplicates();
            assertThat(given).as("unchanged leads in pages by " + sort).containsExactlyInAnyOrderElementsOf(unchanged);
        }
    }

    @Test
    @DisplayName("STORE-46 a page holds as many leads as asked for, and names a next one only when there is more")
    default void a_page_names_a_next_one_only_when_there_is_more(StoreUnderTest store) {
        assertThat(list(store, ACME, LeadQuery.all())).isEqualTo(new Page<>(List.of(), null));
        List<Lead> leads = store.createAll(IntStream.range(0, 6)
                .mapToObj(i -> aLead().createdAt(NOW.minusSeconds(i)).build())
                .toList());

        assertThat(list(store, ACME, LeadQuery.all().limit(6))).isEqualTo(new Page<>(leads, null));
        Page<Lead> first = list(store, ACME, LeadQuery.all().limit(3));
        assertThat(first.items()).isEqualTo(leads.subList(0, 3));
        assertThat(first.next()).isNotNull();
        assertThat(list(store, ACME, LeadQuery.all().limit(3).after(cursor(first))))
                .isEqualTo(new Page<>(leads.subList(3, 6), null));
        // The size of a page is no part of the question.
        assertThat(list(store, ACME, LeadQuery.all().limit(1).after(cursor(first)))
                        .items())
                .containsExactly(leads.get(3));
    }

    @Test
    @DisplayName("STORE-47 the cursor of another query, order, tenant or lead is refused with InvalidInputException")
    default void the_cursor_of_another_question_is_refused(StoreUnderTest store) {
        store.createAll(Population.of(ACME));
        store.createAll(Population.of(GLOBEX));
        LeadQuery query =
                LeadQuery.of(LeadFilter.all().inPipeline("five-stage")).limit(2);
        String cursor = cursor(list(store, ACME, query));
        PageRequest one = PageRequest.first(1);
        String ofTimeline = cursor(store.spi().timeline(ACME, id(1), one));

        assertThat(list(store, ACME, query.after(cursor)).items()).hasSize(2);
        refuses(() -> list(store, GLOBEX, query.after(cursor)));
        refuses(() -> list(store, ACME, query.sortedBy(Sort.OLDEST).after(cursor)));
        refuses(() -> list(store, ACME, LeadQuery.all().after(cursor)));
        refuses(() ->
                list(store, ACME, LeadQuery.of(query.filter().inStage("new")).after(cursor)));
        refuses(() -> list(store, ACME, query.after(ofTimeline)));
        assertThat(store.spi().timeline(ACME, id(1), one.after(ofTimeline)).items())
                .hasSize(1);
        refuses(() -> store.spi().timeline(GLOBEX, id(1), one.after(ofTimeline)));
        refuses(() -> store.spi().timeline(ACME, id(2), one.after(ofTimeline)));
        refuses(() -> store.spi().timeline(ACME, id(1), one.after(cursor)));
    }

    private static void refuses(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidInputException.class);
    }

    @Test
    @DisplayName("STORE-48 a cursor that is none or was altered is refused with InvalidInputException, or gives a page")
    default void an_altered_cursor_never_fails_otherwise(StoreUnderTest store) {
        store.createAll(Population.of(ACME));
        for (String none : List.of("", " ", "x", "null", "AAAA", "%00", "../..", "🙂", "' OR 1=1 --")) {
            refuses(() -> list(store, ACME, LeadQuery.all().after(none)));
            refuses(() -> store.spi().timeline(ACME, id(1), PageRequest.first(1).after(none)));
        }
        for (Sort sort : Sort.values()) {
            LeadQuery query = LeadQuery.all().sortedBy(sort).limit(2);
            refusesOrGivesAPage(cursor(list(store, ACME, query)), altered -> list(store, ACME, query.after(altered)));
        }
        PageRequest one = PageRequest.first(1);
        refusesOrGivesAPage(
                cursor(store.spi().timeline(ACME, id(1), one)),
                altered -> store.spi().timeline(ACME, id(1), one.after(altered)));
    }

    private static void refusesOrGivesAPage(String cursor, Consumer<String> list) {
        for (int at = 0; at < cursor.length(); at += 3) {
            for (String other : List.of("", "A", "9", "_", "=")) {
                String altered = cursor.substring(0, at) + other + cursor.substring(at + 1);
                Throwable failure = catchThrowable(() -> list.accept(altered));
                if (failure != null) {
                    assertThat(failure).as("what an altered cursor gives").isInstanceOf(InvalidInputException.class);
                }
            }
        }
    }

    private static Page<Lead> list(StoreUnderTest store, TenantId tenant, LeadQuery query) {
        return store.spi().list(tenant, query);
    }

    private static String cursor(Page<?> page) {
        return StoreUnderTest.cursor(page.next());
    }
}
