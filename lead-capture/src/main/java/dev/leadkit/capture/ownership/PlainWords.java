package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.WordSet;

/**
 * What the rules of {@link OwnershipGrammar} know of a word, in one number found by the word's characters, without making the word. All
 * words of their lists are in it; of any other they know nothing, and 0 is its number.
 */
final class PlainWords {
    /** The part that is the ordinal of its {@link WordRole} and 1; 0 where it has none. */
    static final int ROLE = 31;

    /** Before the value, in its sentence, it may speak against it. */
    static final int TELLS_BEFORE = 1 << 5;

    /** After the value, in its sentence. */
    static final int TELLS_AFTER = 1 << 6;

    /** Right after the value. */
    static final int TELLS_AT_ONCE = 1 << 7;

    /** Right after the value, with a blank between, unless it was said to be the visitor's. */
    static final int TELLS_JOINED = 1 << 20;

    /** In the sentence before. */
    static final int TELLS_BESIDE = 1 << 8;

    /** As the first word of the sentence after. */
    static final int TELLS_FIRST = 1 << 9;

    static final int REACHING = 1 << 10;
    static final int TALKING = 1 << 11;

    /** What an address or a number is called. */
    static final int CHANNEL = 1 << 12;

    /** What may stand before that. */
    static final int SORT = 1 << 13;

    /** "At", "on". */
    static final int AT = 1 << 14;

    static final int TO = 1 << 15;
    static final int FROM = 1 << 16;

    /** "Is", "are". */
    static final int IS = 1 << 17;

    /** "It". */
    static final int IT = 1 << 18;

    /** "It's", "that's". */
    static final int ITS = 1 << 19;

    /** Not a word that can be read so: speaks against every value. */
    static final int UNREAD = TELLS_BEFORE | TELLS_AFTER | TELLS_AT_ONCE | TELLS_BESIDE | TELLS_FIRST;

    private static final int LONGEST = 2 * AsciiText.STEP;
    private static final long MIX = 0x9e37_79b9_7f4a_7c15L;
    private static final int BITS = 12; // so that most places are free

    /** Open addressing: of each word its first eight characters, in the same place those behind, and what is known of it. */
    private static final long[] FIRST = new long[1 << BITS];

    private static final long[] REST = new long[1 << BITS];
    private static final int[] SIGNS = new int[1 << BITS];

    static {
        WordRole.ROLES.forEach((word, role) -> {
            put(word, role(role) | tells(role));
        });
        put(WordsBefore.TELLING, TELLS_BEFORE);
        put(Giving.TELLING, TELLS_BEFORE);
        put(Added.TELLING, TELLS_BEFORE);
        put(Unmistakable.EXAMPLES, TELLS_BEFORE);
        put(Unmistakable.OURS, TELLS_BEFORE);
        put(WordsAfter.TELLING, TELLS_AFTER);
        put(WordsAfter.TELLING_AT_ONCE, TELLS_AT_ONCE);
        put(WordsAfter.TELLING_FIRST, TELLS_FIRST);
        put(Neighbours.SIGNS, TELLS_BESIDE);
        put(OwnershipWords.SEVERAL_RELATIONS, TELLS_BEFORE | TELLS_AFTER);
        put(OwnershipWords.REACHING, REACHING);
        put(Added.TALKING, TALKING);
        put(OwnershipWords.CHANNELS, CHANNEL);
        put(OwnershipWords.SORTS, SORT);
        put(ClauseBefore.AT, AT);
        put(WordSet.of("come"), TELLS_JOINED);
        put(WordSet.of("to"), TO);
        put(WordSet.of("from"), FROM);
        put(WordSet.of("is", "are"), IS);
        put(WordSet.of("it"), IT);
        put(WordSet.of("it's", "that's", "thats"), ITS);
    }

    private PlainWords() {}

    /** Where a word of this role may speak against a value. */
    private static int tells(WordRole role) {
        return switch (role) {
            case PERSON, EXCHANGE -> UNREAD;
            case THIRD, YOUR -> TELLS_BEFORE;
            case SAY -> TELLS_BEFORE | TELLS_JOINED;
            case BE -> TELLS_AT_ONCE | TELLS_FIRST;
            case IT -> TELLS_AT_ONCE;
            case AUXILIARY, MODAL, VERB, LIVE -> TELLS_JOINED;
            default -> 0;
        };
    }

    private static void put(WordSet words, int signs) {
        words.forEach(word -> put(word, signs));
    }

    private static void put(String word, int signs) {
        AsciiText text = AsciiText.of(word + " ".repeat(AsciiText.STEP));
        if (text == AsciiText.NONE || !AsciiText.isWordPart(word.charAt(0))) {
            return; // stands in no text of ASCII, or is no word there
        }
        if (word.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "words of up to %d characters are told apart, was \"%s\"".formatted(LONGEST, word));
        }
        int length = word.length();
        long first = AsciiText.first(text.from(0), length);
        long rest = AsciiText.first(text.from(AsciiText.STEP), Math.max(0, length - AsciiText.STEP));
        int at = place(first, rest);
        while (FIRST[at] != 0 && (FIRST[at] != first || REST[at] != rest)) {
            at = next(at);
        }
        FIRST[at] = first;
        REST[at] = rest;
        SIGNS[at] |= signs | (OwnershipWords.isOwner(word) ? UNREAD : 0);
    }

    /**
     * What is known of a word.
     *
     * @param first its first eight characters, in lower case
     * @param rest the eight behind; what has more is not in the lists
     */
    static int of(long first, long rest) {
        int at = place(first, rest);
        while (FIRST[at] != 0) {
            if (FIRST[at] == first && REST[at] == rest) {
                return SIGNS[at];
            }
            at = next(at);
        }
        return 0;
    }

    /** The same of a word of fewer than eight characters: no longer one begins like it. */
    static int of(long characters) {
        int at = place(characters, 0);
        while (FIRST[at] != 0) {
            if (FIRST[at] == characters) {
                return SIGNS[at];
            }
            at = next(at);
        }
        return 0;
    }

    private static int place(long first, long rest) {
        return (int) ((first ^ rest * MIX) * MIX >>> Long.SIZE - BITS);
    }

    private static int next(int at) {
        return at + 1 & FIRST.length - 1;
    }

    static int role(WordRole role) {
        return role.ordinal() + 1;
    }
}
