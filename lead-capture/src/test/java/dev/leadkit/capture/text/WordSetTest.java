package dev.leadkit.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordSetTest {
    /** A text block, or one string, that {@link WordSet#listed} takes. */
    private static final Pattern LIST = Pattern.compile("listed\\(\\s*(?:\"{3}([^\"]*)\"{3}|\"([^\"]*)\")");

    @Test
    void has_the_words_of_a_text_however_they_are_written() {
        WordSet set = WordSet.of("my", "i'm", "straße", "имя");
        Words words = Words.of("MY my mY myself I’m i'm Straße STRASSE Имя");

        assertThat(has(set, words)).isEqualTo("xxx.xxx.x");
    }

    @Test
    void tells_words_of_the_same_hash_apart() {
        assertThat(WordHash.of("best-mail")).isEqualTo(WordHash.of("next-monday"));
        Words words = Words.of("best-mail next-monday");

        assertThat(has(WordSet.of("best-mail"), words)).isEqualTo("x.");
        assertThat(has(WordSet.of("next-monday"), words)).isEqualTo(".x");
        assertThat(has(WordSet.of("best-mail", "next-monday"), words)).isEqualTo("xx");
    }

    @Test
    void a_list_is_divided_by_blanks_and_line_breaks() {
        WordSet set = WordSet.listed(" my  i'm\nyour ");

        assertThat(has(set, Words.of("my I'm your their"))).isEqualTo("xxx.");
        assertThat(set.contains("")).isFalse();
    }

    @Test
    void no_list_in_the_code_holds_a_word_twice() throws IOException {
        List<String> repeats = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher lists = LIST.matcher(Files.readString(file));
                while (lists.find()) {
                    String words = lists.group(1) == null ? lists.group(2) : lists.group(1);
                    Set<String> seen = new HashSet<>();
                    Stream.of(words.strip().split("\\s+"))
                            .filter(word -> !seen.add(word))
                            .forEach(word -> repeats.add(file.getFileName() + ": " + word));
                }
            }
        }

        assertThat(repeats).isEmpty();
    }

    @Test
    void a_map_is_put_together_word_by_word_and_visits_each_once() {
        WordMap<Integer> map = WordMap.<Integer>builder()
                .put(1, "one", "uno")
                .put(2, WordSet.of("two"))
                .build();
        Map<String, Integer> visited = new HashMap<>();
        map.forEach((word, value) -> assertThat(visited.put(word, value)).isNull());

        assertThat(visited).containsExactlyInAnyOrderEntriesOf(Map.of("one", 1, "uno", 1, "two", 2));
        assertThat(map.get(Words.of("one two three"), 1)).isEqualTo(2);
        assertThat(map.get(Words.of("one two three"), 2)).isNull();
    }

    @Test
    void a_value_is_found_by_the_hash_alone_even_if_it_is_that_of_another_word() {
        WordMap<Integer> map =
                WordMap.<Integer>builder().put(1, "best-mail").put(2, "one").build();

        assertThat(map.getByHash(WordHash.of("one"))).isEqualTo(2);
        assertThat(map.getByHash(WordHash.of("next-monday"))).isEqualTo(1);
        assertThat(map.getByHash(WordHash.of("two"))).isNull();
    }

    @Test
    void has_no_word_that_a_text_does_not_have() {
        WordSet set = WordSet.of("");

        assertThat(set.has(Words.of("one"), -1)).isFalse();
        assertThat(set.has(Words.of("one"), 1)).isFalse();
    }

    @Test
    void joins_sets_and_changes_words() {
        WordSet set = WordSet.of(WordSet.of("wife"), WordSet.of("boss", "wife")).map(word -> word + "es");

        assertThat(set.contains("wifees")).isTrue();
        assertThat(has(set, Words.of("boss bosses wife"))).isEqualTo(".x.");
    }

    @Test
    void a_map_has_one_value_for_a_word() {
        WordMap.Builder<Integer> values =
                WordMap.<Integer>builder().put(1, "one", "un").put(2, "two");

        assertThatThrownBy(() -> values.put(3, "un")).hasMessage("the word \"un\" stands twice");
        WordMap<Integer> map = values.build();
        assertThat(map.get(Words.of("Un deux"), 0)).isEqualTo(1);
        assertThat(map.get(Words.of("Un deux"), 1)).isNull();
    }

    private static String has(WordSet set, Words words) {
        var marks = new StringBuilder();
        for (int i = 0; i < words.count(); i++) {
            marks.append(set.has(words, i) ? 'x' : '.');
        }
        return marks.toString();
    }
}
