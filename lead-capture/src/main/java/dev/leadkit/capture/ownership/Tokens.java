package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.AddressWords;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.Words;
import java.util.function.IntPredicate;

/**
 * Words and marks of one stretch of text, the nearest to the value first. Each address in it is one {@link #ADDRESS}, digits in a row
 * are one {@link #NUMBER}. Not safe to share.
 */
final class Tokens {
    private static final char ADDRESS = '@';
    private static final char NUMBER = '#';

    /** What is named where a token is asked for and there is none. */
    private static final String EDGE = "^";

    /** The roles by their codes: first those that are none. */
    private static final String[] ROLES = roles();

    private static final int NO_ROLE = 0;
    private static final int POSSESSIVE = 1;
    private static final int MARK = 2;
    private static final int ADDRESS_ROLE = 3;
    private static final int NUMBER_ROLE = 4;
    private static final int EDGE_ROLE = 5;
    private static final int NAME_ROLE = 6;
    private static final int FIRST_ROLE = 7;

    private static final int[] ROLE_HASHES = hashes();

    private final Words words;
    private final Room room;
    private final int first;
    private final int most;
    private int count;

    /** The last six bits of the hashes. */
    private long seen;

    private long seenRoles;

    /** Where the tokens of several stretches stand, each behind those of the others. */
    static final class Room {
        private final int[] hashes;

        /** The word, or the mark with its sign turned. */
        private final int[] places;

        /** The code of its role and one, once it was asked for. */
        private final byte[] roles;

        private final boolean[] isNew;
        private int taken;

        /** Whether a word with a capital that is none of the ordinary ones has a role of its own, and each mark another. */
        private final boolean tellsNames;

        /** Which words are a part of an address as it is said. */
        private final IntPredicate said;

        Room(int tokens) {
            this(tokens, false, word -> false);
        }

        Room(int tokens, boolean tellsNames, IntPredicate said) {
            this.tellsNames = tellsNames;
            this.said = said;
            hashes = new int[tokens];
            places = new int[tokens];
            roles = new byte[tokens];
            isNew = new boolean[tokens];
        }
    }

    /** @param most so many tokens are taken */
    Tokens(Words words, Room room, int most) {
        this.words = words;
        this.room = room;
        this.most = most;
        first = room.taken;
        room.taken += most;
    }

    private static String[] roles() {
        String[] names = new String[FIRST_ROLE + WordRole.values().length];
        names[NO_ROLE] = "_";
        names[POSSESSIVE] = "POSSESSIVE";
        names[MARK] = "MARK";
        names[ADDRESS_ROLE] = String.valueOf(ADDRESS);
        names[NUMBER_ROLE] = String.valueOf(NUMBER);
        names[EDGE_ROLE] = EDGE;
        names[NAME_ROLE] = "NAME";
        for (WordRole role : WordRole.values()) {
            names[FIRST_ROLE + role.ordinal()] = role.name();
        }
        return names;
    }

