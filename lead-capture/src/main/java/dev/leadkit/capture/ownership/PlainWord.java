package dev.leadkit.capture.ownership;

import dev.leadkit.capture.text.AsciiSet;
import dev.leadkit.capture.text.AsciiText;

/** A word between blanks, with at most one mark behind it, as {@link PlainReading} reads it. Moves from word to word. */
final class PlainWord {
    private static final int STEP = AsciiText.STEP;
    private static final int MAX_LENGTH = 2 * STEP;
    private static final AsciiSet OF_NUMBERS = AsciiSet.of("0123456789-().,:+$/");
    private static final AsciiSet OF_ADDRESSES =
            AsciiSet.of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@._-+");

    final AsciiText text;

    int start;

    /** The end of its letters. */
    int end;

    /** What stands right behind it; a blank if nothing does. */
    char mark;

    /** What {@link PlainWords} has of it. */
    int signs;

    PlainWord(AsciiText text) {
        this.text = text;
    }

    /** The word that starts at a place. */
    void startingAt(int place) {
        long here = text.from(place);
        long blanks = AsciiText.blanks(here);
        if (blanks != 0) {
            int length = Long.numberOfTrailingZeros(blanks) >>> 3;
            read(place, here << Long.SIZE - STEP * length, length);
        } else {
            int at = place;
            do {
                at += STEP;
                blanks = AsciiText.blanks(text.from(at));
            } while (blanks == 0);
            readLong(place, at + (Long.numberOfTrailingZeros(blanks) >>> 3));
        }
    }

    /** The word that ends before a place, or what of it is not before the lowest one. */
    void endingBefore(int place, int lowest) {
        long here = text.upTo(place);
        long blanks = AsciiText.blanks(here);
        if (blanks != 0) {
            int length = Math.min(Long.numberOfLeadingZeros(blanks) >>> 3, place - lowest);
            read(place - length, here, length);
        } else {
            int at = place;
            do {
                at -= STEP;
                blanks = AsciiText.blanks(text.upTo(at));
            } while (blanks == 0);
            readLong(Math.max(lowest, at - (Long.numberOfLeadingZeros(blanks) >>> 3)), place);
        }
    }

    /** A word of fewer than eight characters, of which there may be none: the last ones of some. */
    private void read(int from, long characters, int length) {
        start = from;
        end = from + length;
        mark = ' ';
        if (length == 0) {
            signs = PlainWords.UNREAD;
            return;
        }
        int others = Long.SIZE - STEP * length;
        long lower = characters | AsciiText.LOWER;
        if ((AsciiText.letters(lower) ^ AsciiText.HIGH) >>> others == 0) {
            signs = PlainWords.of(lower >>> others);
        } else {
            readOdd(lower >>> others, length);
        }
    }

    private void readOdd(long characters, int count) {
        long lower = characters;
        int length = count;
        if (isMark(text.charAt(end - 1))) {
            end--;
            length--;
            mark = text.charAt(end);
            lower = AsciiText.first(lower, length);
        }
        signs = PlainWords.of(lower);
        if (AsciiText.letters(lower) != AsciiText.first(AsciiText.HIGH, length) || length == 0) {
            judge();
        }
    }

    private void readLong(int from, int to) {
        start = from;
        end = to;
        mark = ' ';
        if (to > from && isMark(text.charAt(to - 1))) {
            end--;
            mark = text.charAt(end);
        }
        int length = end - from;
        if (length > MAX_LENGTH) {
            signs = PlainWords.UNREAD;
            return;
        }
        int more = Math.max(0, length - STEP);
        long first = AsciiText.first(text.from(from) | AsciiText.LOWER, length);
        long rest = AsciiText.first(text.from(from + STEP) | AsciiText.LOWER, more);
        signs = PlainWords.of(first, rest);
        if (AsciiText.letters(first) != AsciiText.first(AsciiText.HIGH, length)
                || AsciiText.letters(rest) != AsciiText.first(AsciiText.HIGH, more)) {
            judge();
        }
    }

    /** Of what does not consist of letters alone only some is understood. */
    private void judge() {
        if (signs == 0 && !isNumber() && !isCompound()) {
            signs = PlainWords.UNREAD;
        }
    }

    private static boolean isMark(char c) {
        return c == ',' || c == '.' || c == '!' || c == '?' || c == ':' || c == ';';
    }

    /** "212-736-5000", "(312)", "$1,250.00". */
    boolean isNumber() {
        boolean digit = false;
        for (int at = start; at < end; at++) {
            if (!OF_NUMBERS.has(text.byteAt(at))) {
                return false;
            }
            digit |= isDigit(at);
        }
        return digit;
    }

    /** A number of which the last group is no short one, or an address; its signs are then those of its last word. */
    boolean isValue() {
        if (end - start < 3 || mark != ' ' && mark != ',') {
            return false;
        }
        if (isDigit(end - 1)) {
            boolean value = isDigit(end - 2) && isDigit(end - 3) && isNumber();
            signs = value ? 0 : signs;
            return value;
        }
        int label = startOfLabel(end);
        if (label <= start + 1 || text.charAt(label - 1) != '.') {
            return false;
        }
        int domain = startOfLabel(label - 1);
        boolean whole = domain > start && (text.charAt(domain - 1) == '.' || text.charAt(domain - 1) == '@');
        if (!whole || signsOf(domain, label - 1) != 0 || !isAddress()) {
            return false;
        }
        signs = signsOf(label, end);
        return true;
    }

    private int startOfLabel(int to) {
        int at = to;
        while (at > start && AsciiText.isLetter(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private int signsOf(int from, int to) {
        int length = to - from;
        if (length == 0 || length > MAX_LENGTH) {
            return PlainWords.UNREAD;
        }
        int more = Math.max(0, length - STEP);
        return PlainWords.of(
                AsciiText.first(text.from(from) | AsciiText.LOWER, length),
                AsciiText.first(text.from(from + STEP) | AsciiText.LOWER, more));
    }

    private boolean isAddress() {
        int signs = 0;
        for (int at = start; at < end; at++) {
            int c = text.byteAt(at);
            if (!OF_ADDRESSES.has(c)) {
                return false;
            }
            signs += c == '@' ? 1 : 0;
        }
        return signs == 1;
    }

    private boolean isDigit(int at) {
        return text.byteAt(at) >= '0' && text.byteAt(at) <= '9';
    }

    /** "second-hand". */
    private boolean isCompound() {
        char before = '-';
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (c == '-' ? before == '-' : !AsciiText.isLetter(c)) {
                return false;
            }
            before = c;
        }
        return before != '-';
    }

    boolean startsWithLetter() {
        return AsciiText.isLetter(text.byteAt(start));
    }

    /** Where it ends, with its mark. */
    int next() {
        return mark == ' ' ? end : end + 1;
    }

    int role() {
        return signs & PlainWords.ROLE;
    }

    boolean has(int sign) {
        return (signs & sign) != 0;
    }

    /** Whether it could not be read, or is one that speaks against a value wherever it stands. */
    boolean isUnread() {
        return (signs & PlainWords.UNREAD) == PlainWords.UNREAD;
    }

    boolean isCapitalised() {
        int c = text.byteAt(start);
        return c >= 'A' && c <= 'Z';
    }

    /** In lower or upper case. */
    boolean endsIn(char c) {
        return (text.byteAt(end - 1) | 0x20) == c;
    }

    /** "-ed" or "-ing". */
    boolean isVerbForm() {
        if (end - start < 2) {
            return false;
        }
        int before = text.byteAt(end - 2) | 0x20;
        return endsIn('d') && before == 'e' || endsIn('g') && before == 'n';
    }
}
