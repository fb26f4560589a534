package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Lead;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A search means the same on every store, see {@link dev.leadkit.store.SearchTerms}. */
interface SearchRules {
    @Test
    @DisplayName("STORE-49 a search term finds prefixes of the words of a name, without case and accents")
    default void a_term_finds_prefixes_of_words_of_the_name(StoreUnderTest store) {
        store.create(aLead().named("Ána-María Müller Straße O'Neil ＺＥＤ 田中太郎 Expo2024 50%"));

        finds(store, "ána", "ANA", "mar", "maria mul", "müller ana", "strasse", "STRASSE", "neil", "zed", "田中", "expo");
        finds(store, "o'ne", "  ana  ", "50%", "5", "expo2024");
        findsNothing(store, "aria", "uller", "太郎", "2024", "ana bob", "muller%x", "M_ller", "b.a");
    }

    @Test
    @DisplayName("STORE-50 a search term finds prefixes of the parts of an e-mail address")
    default void a_term_finds_prefixes_of_parts_of_an_address(StoreUnderTest store) {
        store.create(aLead().email("first@other.example").email("jane.doe_2+news@sub-domain.acme.example"));

        finds(
                store,
                "jane",
                "JANE.DOE",
                "doe",
                "2",
                "news",
                "sub",
                "domain",
                "acme",
                "@acme",
                "jane exam",
                "first acme");
        findsNothing(store, "ane", "omain", "jane bob", "janedoe");
    }

    @Test
    @DisplayName("STORE-51 four or more digits find a phone wherever they stand in it, fewer don't")
    default void digits_find_a_phone_anywhere(StoreUnderTest store) {
        store.create(aLead().named("Bo").phone("+4915123456789").phone("+4780012345"));

        finds(store, "4915", "3456", "6789", "+49 151 234-567-89", "1512345", "8001", "bo 6789");
        findsNothing(store, "789", "9876", "67890", "49152", "6789 bob");
    }

    @Test
    @DisplayName("STORE-52 a search reads name, addresses and numbers alone, and combines with every filter")
    default void a_search_reads_nothing_else_and_combines(StoreUnderTest store) {
        Lead young = store.create(
                aLead().named("Jane").createdAt(NOW).company("Jona Ltd").tagged("jtag"));
        Lead old = store.create(
                aLead().named("Jane").createdAt(NOW.minusSeconds(5)).session("jsession"));
        Lead lost = store.create(
                aLead().named("Jane").createdAt(NOW.minusSeconds(9)).inStage("lost"));

        LeadFilter jane = LeadFilter.all().matching("jane");
        assertThat(store.all(LeadQuery.of(jane).limit(1))).containsExactly(young, old, lost);
        assertThat(store.all(LeadQuery.of(jane.inStage("lost")))).containsExactly(lost);
        assertThat(store.all(LeadQuery.of(jane.taggedAny("jtag")))).containsExactly(young);
        findsNothing(store, "jona", "jtag", "jsession", "widget", "new");
    }

    @Test
    @DisplayName(
            "STORE-135 a word that is longer than a key once it is folded is stored, and found by what it begins with")
    default void a_word_longer_than_a_key_is_found(StoreUnderTest store) {
        // Each of these letters stands for four, of two bytes each.
        String words = "\uFDF2".repeat(130);
        Lead lead = store.create(aLead().named(words).phone("+" + "7".repeat(1_020)));

        finds(store, "\uFDF2", words, "7".repeat(1_020), "7777");
        assertThat(store.find(lead)).contains(lead);
    }

    private static void finds(StoreUnderTest store, String... searches) {
        for (String search : searches) {
            assertThat(found(store, search))
                    .as("what the search [%s] finds", search)
                    .hasSize(1);
        }
    }

    private static void findsNothing(StoreUnderTest store, String... searches) {
        for (String search : searches) {
            assertThat(found(store, search))
                    .as("what the search [%s] finds", search)
                    .isEmpty();
        }
    }

    private static List<Lead> found(StoreUnderTest store, String search) {
        return store.all(LeadQuery.of(LeadFilter.all().matching(search)));
    }
}
