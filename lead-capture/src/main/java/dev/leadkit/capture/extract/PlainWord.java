package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.AsciiText;

/** A word between blanks, with at most one mark behind it, as {@link PlainReading} reads it. Moves from word to word. */
final class PlainWord {
    private static final int STEP = AsciiText.STEP;
    private static final int MAX_LENGTH = 2 * STEP;

    final AsciiText text;

    int start;

    /** The end of its letters. */
    int end;

    /** Where the mark ends. */
    int next;

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
            read(place, here, Long.numberOfTrailingZeros(blanks) >>> 3);
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
            read(place - length, here >>> Long.SIZE - STEP * length, length);
        } else {
            int at = place;
            do {
                at -= STEP;
                blanks = AsciiText.blanks(text.upTo(at));
            } while (blanks == 0);
            readLong(Math.max(lowest, at - (Long.numberOfLeadingZeros(blanks) >>> 3)), place);
        }
    }

    /** Fewer than eight characters, of which there may be none. */
    private void read(int from, long characters, int length) {
        start = from;
        next = from + length;
        end = next;
        mark = ' ';
        long some = (1L << STEP * length) - 1;
        long lower = (characters | AsciiText.LOWER) & some;
        long odd = AsciiText.letters(lower) ^ AsciiText.HIGH & some;
        if (odd == 0 && length > 0) {
            signs = PlainWords.of(lower);
        } else {
            readOdd(lower);
        }
    }

    private void readOdd(long characters) {
        long lower = characters;
        int length = end - start;
        if (length > 0 && isMark(text.charAt(end - 1))) {
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
        next = to;
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
            char c = text.charAt(at);
            boolean other = c < '0' || c > '9';
            if (other && "-().,:+$/".indexOf(c) < 0) {
                return false;
            }
            digit |= !other;
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
            char c = text.charAt(at);
            signs += c == '@' ? 1 : 0;
            if (!AsciiText.isWordPart(c) && "@._-+".indexOf(c) < 0) {
                return false;
            }
        }
        return signs == 1;
    }

    private boolean isDigit(int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
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
