package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {
    @Test
    void an_address_with_a_control_character_is_refused_as_what_it_is() {
        assertThatThrownBy(() -> NewLead.unknown().email("jane\u0007@x.org"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("email: expected an id without control characters and lone surrogates, found U+0007 at 4");
        assertThat(Input.email(" Jane@x.org ")).isEqualTo("Jane@x.org");
    }

    @Test
    void nul_and_lone_surrogates_become_replacement_characters() {
        assertThat(Input.clean("a\u0000b")).isEqualTo("a\uFFFDb");
        assertThat(Input.clean("\uD83D")).isEqualTo("\uFFFD");
        assertThat(Input.clean("\uDE42x")).isEqualTo("\uFFFDx");
        assertThat(Input.clean("\uD83D\uD83D\uDE42\uDE42")).isEqualTo("\uFFFD🙂\uFFFD");
    }

    @Test
    void a_clean_text_is_the_same_object() {
        String text = "Ana 🙂\t\r\n\u0001\uFFFF";

        assertThat(Input.clean(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " a", "a ", "ä🙂", "\u202Ea"})
    void an_id_stays_as_it_is(String id) {
        assertThat(Input.id("session", id)).isSameAs(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000"})
    void refuses_a_blank_id(String blank) {
        assertThatThrownBy(() -> Input.id("session", blank))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("session: expected a non-blank id, found a blank text");
    }

    @Test
    void refuses_an_id_that_would_have_to_be_cleaned() {
        assertThatThrownBy(() -> Input.id("session", "ab\u0000"))
                .hasMessage(
                        "session: expected an id without control characters and lone surrogates, found U+0000 at 2");
        assertThatThrownBy(() -> Input.id("session", "a\nb")).hasMessageEndingWith("found U+000A at 1");
        assertThatThrownBy(() -> Input.id("session", "a\u0085b")).hasMessageEndingWith("found U+0085 at 1");
        assertThatThrownBy(() -> Input.id("session", "\uDE42")).hasMessageEndingWith("found U+DE42 at 0");
    }

    @Test
    void ids_and_names_go_to_1_kibibyte_in_utf_8() {
        assertThat(Input.id("tag", "ä".repeat(512))).hasSize(512);
        assertThat(Input.id("tag", "🙂".repeat(256))).hasSize(512);
        assertThat(Input.name("tag", " " + "€".repeat(341) + "a ")).hasSize(342);

        assertThatThrownBy(() -> Input.id("tag", "ä".repeat(512) + "a"))
                .hasMessage("tag: expected at most 1024 bytes in UTF-8, found 1025 bytes");
        assertThatThrownBy(() -> Input.name("tag", "€".repeat(342)))
                .hasMessage("tag: expected at most 1024 bytes in UTF-8, found 1026 bytes");
    }

    @Test
    void a_name_is_cleaned_and_loses_the_blanks_around_it() {
        assertThat(Input.name("name", "\u3000 Ana\u0000 Lu\t\n")).isEqualTo("Ana\uFFFD Lu");
        assertThatThrownBy(() -> Input.name("name", " \n "))
                .hasMessage("name: expected a non-blank text, found a blank text");
    }

    @Test
    void texts_go_to_1_mebibyte_in_utf_8() {
        assertThat(Input.text("note", "a".repeat(1_048_576))).hasSize(1_048_576);
        assertThat(Input.text("note", "")).isEmpty();

        assertThatThrownBy(() -> Input.text("note", "a".repeat(1_048_575) + "ä"))
                .hasMessage("note: expected at most 1048576 bytes in UTF-8, found 1048577 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0xD800})
    void the_length_that_counts_is_that_of_the_cleaned_text(int unstorable) {
        // Each grows to three bytes when it is cleaned, and what is stored meets the same check when it is read.
        String text = String.valueOf((char) unstorable).repeat(500_000);

        assertThatThrownBy(() -> Input.text("note", text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("note: expected at most 1048576 bytes in UTF-8, found 1500000 bytes");
    }

    @Test
    void instants_are_cut_to_microseconds() {
        assertThat(Input.instant("at", Instant.parse("2026-03-02T09:00:00.123456789Z")))
                .isEqualTo("2026-03-02T09:00:00.123456Z");
        assertThat(Input.instant("at", Instant.parse("1969-12-31T23:59:59.999999999Z")))
                .isEqualTo("1969-12-31T23:59:59.999999Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31T23:59:59.999999Z", "+10000-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z"})
    void refuses_instants_that_not_every_store_keeps(String at) {
        assertThatThrownBy(() -> Input.instant("at", Instant.parse(at)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("at: expected an instant in the years 1 to 9999, found ");
    }

    @Test
    void takes_the_last_instant_of_the_year_9999() {
        Instant last = Instant.parse("9999-12-31T23:59:59.999999999Z");

        assertThat(Input.instant("at", last)).isEqualTo("9999-12-31T23:59:59.999999Z");
    }
}
