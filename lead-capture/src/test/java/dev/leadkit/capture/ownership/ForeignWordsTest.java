package dev.leadkit.capture.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignWordsTest {
    @ParameterizedTest
    @CsvSource({
        "Kollegin, PERSON",
        "suegra, PERSON",
        "cuñado, PERSON",
        "księgowej, PERSON",
        "eşimin, PERSON",
        "бухгалтера, PERSON",
        "아내의, PERSON",
        "meidän, MY",
        "ihm, THIRD",
        "nincs, NOT",
        "écrivez, REACH"
    })
    void knows_what_a_word_does(String word, WordRole role) {
        assertThat(ForeignWords.byHash(Words.of(word), 0)).isEqualTo(role);
    }

    /** "Et" is "and" in French and an article in Danish. */
    @ParameterizedTest
    @ValueSource(strings = {"et", "man", "brosket", "Fjord"})
    void says_nothing_of_what_is_unclear_nor_of_what_is_not_listed(String word) {
        assertThat(ForeignWords.byHash(Words.of(word), 0)).isNull();
    }

    /** So that they can be looked up as they are listed. */
    @ParameterizedTest
    @MethodSource("languages")
    void each_language_lists_words_as_they_are_folded_each_once(String language) {
        List<String> lines = lines(language);

        assertThat(lines)
                .extracting(line -> WordRole.valueOf(line.substring(0, line.indexOf(':'))))
                .contains(WordRole.PERSON, WordRole.THIRD, WordRole.MY, WordRole.NOT, WordRole.GONE, WordRole.LABEL)
                .doesNotHaveDuplicates();
        assertThat(lines.stream()
                        .flatMap(line ->
                                Stream.of(line.substring(line.indexOf(':') + 2).split(" "))))
                .hasSizeGreaterThan(500)
                .doesNotHaveDuplicates()
                .allMatch(
                        word -> Words.fold(word).equals(word) && Words.of(word).count() == 1);
    }

    static Stream<String> languages() {
        return ForeignWords.LANGUAGES.stream();
    }

    private static List<String> lines(String language) {
        try (InputStream in =
                Objects.requireNonNull(ForeignWords.class.getResourceAsStream("words/" + language + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
