package dev.leadkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Provenance SAID = Provenance.by(Actor.user("ann"), NOW);

    private static Lead lead(String name, String email, String phone) {
        Contact contact = new Contact(
                new Attributed<>(name, SAID),
                List.of(new Attributed<>(email, SAID)),
                List.of(new Attributed<>(new PhoneNumber(phone, phone, true), SAID)),
                null,
                null,
                null);
        return Lead.builder(new LeadId(new UUID(0, 1)), TenantId.of("acme"), LeadSource.API, NOW)
                .contact(contact)
                .build();
    }

    private final Lead jane = lead("Jane O'Neil-Müller", "jane.doe_2+news@sub-domain.acme.com", "+4915123456789");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "j",
                "JANE",
                "neil",
                "mull",
                "müller jane",
                "doe",
                "2",
                "news",
                "sub",
                "dom",
                "acme com",
                "4915",
                "6789",
                "+49 (151) 2345-6789",
                "jane 3456",
                "",
                "!?",
                "ｊａｎｅ"
            })
    void finds(String query) {
        assertThat(SearchTerms.matches(jane, SearchTerms.ofQuery(query))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ane", "oneil", "uller", "main", "jane bob", "678", "67890", "jane 9999"})
    void does_not_find(String query) {
        assertThat(SearchTerms.matches(jane, SearchTerms.ofQuery(query))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Straße, strasse",
        "STRASSE, straße",
        "İstanbul, istanbul",
        "Ærøskøbing, ærø",
        "Ångström, angst",
        "Nguyễn, nguyen",
        "ﬁnance, fin",
        "Οδυσσεύς, οδυσσευς",
        "Μεσολόγγι, μεσ",
        "田中太郎, 田中",
        "٣٤٥٦٧, ٣٤٥٦٧",
        "Ali ٣٤, 34",
        "Иванов, ИВАН",
    })
    void finds_a_name_however_it_is_written(String name, String query) {
        Lead lead = lead(name, "x@y.example", "+4915123456789");

        assertThat(SearchTerms.matches(lead, SearchTerms.ofQuery(query))).isTrue();
    }

    @Test
    void a_query_that_is_a_number_is_one_term() {
        assertThat(SearchTerms.ofQuery(" +49 (151) 234-567.89 ")).containsExactly("4915123456789");
        assertThat(SearchTerms.ofQuery("٠١٢٣٤")).containsExactly("01234");
        assertThat(SearchTerms.ofQuery("12 3")).containsExactly("12", "3");
    }

    @Test
    void a_query_has_at_most_sixteen_terms_each_once() {
        assertThat(SearchTerms.ofQuery("a b a c")).containsExactly("a", "b", "c");
        assertThat(SearchTerms.ofQuery("a b c d e f g h i j k l m n o p q r s t"))
                .hasSize(16)
                .endsWith("p");
    }

    @Test
    void every_token_that_finds_a_lead_is_kept_for_an_index() {
        assertThat(SearchTerms.tokensOf(lead("Bo Li", "b@x.co", "+123456")))
                .containsExactly("bo", "li", "b", "x", "co", "#123456", "#23456", "#3456");
    }

    @Test
    void no_token_and_no_term_is_longer_than_a_key() {
        String ligatures = "\uFDF2".repeat(341);
        String smileys = "a" + "\uD835\uDFD8\uD801\uDC28".repeat(120);
        Lead lead = lead(ligatures + " " + smileys, "x".repeat(1_024), "+" + "7".repeat(1_020));

        assertThat(SearchTerms.tokensOf(lead))
                .isNotEmpty()
                .allSatisfy(token -> assertThat(token.getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThanOrEqualTo(SearchTerms.MAX_TOKEN_BYTES))
                .noneMatch(token -> Character.isHighSurrogate(token.charAt(token.length() - 1)));
        for (String query : List.of(ligatures, smileys, "x".repeat(1_024), "7".repeat(1_020), "7".repeat(1_024))) {
            assertThat(SearchTerms.ofQuery(query))
                    .allSatisfy(term -> assertThat((SearchTerms.DIGITS + term).getBytes(StandardCharsets.UTF_8))
                            .hasSizeLessThanOrEqualTo(SearchTerms.MAX_TOKEN_BYTES));
        }
        assertThat(List.of(ligatures, smileys, "x".repeat(1_024), "7".repeat(1_020)))
                .allMatch(query -> SearchTerms.matches(lead, SearchTerms.ofQuery(query)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane",
                "ANE",
                "ane o'ne",
                "neil mul",
                "üller",
                "ne.doe",
                "s@sub",
                "main acme com",
                "5123",
                "345",
                "+49 (151) 234",
                "15-12",
            })
    void contains(String part) {
        assertThat(SearchTerms.contains(jane, part)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"janedoe", "doe jane", "muller jane", "acme com 49", "9876", "+49 151 9", "com jane"})
    void does_not_contain(String part) {
        assertThat(SearchTerms.contains(jane, part)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ab, false", "a b c, false", "1 2, false", "1 2 3, true", "abc, true", "田中太, true", "'%__', false"})
    void three_letters_or_digits_in_a_row_can_be_looked_for_within_others(String part, boolean expected) {
        assertThat(SearchTerms.isContainable(part)).isEqualTo(expected);
    }

    @Test
    void the_text_of_a_lead_keeps_words_in_their_order_and_values_apart() {
        assertThat(SearchTerms.textOf(jane))
                .isEqualTo(" jane o neil muller | jane doe 2 news sub domain acme com | #4915123456789");
    }
}
