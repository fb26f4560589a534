package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.Words;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Words and marks of one stretch of text, the nearest to the value first. Whatever stands between two blanks with a sign is one {@link
 * #ADDRESS}, digits in a row are one {@link #NUMBER}. Not safe to share.
 */
final class Tokens {
    static final String ADDRESS = "@";
    static final String NUMBER = "#";

    private static final String POSSESSIVE = "POSSESSIVE";
    private static final String MARK = "MARK";
    private static final String NONE = "_";

    private final Words words;
    private int[] hashes = new int[16];

    /** The word, or the mark with its sign turned. */
    private int[] places = new int[16];

    private int count;

    Tokens(Words words) {
        this.words = words;
    }

    int count() {
        return count;
    }

    /** The words of {@code [from, to)} from the last to the first, as many as there is room for. */
    void addBackwards(int from, int to, int most) {
        for (int i = to - 1; i >= from && count < most; i--) {
            addWord(i);
            if (i > from) {
                addMark(i);
            }
        }
    }

    void addForwards(int from, int to, int most) {
        for (int i = from; i < to && count < most; i++) {
            addMark(i);
            addWord(i);
        }
    }

    void addWord(int word) {
        if (isAddress(words, word)) {
            addOnce('@');
        } else if (words.startsWithDigit(word)) {
            addOnce('#');
        } else {
            add(words.hash(word), word);
        }
    }

    /** The mark before a word, unless it is a part of an address or a number. */
    void addMark(int word) {
        char gap = words.gap(word);
        boolean silent = gap == Words.BLANK || gap == Words.START || gap == '@' || gap == '+';
        boolean inside = word > 0
                && word < words.count()
                && (words.start(word) - words.end(word - 1) == 1 && gap != '\n' && gap != ','
                        || words.startsWithDigit(word) && words.startsWithDigit(word - 1));
        if (!silent && !inside) {
            addMark(gap);
        }
    }

    void addMark(char mark) {
        if (mark != Words.BLANK) {
            add(mark, -1 - mark);
        }
    }

    private void addOnce(char sign) {
        if (count == 0 || places[count - 1] != -1 - sign) {
            add(sign, -1 - sign);
        }
    }

    private void add(int hash, int place) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
            places = Arrays.copyOf(places, 2 * count);
        }
        hashes[count] = hash;
        places[count++] = place;
    }

    int hash(int token) {
        return token < count ? hashes[token] : 0;
    }

    /** As written in the file of weights. */
    String name(int token) {
        if (token >= count) {
            return "^";
        }
        return places[token] >= 0 ? words.folded(places[token]) : name((char) (-1 - places[token]));
    }

    private static String name(char mark) {
        return mark == '\n' ? "\\n" : String.valueOf(mark);
    }

    /** What the word does; "^" where there is none. */
    String role(int token) {
        if (token >= count) {
            return "^";
        }
        int word = places[token];
        if (word < 0) {
            return word == -1 - '@' || word == -1 - '#' ? name(token) : MARK;
        }
        WordRole role = WordRole.of(words, word);
        return role == null ? words.isPossessive(word) ? POSSESSIVE : NONE : role.name();
    }

    /** Whether its role says something of the value. */
    boolean isTelling(int token) {
        String role = role(token);
        return !role.equals(NONE) && !role.equals(MARK) && !role.equals("DETERMINER") && !role.equals("FILLER");
    }

    private static boolean isAddress(Words words, int word) {
        return isJoint(words, word) || isJoint(words, word + 1);
    }

    /** A sign, or a point without a blank. */
    private static boolean isJoint(Words words, int word) {
        if (word <= 0 || word >= words.count()) {
            return false;
        }
        boolean joined = words.start(word) - words.end(word - 1) == 1;
        boolean letters = !words.startsWithDigit(word) && words.end(word) - words.start(word) > 1; // not "e.g."
        return joined && (words.gap(word) == '@' || words.gap(word) == '.' && letters);
    }

    static boolean isSentenceStart(Words words, int word) {
        return words.startsSentence(word) && !isJoint(words, word);
    }

    static int hash(@Nullable String name) {
        return name == null ? 0 : name.hashCode();
    }
}
