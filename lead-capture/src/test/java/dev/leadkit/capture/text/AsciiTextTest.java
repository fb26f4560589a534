package dev.leadkit.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AsciiTextTest {
    @Test
    void half_of_a_surrogate_pair_is_no_question_mark() {
        AsciiText text = AsciiText.of("we came\ud83d my wife left. jane@acme.com");

        assertThat(text).isNotEqualTo(AsciiText.NONE);
        assertThat(text.charAt(7)).isEqualTo('\ud83d');
    }

    @Test
    void reads_a_typographic_apostrophe_as_a_plain_one_inside_a_word_alone() {
        assertThat(AsciiText.of("I’m Jane").byteAt(1)).isEqualTo('\'');

        for (String other : new String[] {"’tis Jane", "the 90’s are", "the boys’ house", "I’m Zoë", "I’"}) {
            assertThat(AsciiText.of(other)).as(other).isEqualTo(AsciiText.NONE);
        }
    }

    @Test
    void finds_each_digit_wherever_it_stands() {
        AsciiText text = AsciiText.of("1 chair, 20 desks; and a lamp/9");

        assertThat(text.nextDigit(0)).isZero();
        assertThat(text.nextDigit(1)).isEqualTo(9);
        assertThat(text.nextDigit(10)).isEqualTo(10);
        assertThat(text.nextDigit(11)).isEqualTo(30);
        assertThat(text.nextDigit(31)).isEqualTo(-1);
        assertThat(AsciiText.of("no digit here :/").nextDigit(0)).isEqualTo(-1);
    }
}
