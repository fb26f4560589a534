package dev.leadkit.capture.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What agrees, what refuses and what needs its question. */
class AnswersTest {
    @ParameterizedTest
    @ValueSource(strings = {"yes please", "ok", "that works for me", "well, perfect", "ja gerne", "we are agreed"})
    void agrees_with_such_a_word_among_the_first_three(String reply) {
        assertThat(Answers.agrees(Words.of(reply))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the red one", "we would rather agreed", "yes but not that", "no that works", "not ok"})
    void does_not_agree_without_one_or_with_a_refusal(String reply) {
        assertThat(Answers.agrees(Words.of(reply))).isFalse();
    }

    @Test
    void refuses_with_its_first_word() {
        assertThat(Answers.refuses(Words.of("no thanks"))).isTrue();
        assertThat(Answers.refuses(Words.of("thanks, no"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        the red one | true
        we take the red one | false
        yes we take the red one | true
        no we take the red one | true
        that works for all of us | true
        that costs us too much | false
        """)
    void a_reply_needs_its_question_where_it_is_short_or_begins_with_an_answer(String reply, boolean needs) {
        assertThat(Answers.needQuestion(Words.of(reply))).isEqualTo(needs);
    }

    @Test
    void nothing_else_is_said_by_an_answer_and_the_words_beside_it() {
        assertThat(Answers.sayNothingElse(Words.of("yes please, thank you"))).isTrue();
        assertThat(Answers.sayNothingElse(Words.of("yes, chairs"))).isFalse();
    }
}