    private static int[] hashes() {
        int[] hashes = new int[ROLES.length];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = ROLES[i].hashCode();
        }
        return hashes;
    }

    int count() {
        return count;
    }

    private boolean isFull() {
        return count == most;
    }

    /** The words of {@code [from, to)} from the last to the first, as many as there is room for. */
    void addBackwards(int from, int to) {
        boolean joinedBehind = AddressWords.isJoint(words, to);
        for (int i = to - 1; i >= from && !isFull(); i--) {
            boolean joined = AddressWords.isJoint(words, i);
            addWord(i, joined || joinedBehind || room.said.test(i));
            if (i > from) {
                addMarkBefore(i);
            }
            joinedBehind = joined;
        }
    }

    /** The words of {@code [from, to)} from the first to the last, as many as there is room for; none is a part of what stands before. */
    void addForwards(int from, int to) {
        boolean joined = false;
        for (int i = from; i < to && !isFull(); i++) {
            boolean joinedBehind = AddressWords.isJoint(words, i + 1);
            addMarkBefore(i);
            addWord(i, joined || joinedBehind || room.said.test(i));
            joined = joinedBehind;
        }
    }

    /** The tokens of another stretch that say something of the value, as many as there is room for. */
    void addTelling(Tokens others) {
        for (int i = 0; i < others.count && !isFull(); i++) {
            if (others.isTelling(i)) {
                add(others.hash(i), others.place(i));
            }
        }
    }

    private void addWord(int word, boolean isOfAddress) {
        if (isOfAddress) {
            addOnce(ADDRESS);
        } else if (words.startsWithDigit(word)) {
            addOnce(NUMBER);
        } else {
            add(words.hash(word), word);
        }
    }

    /** Unless it is a part of an address or a number. */
    private void addMarkBefore(int word) {
        char gap = words.gap(word);
        if (gap != Words.BLANK && gap != Words.START && gap != '@' && gap != '+' && !isInside(word, gap)) {
            addMark(gap);
        }
    }

    private boolean isInside(int word, char gap) {
        if (word == 0 || word >= words.count()) {
            return false;
        }
        boolean joined = words.start(word) - words.end(word - 1) == 1 && gap != '\n' && gap != ',';
        return joined || words.startsWithDigit(word) && words.startsWithDigit(word - 1);
    }

    void addMark(char mark) {
        if (mark != Words.BLANK) {
            add(mark, -1 - mark);
        }
    }

    private void addOnce(char sign) {
        if (count == 0 || place(count - 1) != -1 - sign) {
            add(sign, -1 - sign);
        }
    }

    private void add(int hash, int place) {
        if (isFull()) {
            return;
        }
        int at = first + count;
        room.hashes[at] = hash;
        room.places[at] = place;
        long bit = 1L << hash;
        room.isNew[at] = (seen & bit) == 0 || !isAmongNearer(hash);
        seen |= bit;
        count++;
    }

    /** Whether none that is nearer is the same. */
    boolean isNew(int token) {
        return room.isNew[first + token];
    }

    private boolean isAmongNearer(int hash) {
        for (int i = first; i < first + count; i++) {
            if (room.hashes[i] == hash) {
                return true;
            }
        }
        return false;
    }

    private int place(int token) {
        return room.places[first + token];
    }

    /** Whether it and the one before it are no pair that is nearer. */
    boolean isNewPair(int token) {
        if (isNew(token) || isNew(token - 1)) {
            return true;
        }
        for (int i = 1; i < token; i++) {
            if (hash(i) == hash(token) && hash(i - 1) == hash(token - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is asked for a token of this role for the first time. */
    boolean isNewRole(int token) {
        long role = 1L << roleCode(token);
        boolean isNew = (seenRoles & role) == 0;
        seenRoles |= role;
        return isNew;
    }

    /** 0 where there is none. */
    int hash(int token) {
        return token < count ? room.hashes[first + token] : 0;
    }

    int roleHash(int token) {
        return isTellingMark(token) ? hash(token) : ROLE_HASHES[roleCode(token)];
    }

    /** As written in the file of weights. */
    String name(int token) {
        if (token >= count) {
            return EDGE;
        }
        int place = place(token);
        return place >= 0 ? words.folded(place) : place == -1 - '\n' ? "\\n" : String.valueOf((char) (-1 - place));
    }

    /** What the word does; "^" where there is none. */
    String role(int token) {
        return isTellingMark(token) ? name(token) : ROLES[roleCode(token)];
    }

    private boolean isTellingMark(int token) {
        return room.tellsNames && token < count && place(token) < 0;
    }

    private int roleCode(int token) {
        if (token >= count) {
            return EDGE_ROLE;
        }
        int at = first + token;
        if (room.roles[at] == 0) {
            room.roles[at] = (byte) (1 + readRole(room.places[at]));
        }
        return room.roles[at] - 1;
    }

    private int readRole(int word) {
        if (word < 0) {
            return word == -1 - ADDRESS ? ADDRESS_ROLE : word == -1 - NUMBER ? NUMBER_ROLE : MARK;
        }
        WordRole role = WordRole.byHash(words, word);
        if (role != null) {
            return FIRST_ROLE + role.ordinal();
        }
        if (words.isPossessive(word)) {
            return POSSESSIVE;
        }
        boolean named = room.tellsNames && words.isCapitalised(word) && !CommonWords.isOrdinary(words, word);
        return named ? NAME_ROLE : NO_ROLE;
    }

    private boolean isTelling(int token) {
        int role = roleCode(token);
        return role != NO_ROLE
                && role != MARK
                && role != FIRST_ROLE + WordRole.DETERMINER.ordinal()
                && role != FIRST_ROLE + WordRole.FILLER.ordinal();
    }

    boolean hasAddress() {
        for (int i = 0; i < count; i++) {
            if (place(i) == -1 - ADDRESS) {
                return true;
            }
        }
        return false;
    }

    static boolean isSentenceStart(Words words, int word) {
        return words.startsSentence(word) && !AddressWords.isJoint(words, word);
    }
}
