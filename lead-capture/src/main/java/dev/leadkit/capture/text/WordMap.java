package dev.leadkit.capture.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values by words that a text may hold. They are found by the hash that {@link Words} has of each word, so that one which
 * is not among them costs no string. Immutable and safe to share.
 *
 * @param <V> immutable too
 */
public final class WordMap<V> {
    /** A word and its value. */
    private record Entry<V>(String word, int hash, V value) {}

    /** Open addressing: an entry stands at its hash or in the places after, up to the next free one. */
    private final @Nullable Entry<V>[] entries;

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no generic arrays
    private WordMap(Map<String, V> values) {
        entries = new Entry[Integer.highestOneBit(Math.max(1, values.size())) * 4];
        values.forEach((word, value) -> entries[place(word)] = new Entry<>(word, word.hashCode(), value));
    }

    private int place(String word) {
        int at = first(word.hashCode());
        while (entries[at] != null) {
            at = next(at);
        }
        return at;
    }

    /** The value of a word of a text; null if it has none, or if there is no such word. */
    public @Nullable V get(Words words, int word) {
        if (word < 0 || word >= words.count()) {
            return null;
        }
        int hash = words.hash(word);
        int at = first(hash);
        for (Entry<V> entry = entries[at]; entry != null; entry = entries[at]) {
            if (entry.hash == hash && words.is(word, entry.word)) {
                return entry.value;
            }
            at = next(at);
        }
        return null;
    }

    private int first(int hash) {
        return (hash ^ hash >>> 15) & entries.length - 1;
    }

    private int next(int at) {
        return at + 1 & entries.length - 1;
    }

    public static <V> Builder<V> builder() {
        return new Builder<>();
    }

    /** Collects the words. */
    public static final class Builder<V> {
        private final Map<String, V> values = new HashMap<>();

        private Builder() {}

        /**
         * @param words in lower case, with a plain apostrophe
         * @throws IllegalArgumentException if one of them has a value already
         */
        public Builder<V> put(V value, String... words) {
            for (String word : words) {
                if (values.putIfAbsent(word, value) != null) {
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
