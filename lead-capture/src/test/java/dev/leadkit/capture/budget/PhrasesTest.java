package dev.leadkit.capture.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
    private final Phrases phrases = Phrases.of("""
            not more than,more than,max
            kira-kira,a b""");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        it is not more than | 3
        it is more than | 2
        Max | 1
        so kira-kira | 1
        more, than | 0
        than | 0
        """)
    void are_found_before_a_place(String text, int length) {
        Words words = Words.of(text);

        assertThat(phrases.lengthBefore(words, 0, words.count())).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        not more than it | 3
        more than | 2
        more | 0
        more. than | 0
        """)
    void are_found_at_a_place(String text, int length) {
        Words words = Words.of(text);

        assertThat(phrases.lengthAt(words, 0, words.count())).isEqualTo(length);
    }

    @Test
    void do_not_reach_beyond_the_words_that_count() {
        Words words = Words.of("not more than");

        assertThat(phrases.lengthBefore(words, 2, 3)).isZero();
        assertThat(phrases.lengthBefore(words, 1, 3)).isEqualTo(2);
        assertThat(phrases.lengthAt(words, 0, 2)).isZero();
    }
}
