package dev.leadkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.LeadQuery.Sort;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final List<Object> QUESTION = List.of("acme", "all", "newest");

    private final Lead lead =
            Lead.builder(new LeadId(new UUID(7, 9)), ACME, LeadSource.API, NOW).build();

    @Test
    void gives_back_the_position_that_it_was_made_of() {
        String cursor = Cursors.encode(QUESTION, List.of("17", "", "ä🙂"));

        assertThat(Cursors.decode(QUESTION, cursor, 3)).containsExactly("17", "", "ä🙂");
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void says_nothing_of_the_question() {
        String cursor = Cursors.encode(List.of("a secret tenant"), List.of("17"));

        assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))
                .doesNotContain("secret");
    }

    @Test
    void refuses_the_cursor_of_another_question() {
        String cursor = Cursors.encode(List.of("globex", "all", "newest"), List.of("17"));

        assertThatThrownBy(() -> Cursors.decode(QUESTION, cursor, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("cursor: expected the cursor that the page before gave for the same question, found another"
                        + " text");
    }

    @Test
    void tells_questions_apart_whose_parts_read_alike_together() {
        LeadFilter one = LeadFilter.all().taggedAny("a, b");
        LeadFilter two = LeadFilter.all().taggedAny("a", "b");
        String cursor = LeadQuery.of(one).cursorAfter(ACME, lead);

        assertThatThrownBy(() -> LeadQuery.of(two).after(cursor).position(ACME))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "====", "AAAA", "ä", "null"})
    void refuses_what_is_no_cursor(String text) {
        assertThatThrownBy(() -> Cursors.decode(QUESTION, text, 1)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refuses_a_position_of_another_size() {
        String cursor = Cursors.encode(QUESTION, List.of("17", "18"));

        assertThatThrownBy(() -> Cursors.decode(QUESTION, cursor, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Cursors.decode(QUESTION, cursor, 3)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void a_query_goes_on_after_the_lead_that_it_ended_with(Sort sort) {
        LeadQuery query = LeadQuery.all().sortedBy(sort);

        LeadQuery next = query.after(query.cursorAfter(ACME, lead));

        assertThat(query.position(ACME)).isEmpty();
        assertThat(next.position(ACME)).contains(sort.positionOf(lead));
    }

    /** It is as of another instant, and the same question. */
    @Test
    void the_next_page_of_stale_leads_may_be_asked_for_later() {
        LeadFilter all = LeadFilter.all();
        Instant later = NOW.plusSeconds(90);
        LeadQuery first = LeadQuery.of(all.stale(Pipeline.fiveStage(), NOW));
        LeadQuery next = LeadQuery.of(all.stale(Pipeline.fiveStage(), later));

        assertThat(next.after(first.cursorAfter(ACME, lead)).position(ACME))
                .contains(first.sort().positionOf(lead));
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void refuses_a_position_that_somebody_made_up(Sort sort) {
        LeadQuery query = LeadQuery.all().sortedBy(sort);
        List<Object> question = List.of(ACME, query.filter(), sort);
        String notAnId = Cursors.encode(question, List.of("17", "x"));
        String notANumber = Cursors.encode(question, List.of("x", lead.id().toString()));

        assertThatThrownBy(() -> query.after(notAnId).position(ACME)).isInstanceOf(InvalidInputException.class);
        if (sort != Sort.BOARD) {
            assertThatThrownBy(() -> query.after(notANumber).position(ACME)).isInstanceOf(InvalidInputException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void every_year_that_is_taken_has_a_position(Sort sort) {
        for (String year : List.of("0001", "1700", "2400", "9999")) {
            Instant at = Instant.parse(year + "-01-01T00:00:00Z");
            Lead old = lead.toBuilder().createdAt(at).lastActivityAt(at).build();

            assertThat(sort.positionOf(old).key()).isNotNull();
        }
    }
}
