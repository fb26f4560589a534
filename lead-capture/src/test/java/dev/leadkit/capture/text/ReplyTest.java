package dev.leadkit.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    @ParameterizedTest
    @ValueSource(strings = {"is Tove in?", "iPhone and Fjord", "Tove", "is 3Tove or Tove", "no capital, but Zoë"})
    void a_word_with_a_capital_that_is_not_an_ordinary_one_may_be_a_name(String text) {
        assertThat(new Reply(text, null).mayHaveNames()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello, I want it on Friday. Could you?",
                "no capital here at all",
                "an iPhone or a tOVE",
                "12345678"
            })
    void a_text_without_such_a_word_has_no_names(String text) {
        assertThat(new Reply(text, null).mayHaveNames()).isFalse();
    }

    @Test
    void in_a_short_text_or_one_with_other_letters_there_may_always_be_one() {
        assertThat(new Reply("hi", null).mayHaveNames()).isTrue();
        assertThat(new Reply("das größere boot", null).mayHaveNames()).isTrue();
    }
}
