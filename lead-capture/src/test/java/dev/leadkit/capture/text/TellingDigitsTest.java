package dev.leadkit.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TellingDigitsTest {
    @Test
    void are_the_same_whatever_the_prefix_and_the_signs_between() {
        assertThat(TellingDigits.of("+49 89 999 98 123")).isEqualTo("9998123");
        assertThat(TellingDigits.of("(089) 999-98123")).isEqualTo("9998123");
    }

    @Test
    void are_found_in_a_text_that_writes_the_number_in_another_way() {
        assertThat(TellingDigits.areIn("call (089) 999-98123", "+49 89 999 98 123"))
                .isTrue();
        assertThat(TellingDigits.areIn("call (089) 999-98124", "+49 89 999 98 123"))
                .isFalse();
    }

    @Test
    void a_shorter_number_has_none_that_tell() {
        assertThat(TellingDigits.of("99 98")).isEqualTo("9998");
        assertThat(TellingDigits.areIn("9998", "9998")).isFalse();
    }
}
