package dev.leadkit.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AsciiSetTest {
    @Test
    void has_the_characters_it_was_made_of_and_no_others() {
        String characters = "\0 09?@AZaz~\u007f";
        AsciiSet set = AsciiSet.of(characters);

        for (char c = 0; c < 128; c++) {
            assertThat(set.has(c)).as("%d", (int) c).isEqualTo(characters.indexOf(c) >= 0);
        }
    }

    @Test
    void refuses_other_characters() {
        assertThatThrownBy(() -> AsciiSet.of("aé"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("only ASCII, was \"aé\"");
    }
}
