package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * Phrases of one word or several, looked for right before or behind a place among words: "не больше", "di bawah", "se kam". Between
 * their words nothing but blanks or a hyphen may stand. Immutable.
 */
final class Phrases {
    private final WordMap<List<List<String>>> byFirst;
    private final WordMap<List<List<String>>> byLast;

    private Phrases(List<List<String>> phrases) {
        Map<String, List<List<String>>> first = new HashMap<>();
        Map<String, List<List<String>>> last = new HashMap<>();
        for (List<String> phrase : phrases) {
            first.computeIfAbsent(phrase.get(0), word -> new ArrayList<>()).add(phrase);
            last.computeIfAbsent(phrase.get(phrase.size() - 1), word -> new ArrayList<>())
                    .add(phrase);
        }
        byFirst = map(first);
        byLast = map(last);
    }

    private static WordMap<List<List<String>>> map(Map<String, List<List<String>>> phrases) {
        var map = WordMap.<List<List<String>>>builder();
        phrases.forEach((word, some) -> map.put(List.copyOf(some), word));
        return map.build();
    }

    /** @param phrases divided by commas or line breaks; each word is taken as {@link Words#fold} makes it */
    static Phrases of(String phrases) {
        List<List<String>> listed = new ArrayList<>();
        for (var rest = new StringTokenizer(phrases, ",\n"); rest.hasMoreTokens(); ) {
            List<String> phrase = new ArrayList<>();
            for (var words = new StringTokenizer(rest.nextToken()); words.hasMoreTokens(); ) {
                phrase.add(Words.fold(words.nextToken()));
            }
            if (!phrase.isEmpty()) {
                listed.add(phrase);
            }
        }
        return new Phrases(listed);
    }

    /** How many words the longest one has that begins with this word and ends before {@code to}; 0 if none does. */
    int lengthAt(Words words, int first, int to) {
        List<List<String>> some = first < to ? byFirst.get(words, first) : null;
        int longest = 0;
        for (int i = 0; some != null && i < some.size(); i++) {
            int length = some.get(i).size();
            if (length > longest && first + length <= to && stands(some.get(i), words, first)) {
                longest = length;
            }
        }
        return longest;
    }

    /** How many words the longest one has that ends right before {@code end} and begins with {@code from} or later; 0 if none does. */
    int lengthBefore(Words words, int from, int end) {
        List<List<String>> some = end > from ? byLast.get(words, end - 1) : null;
        int longest = 0;
        for (int i = 0; some != null && i < some.size(); i++) {
            int length = some.get(i).size();
            if (length > longest && end - length >= from && stands(some.get(i), words, end - length)) {
                longest = length;
            }
        }
        return longest;
    }

    private static boolean stands(List<String> phrase, Words words, int first) {
        for (int i = 0; i < phrase.size(); i++) {
            boolean joined = i == 0 || words.gap(first + i) == Words.BLANK || words.gap(first + i) == '-';
            if (!joined || !words.is(first + i, phrase.get(i))) {
                return false;
            }
        }
        return true;
    }
}
