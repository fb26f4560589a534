package dev.leadkit;

import static dev.leadkit.search.TermMatch.Place.DOMAIN;
import static dev.leadkit.search.TermMatch.Place.EMAIL;
import static dev.leadkit.search.TermMatch.Place.NAME;
import static dev.leadkit.search.TermMatch.Place.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.search.SearchHit;
import dev.leadkit.search.SearchIndex;
import dev.leadkit.search.SearchResult;
import dev.leadkit.search.TermMatch;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Row E3: what is found is scored, ranked and explained. */
class LeadDeskSearchTest {
    private static final List<String> WORDS = List.of("jane", "Jan", "janet", "Doe", "dö", "acme", "1234", "x");

    private final MovableClock clock = new MovableClock();
    private final InMemoryLeadStore store = new InMemoryLeadStore();
    private final LeadDesk desk = kit().build().tenant("acme").as(Actor.user("ann"));

    private LeadKit.Builder kit() {
        return LeadKit.builder().store(store).clock(clock);
    }

    private Lead create(NewLead lead) {
        clock.advance(Duration.ofSeconds(1));
        return desk.create(lead);
    }

    private List<String> found(String text) {
        return desk.search(text).hits().stream()
                .map(hit -> hit.lead().displayName() + " " + hit.score())
                .toList();
    }

    @Test
    void a_whole_word_of_the_name_comes_before_its_beginning_and_before_an_address() {
        create(NewLead.named("Jane"));
        create(NewLead.named("Janet"));
        create(NewLead.named("Bo").email("jane@other.example"));
        create(NewLead.named("Cy").email("info@jane.example"));

        // 4 of 5 letters of janet: half of 100, and 4/5 of the other half.
        assertThat(found("JÁNE")).containsExactly("Jane 100", "Janet 90", "Bo 80", "Cy 50");
        assertThat(found("j")).containsExactly("Jane 63", "Janet 60", "Bo 50", "Cy 31");
    }

    @Test
    void each_term_says_where_it_was_found() {
        create(NewLead.named("Jane Doe").email("jane@doe.example").phone("+49 151 23456789"));

        SearchHit hit = desk.search("jane doe 2345").hits().get(0);

        assertThat(hit.matches())
                .containsExactly(
                        new TermMatch("jane", NAME, 100),
                        new TermMatch("jane", EMAIL, 80),
                        new TermMatch("doe", NAME, 100),
                        new TermMatch("doe", DOMAIN, 50),
                        // 4 of 13 digits.
                        new TermMatch("2345", PHONE, 52));
        assertThat(hit.score()).isEqualTo((100 + 100 + 52) / 3);
        assertThat(desk.search("+49 151 23456789").hits().get(0).score()).isEqualTo(80);
    }

    @Test
    void of_two_that_fit_equally_well_the_newer_comes_first() {
        Lead older = create(NewLead.named("Jane Doe"));
        Lead newer = create(NewLead.named("Doe Jane"));

        assertThat(desk.search("jane").hits()).extracting(SearchHit::lead).containsExactly(newer, older);
        assertThat(desk.search(LeadFilter.all().matching("jane"), 1).hits())
                .extracting(SearchHit::lead)
                .containsExactly(newer);
    }

    @Test
    void a_search_looks_at_the_newest_five_hundred_and_says_so() {
        create(NewLead.named("Jan"));
        for (int i = 0; i < 499; i++) {
            create(NewLead.named("Janet"));
        }
        assertThat(desk.search("jan").complete()).isTrue();
        assertThat(found("jan").get(0)).isEqualTo("Jan 100");

        create(NewLead.named("Janet"));
        assertThat(desk.search("jan").complete()).isFalse();
        assertThat(desk.search("jan").hits()).hasSize(20);
        assertThat(found("jan").get(0)).isEqualTo("Janet 80");
    }

    @Test
    void a_text_without_a_letter_or_digit_is_refused() {
        for (String text : List.of("", "  ", "%", "?!")) {
            assertThatThrownBy(() -> desk.search(text)).isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> desk.search(LeadFilter.all(), 5)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> desk.search(LeadFilter.all().matching("jane"), 0))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void an_index_of_the_host_says_what_is_found_and_in_which_order() {
        Lead jane = create(NewLead.named("Jane"));
        Lead bo = create(NewLead.named("Bo"));
        List<String> asked = new ArrayList<>();
        SearchIndex index = (tenant, text, most) -> {
            asked.add(tenant.value() + " " + text + " " + most);
            return List.of(
                    new SearchIndex.Found(bo.id(), 70),
                    new SearchIndex.Found(new LeadId(new UUID(0, 1)), 60),
                    new SearchIndex.Found(jane.id(), 40),
                    new SearchIndex.Found(bo.id(), 30));
        };
        LeadDesk its = kit().searchIndex(index).build().tenant("acme").as(Actor.user("ann"));

        SearchResult result = its.search("jane");

        assertThat(asked).containsExactly("acme jane 500");
        assertThat(result.complete()).isTrue();
        assertThat(result.hits())
                .containsExactly(
                        new SearchHit(bo, 70, List.of()),
                        new SearchHit(jane, 40, List.of(new TermMatch("jane", NAME, 100))));
        assertThat(its.search(LeadFilter.all().matching("jane").assignedTo("ben"), 5)
                        .hits())
                .isEmpty();
        assertThat(its.list(LeadQuery.of(LeadFilter.all().matching("jane"))).items())
                .containsExactly(jane);
    }

    @Property(tries = 300)
    void the_ranked_are_those_that_are_listed_and_every_term_is_explained(
            @ForAll("leads") List<String> names, @ForAll("words") String text) {
        var fresh = new LeadDeskSearchTest();
        names.forEach(name -> fresh.create(NewLead.named(name).email(name.replace(' ', '.') + "@x.example")));
        List<Lead> listed =
                fresh.desk.list(LeadQuery.of(LeadFilter.all().matching(text))).items();

        List<SearchHit> hits =
                fresh.desk.search(LeadFilter.all().matching(text), 500).hits();

        assertThat(hits).extracting(SearchHit::lead).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(hits).isSortedAccordingTo((one, other) -> other.score() - one.score());
        List<String> terms = LeadFilter.all().matching(text).terms();
        for (SearchHit hit : hits) {
            assertThat(hit.score()).isPositive();
            assertThat(hit.matches().stream().map(TermMatch::term).distinct()).containsExactlyElementsOf(terms);
        }
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(3).map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<List<String>> leads() {
        return words().list().ofMaxSize(8);
    }
}
