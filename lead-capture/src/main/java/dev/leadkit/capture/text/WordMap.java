package dev.leadkit.capture.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values by words that a text may hold. They are found by the hash that {@link Words} has of each word, so that one which
 * is not among them costs no string. Immutable and safe to share.
 *
 * @param <V> immutable too
 */
public final class WordMap<V> {
    /** In place of the hash 0, which a free place has. */
    private static final int ZERO = 1;

    /** Open addressing: a word stands at its hash or in the places after, up to the next free one; most are free. */
    private final int[] hashes;

    private final String[] words;

    /** Of each word its {@link AsciiText#wordOf}, by which most are compared. */
    private final long[] characters;

    private final V[] values;
    private final WordSieve sieve;

    @SuppressWarnings("unchecked") // there are no generic arrays
    private WordMap(Map<String, V> entries) {
        int places = Integer.highestOneBit(Math.max(1, entries.size())) * 8;
        hashes = new int[places];
        words = new String[places];
        characters = new long[places];
        values = (V[]) new Object[places];
        sieve = new WordSieve(entries.size());
        entries.forEach(this::put);
    }

    private void put(String word, V value) {
        sieve.add(WordHash.of(word));
        int hash = key(WordHash.of(word));
        int at = first(hash);
        while (hashes[at] != 0) {
            at = next(at);
        }
        hashes[at] = hash;
        words[at] = word;
        characters[at] = AsciiText.wordOf(word);
        values[at] = value;
    }

    /** The value of a word of a text; null if it has none, or if there is no such word. */
    public @Nullable V get(Words text, int word) {
        if (word < 0 || word >= text.count()) {
            return null;
        }
        int hash = key(text.hash(word));
        int at = first(hash);
        for (int found = hashes[at]; found != 0; found = hashes[at]) {
            if (found == hash && text.is(word, words[at], characters[at])) {
                return values[at];
            }
            at = next(at);
        }
        return null;
    }

    /** The first word of a text, from one on, that may have a value, as few others may; the number of words if none may. */
    public int next(Words text, int from) {
        return text.next(sieve, from);
    }

    /** The value of a word that has this hash; null if there is none. Another word may have the same, though hardly two have. */
    public @Nullable V getByHash(int hash) {
        int key = key(hash);
        int at = first(key);
        while (hashes[at] != key && hashes[at] != 0) {
            at = next(at);
        }
        return values[at];
    }

    /** Each word with its value, in no order. */
    public void forEach(BiConsumer<String, V> use) {
        for (int at = 0; at < words.length; at++) {
            if (hashes[at] != 0) {
                use.accept(words[at], values[at]);
            }
        }
    }

    /** All words that have a value. */
    public WordSet words() {
        return WordSet.of(Arrays.stream(words).filter(Objects::nonNull).toArray(String[]::new));
    }

    private static int key(int hash) {
        return hash == 0 ? ZERO : hash;
    }

    private int first(int hash) {
        return (hash ^ hash >>> 15) & hashes.length - 1;
    }

    private int next(int at) {
        return at + 1 & hashes.length - 1;
    }

    public static <V> Builder<V> builder() {
        return new Builder<>();
    }

    /** Collects the words. */
    public static final class Builder<V> {
        private final Map<String, V> values = new HashMap<>();

        private Builder() {}

        /**
         * @param words each is taken as {@link Words#fold} makes it
         * @throws IllegalArgumentException if one of them has a value already
         */
        public Builder<V> put(V value, String... words) {
            for (String word : words) {
                if (values.putIfAbsent(Words.fold(word), value) != null) {
                    throw new IllegalArgumentException("the word \"%s\" stands twice".formatted(word));
                }
            }
            return this;
        }

        /** @throws IllegalArgumentException if one of the words has a value already */
        public Builder<V> put(V value, WordSet words) {
            return put(value, words.toArray());
        }

        public WordMap<V> build() {
            return new WordMap<>(values);
        }
    }
}
