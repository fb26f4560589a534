package dev.leadkit.capture.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.InvalidInputException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class TextPatternTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)\u1c80",
                "(?s-i)x(?mi:\u1c88)",
                "(?i)\\x{1C81}",
                "(?i)[a-\uFFFF",
                "(?i)[]a-\uFFFF",
                "(?i)[\\]a-\uFFFF",
                "(?i)[\\x{5d}a-\uFFFF]",
                "(?i)[^]a-\uFFFF]",
                "(?i)[\u0430-\uffff]",
                "(?i)[^a-\\x{FFFF}]",
                "(?i)[[:alpha:]a-\uffff]",
                "(?i)[\\x{1d00}-\\x{10FFFF}]",
                "(?i)[\u4e00-\u9fff][\u4e00-\u9fff][\u4e00-\u9fff][\u4e00-\u9fff][\u4e00-\u9fff]",
                "(?i)|\\([^a-\ufffd]"
            })
    void refuses_what_would_be_folded_for_ever_or_for_long(String pattern) {
        assertThatThrownBy(() -> TextPattern.of(pattern))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("where case is ignored");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u1c80",
                "[\u0430-\uffff]",
                "(?i)[\u0430-\u044f\u0451]",
                "(?i)[^a-z]",
                "(?i)[\u4e00-\u9fff]",
                "(?i)[ab]E-\u30e1\u30fc\u30eb",
                "(?i)\u0130stanbul",
                "(?P<i>[a-\uffff])"
            })
    void takes_what_is_not(String pattern) {
        assertThat(TextPattern.of(pattern)).hasToString(pattern);
    }

    @Test
    void takes_or_refuses_every_letter_and_finds_nothing_of_the_endless_ones() {
        TextPattern word = TextPattern.of("(?i)[\u0432\u0434]\u0442");
        for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
            if (!Character.isLetter(letter)) {
                continue;
            }
            String text = Character.toString(letter);
            assertThat(word.find(text)).isEmpty();
            try {
                assertThat(TextPattern.of("(?i)" + text).find(text)).hasSize(2);
            } catch (InvalidInputException refused) {
                assertThat(letter).isBetween(0x1c80, 0x1c8f);
            }
        }
    }
}
