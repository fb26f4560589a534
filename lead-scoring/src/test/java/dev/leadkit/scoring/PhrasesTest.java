package dev.leadkit.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
    @ParameterizedTest
    @CsvSource({
        "0, none",
        "1, 1 question",
        "2, 2 questions",
        "100, 100 questions",
        "101, 101 questions",
        "102, 102 questions",
        "5000000000, 5000000000 questions"
    })
    void counts_in_words_small_and_large(long number, String words) {
        assertThat(Phrases.counting("question").of(number)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, none", "1, intent 1 %", "82, intent 82 %", "100, intent 100 %"})
    void says_a_share_in_percent(long number, String words) {
        assertThat(Phrases.percent("intent").of(number)).isEqualTo(words);
    }
}
