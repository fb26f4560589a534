package dev.leadkit.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhrasesTest {
    @Test
    void things_are_counted_in_words() {
        Phrases questions = Phrases.counting("question");

        assertThat(questions.of(0)).isEqualTo("none");
        assertThat(questions.of(1)).isEqualTo("1 question");
        assertThat(questions.of(2)).isEqualTo("2 questions");
    }

    @Test
    void the_large_are_as_the_small() {
        Phrases questions = Phrases.counting("question");

        assertThat(questions.of(100)).isEqualTo("100 questions").isSameAs(questions.of(100));
        assertThat(questions.of(101)).isEqualTo("101 questions");
        assertThat(questions.of(Long.MAX_VALUE)).isEqualTo("9223372036854775807 questions");
        assertThat(questions.of(-1)).isEqualTo("-1 questions");
    }

    @Test
    void a_share_has_its_noun_before_it() {
        Phrases intent = Phrases.percent("intent");

        assertThat(intent.of(0)).isEqualTo("none");
        assertThat(intent.of(82)).isEqualTo("intent 82 %");
    }
}
