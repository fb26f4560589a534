package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that a keyboard, a page or a careful writer changed, and those of which a piece stands across a blank. */
class DisguisedEmailTest {
    private final EmailExtractor extractor = new EmailExtractor();

    private Extraction<String> extract(String text) {
        return extractor.extract(Turn.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tove\u200b@fjord.com",
                "to\u00adve@fjord.com",
                "tove@\u2060fjord.com",
                "tove@fjord.com\ufe0f",
                "tove\u034f@fjord.com",
                "tove＠fjord.com",
                "ｔｏｖｅ＠ｆｊｏｒｄ．ｃｏｍ",
                "邮箱：tove＠fjord。com",
                "tove﹫fjord.com",
                "𝘁𝗼𝘃𝗲@fjord.com",
                "tove&#64;fjord.com",
                "tove&#x40;fjord&#46;com",
                "&lt;tove@fjord.com&gt;",
                "&quot;tove@fjord.com&quot;",
                "email:&nbsp;tove@fjord.com",
                "mailto:tove%40fjord.com",
                "tove[@]fjord[.]com",
                "tove@fjord[.]com",
                "tove(at)fjord[.]com",
                "tove(a)fjord.com",
                "tove *at* fjord *dot* com",
                "tove at-sign fjord dot com",
                "to<wbr>ve@fjord<wbr>.com",
                "mailto:tove@fjord.com?subject=Hello%20World",
                "mailto:tove@fjord.com?cc=boss@fjord.com",
                "mailto://tove@fjord.com"
            })
    void what_is_meant_is_read(String text) {
        assertThat(extract(text).found()).extracting(Candidate::value).containsExactly("tove@fjord.com");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '¤', textBlock = """
        mail: tove–lund@fjord.com | tove-lund@fjord.com
        mail: tove‑lund@fjord.com | tove-lund@fjord.com
        mail–tove@fjord.com | tove@fjord.com
        tove@mail.fjord–boat.com | tove@mail.fjord-boat.com
        mail: o’hara@fjord.com | o'hara@fjord.com
        tove\\.lund@fjord.com | tove.lund@fjord.com
        tove[.]lund@fjord.com | tove.lund@fjord.com
        tove%2Blund@fjord.com | tove+lund@fjord.com
        tove@fjord.co．uk | tove@fjord.co.uk
        """)
    void marks_are_made_plain(String text, String expected) {
        assertThat(extract(text).found()).extracting(Candidate::value).containsExactly(expected);
    }

    @Test
    void it_stands_where_it_was_written() {
        String text = "mail: tove＠fjord。co\u200bm, thanks";

        Span span = extract(text).found().get(0).span();

        assertThat(span.of(text)).isEqualTo("tove＠fjord。co\u200bm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '¤', textBlock = """
        tove dot lund@fjord.co.uk | tove.lund@fjord.co.uk
        tove(dot)lund@fjord.com | tove.lund@fjord.com
        tove underscore lund@fjord.com | tove_lund@fjord.com
        tove full stop lund@fjord.com | tove.lund@fjord.com
        tove guion bajo lund@fjord.es | tove_lund@fjord.es
        tove . lund@fjord.com | tove.lund@fjord.com
        tove@fjord.co dot uk | tove@fjord.co.uk
        tove@fjord.co (dot) uk | tove@fjord.co.uk
        tove@fjord.co period uk | tove@fjord.co.uk
        tove@fjord.co .uk | tove@fjord.co.uk
        tove@fjord.co . uk | tove@fjord.co.uk
        """)
    void half_of_it_is_said(String text, String expected) {
        assertThat(extract(text).found()).extracting(Candidate::value).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my mail: tove. lund@fjord.com",
                "my mail is tove.\nlund@fjord.com",
                "tove_ lund@fjord.com",
                "tove _lund@fjord.com",
                "tove dot\nlund@fjord.com",
                "tove@fjord.co. uk",
                "tove@fjord.co uk",
                "tove@mail.fjord boat.com",
                "tove@mail.fjord\nboat.com"
            })
    void a_piece_across_a_blank_is_cut(String text) {
        assertThat(extract(text).found()).isEmpty();
        assertThat(extract(text).rejected()).extracting(Rejected::code).containsExactly("cut");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call me. tove@fjord.com",
                "gracias.\ntove@fjord.com",
                "Tove - tove@fjord.com",
                "t. tove@fjord.com",
                "our contact point tove@fjord.com",
                "at this point tove@fjord.com",
                "my phone plus tove@fjord.com",
                "Kiosk Plus tove@fjord.com",
                "tove@fjord.com. in case you ask",
                "tove@fjord.com. UK",
                "tove@fjord.com period",
                "tove@fjord.com point of contact",
                "tove@fjord.com fjord.com"
            })
    void a_sentence_beside_it_is_no_piece(String text) {
        assertThat(extract(text).found()).extracting(Candidate::value).containsExactly("tove@fjord.com");
    }
}
