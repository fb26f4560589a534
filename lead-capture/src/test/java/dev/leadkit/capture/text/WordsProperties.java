package dev.leadkit.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsProperties {
    private static final List<String> PIECES = List.of(
            " ",
            "  ",
            "\t",
            "\r\n",
            ".",
            ",",
            ":",
            "?",
            "'",
            "’",
            "-",
            "‐",
            "_",
            "@",
            "a",
            "B",
            "at",
            "Name",
            "7",
            "12",
            "é",
            "É",
            "ß",
            "İ",
            "ı",
            "K",
            "ﬁ",
            "我叫",
            "٣",
            "３",
            "\u0301",
            "\ud800",
            "\udc00",
            "\ud83d\ude00",
            "\ud801\udc00",
            "\ud835\udfce",
            "\0");

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES).list().ofMaxSize(40).map(parts -> String.join("", parts));
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(60));
    }

    @Property
    void a_word_is_known_by_its_lower_case(@ForAll("texts") String text) {
        Words words = Words.of(text);

        for (int i = 0; i < words.count(); i++) {
            String expected = Words.fold(words.raw(i));
            assertThat(words.is(i, expected)).isTrue();
            assertThat(words.is(i, expected + "x")).isFalse();
            assertThat(words.hash(i)).isEqualTo(WordHash.of(expected));
            assertThat(words.folded(i)).isEqualTo(expected);
            assertThat(words.isPossessive(i)).isEqualTo(expected.length() > 2 && expected.endsWith("'s"));
            assertThat(words.startsWithDigit(i)).isEqualTo(Character.isDigit(expected.charAt(0)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "O’Brien, o'brien",
        "İSTANBUL, istanbul",
        "I\u0307STANBUL, istanbul",
        "adım, adim",
        "ADIM, adim",
        "re\u0301server, r\u00e9server",
        "R\u00c9SERVER, r\u00e9server",
        "ß, ß"
    })
    void however_it_is_written_a_word_is_one(String written, String folded) {
        Words words = Words.of("x " + written);

        assertThat(words.folded(1)).isEqualTo(folded);
        assertThat(words.is(1, folded)).isTrue();
        assertThat(words.end(1)).isEqualTo(2 + written.length());
        assertThat(WordSet.of(written).has(words, 1)).isTrue();
        assertThat(words.hash(1)).isEqualTo(Words.hashOf(written));
    }

    @Property
    void every_letter_and_digit_is_in_a_word_and_every_other_sign_in_a_gap(@ForAll("texts") String text) {
        Words words = Words.of(text);
        int word = 0;

        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            while (word < words.count() && at >= words.end(word)) {
                word++;
            }
            boolean inside = word < words.count() && at >= words.start(word);
            int code = text.codePointAt(at);
            boolean mark = Character.getType(code) == Character.NON_SPACING_MARK
                    || Character.getType(code) == Character.COMBINING_SPACING_MARK;
            boolean joiner = "'’-‐".indexOf(code) >= 0 && at > 0 && at + 1 < text.length();
            if (!joiner) {
                assertThat(inside).isEqualTo(Character.isLetterOrDigit(code) || mark);
            }
        }
    }

    @Property
    void words_of_a_part_are_where_they_are_in_the_whole(@ForAll("texts") String text) {
        Words whole = Words.of("x. " + text);
        Words part = Words.of("x. " + text, 3, text.length() + 3);

        assertThat(part.count()).isEqualTo(whole.count() - 1);
        for (int i = 0; i < part.count(); i++) {
            assertThat(part.start(i)).isEqualTo(whole.start(i + 1));
            assertThat(part.end(i)).isEqualTo(whole.end(i + 1));
            assertThat(part.folded(i)).isEqualTo(whole.folded(i + 1));
        }
    }

    @Property
    void the_words_within_a_piece_are_those_of_the_piece(
            @ForAll("texts") String text,
            @ForAll @IntRange(max = 200) int one,
            @ForAll @IntRange(max = 200) int other) {
        int from = Math.min(one, other) % (text.length() + 1);
        int to = from + Math.max(one, other) % (text.length() - from + 1);

        Words within = Words.of(text).within(from, to);
        Words piece = Words.of(text, from, to);

        assertSameWords(within, piece);
    }

    private static void assertSameWords(Words words, Words expected) {
        assertThat(words.count()).isEqualTo(expected.count());
        for (int i = 0; i < expected.count(); i++) {
            assertThat(words.start(i)).isEqualTo(expected.start(i));
            assertThat(words.end(i)).isEqualTo(expected.end(i));
            assertThat(words.raw(i)).isEqualTo(expected.raw(i));
            assertThat(words.hash(i)).isEqualTo(expected.hash(i));
            assertThat(words.folded(i)).isEqualTo(expected.folded(i));
        }
        for (int i = 0; i <= expected.count(); i++) {
            assertThat(words.gap(i)).as("gap %d", i).isEqualTo(expected.gap(i));
        }
    }

    @Property
    void eight_characters_at_once_make_the_same_words_as_one_by_one(@ForAll("ascii") String text) {
        Words whole = Words.of(text);
        Words piece = Words.of(text, 0, text.length());

        assertThat(AsciiText.of(text)).isNotEqualTo(AsciiText.NONE);
        assertSameWords(whole, piece);
    }

    /** With words longer than eight characters, and than sixteen; no other sign stands beside half a surrogate pair. */
    @Provide
    Arbitrary<String> ascii() {
        List<String> pieces = List.of(
                " ",
                " ",
                " ",
                "  ",
                "\t",
                "\r\n",
                ".",
                ",",
                ":",
                "?",
                "'",
                "-",
                "_",
                "@",
                "\0",
                "\ud800",
                "a",
                "B",
                "7",
                "I'm",
                "I’m",
                "Name",
                "Anne-Marie",
                "neighbourhood",
                "12",
                "2127365000",
                "mother-in-law's");
        return Arbitraries.of(pieces)
                .list()
                .ofMinSize(8)
                .ofMaxSize(40)
                .map(parts -> String.join("", parts))
                .map(text -> text.indexOf('\ud800') < 0 ? text : text.replace('’', '\''));
    }
}
