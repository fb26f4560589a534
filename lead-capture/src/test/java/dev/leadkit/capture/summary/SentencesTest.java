package dev.leadkit.capture.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the first and the last sentence begin and end. */
class SentencesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Hello there. We need chairs. | Hello there | We need chairs
        One only | One only | One only
        ... well then! | well then | well then
        Do you ship? | Do you ship? | Do you ship?
        Hi. Do you ship? | Hi | Do you ship?
        a | a | a
        """)
    void the_first_and_the_last_sentence_stand_without_marks_around_them(String text, String first, String last) {
        assertThat(Sentences.first(text).of(text)).isEqualTo(first);
        assertThat(Sentences.last(text).of(text)).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "...", " ?! "})
    void where_no_word_is_there_is_no_sentence(String text) {
        assertThat(Sentences.first(text).length()).isZero();
        assertThat(Sentences.last(text).length()).isZero();
    }

    @Test
    void a_sentence_has_three_hundred_characters_at_most() {
        String longest = "x".repeat(300);

        assertThat(Sentences.first(longest).length()).isEqualTo(300);
        assertThat(Sentences.last(longest).length()).isEqualTo(300);
        assertThat(Sentences.first(longest + "x").length()).isZero();
        assertThat(Sentences.last(longest + "x").length()).isZero();
    }

    @Test
    void a_sentence_may_begin_and_end_with_a_sum_or_a_picture() {
        assertThat(Sentences.first("$900 at most").of("$900 at most")).isEqualTo("$900 at most");
        assertThat(Sentences.last("at most 900€").of("at most 900€")).isEqualTo("at most 900€");
        assertThat(Sentences.last("fine 😀").of("fine 😀")).isEqualTo("fine 😀");
    }
}
