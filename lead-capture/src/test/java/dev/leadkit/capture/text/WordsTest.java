package dev.leadkit.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({"FJORD, true", "F2, true", "Fjord, false", "F, false", "fj, false", "F-J, true"})
    void a_word_all_in_capitals_has_two_letters_or_more(String word, boolean upper) {
        assertThat(Words.of(word).isUpper(0)).isEqualTo(upper);
    }
}
