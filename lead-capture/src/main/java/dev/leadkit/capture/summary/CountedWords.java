package dev.leadkit.capture.summary;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which number stands with which words of a message: of "20 oak chairs for 5 offices" 20 with "oak" and "chairs", 5 with "offices".
 * It is the last before them that no mark divides from them, or one right behind them, as in "a budget of 5000".
 */
final class CountedWords {
    private static final WordSet LINKS = WordSet.listed("of is about around under over");

    private final Words words;
    private final Map<String, Set<String>> numbers = new HashMap<>();

    /** Words that stand somewhere without a number before them, so that any may be theirs. */
    private final Set<String> uncounted = new HashSet<>();

    private CountedWords(Words words) {
        this.words = words;
        String before = "";
        for (int i = 0; i < words.count(); i++) {
            String word = words.folded(i);
            before = words.gap(i) == Words.BLANK ? before : "";
            if (words.startsWithDigit(i)) {
                before = word;
            } else if (before.isEmpty()) {
                uncounted.add(word);
            } else {
                add(word, before);
            }
            addBehind(i);
        }
    }

    static CountedWords in(Words words) {
        return new CountedWords(words);
    }

    private void addBehind(int word) {
        int behind = LINKS.has(words, word + 1) ? word + 2 : word + 1;
        if (behind < words.count() && words.startsWithDigit(behind)) {
            add(words.folded(word), words.folded(behind));
        }
    }

    private void add(String word, String number) {
        numbers.computeIfAbsent(word, first -> new HashSet<>(2)).add(number);
    }

    /** Whether a word of the message may be of a number, which need not stand in it. */
    boolean mayBeOf(String number, String word) {
        return uncounted.contains(word) || numbers.getOrDefault(word, Set.of()).contains(number);
    }
}
