package dev.leadkit.capture.text;

import java.util.HashSet;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Words that a text may hold, looked up like those of {@link WordMap}. Immutable and safe to share. */
public final class WordSet {
    private final Set<String> words;
    private final WordMap<Boolean> known;

    private WordSet(Set<String> words) {
        this.words = words.stream().map(Words::fold).collect(Collectors.toUnmodifiableSet());
        this.known = WordMap.<Boolean>builder().put(true, toArray()).build();
    }

    /** @param words each is taken as {@link Words#fold} makes it */
    public static WordSet of(String... words) {
        return new WordSet(Set.of(words));
    }

    /** @param words divided by blanks or line breaks; each is taken as {@link Words#fold} makes it */
    public static WordSet listed(String words) {
        Set<String> listed = new HashSet<>();
        for (var rest = new StringTokenizer(words); rest.hasMoreTokens(); ) {
            listed.add(rest.nextToken());
        }
        return new WordSet(listed);
    }

    /** All words of some sets. */
    public static WordSet of(WordSet... sets) {
        Set<String> all = new HashSet<>();
        for (WordSet set : sets) {
            all.addAll(set.words);
        }
        return new WordSet(all);
    }

    /** The words as a change makes them. */
    public WordSet map(UnaryOperator<String> change) {
        return new WordSet(words.stream().map(change).collect(Collectors.toSet()));
    }

    /** Whether a word of a text is one of them; false where the text has no such word. */
    public boolean has(Words text, int word) {
        return known.get(text, word) != null;
    }

    /** Whether one of them stands at most so many words before a word, in the same sentence. */
    public boolean isBefore(Words text, int word, int reach) {
        for (int i = word - 1; i >= Math.max(0, word - reach) && !text.startsSentence(i + 1); i--) {
            if (has(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Each of them, in no order. */
    public void forEach(Consumer<String> use) {
        words.forEach(use);
    }

    String[] toArray() {
        return words.toArray(String[]::new);
    }

    /** @param folded as {@link Words#fold} makes it */
    public boolean contains(String folded) {
        return words.contains(folded);
    }
}
