package dev.leadkit.capture;

/**
 * Whether a session's id itself may tell the visitor: it holds an address, or a number that may be somebody's, as the id of
 * WhatsApp's adapter does where the post has none but the number. So do {@code whatsapp-4917012345678} and
 * {@code +49 170 1234567}.
 *
 * <p>Digits within a word are no number ({@code order12345678}), nor is a UUID; nor are fifteen digits and more, since people's
 * numbers are shorter and the ids that Meta and Intercom give are not. Of an adapter's session {@code business:visitor} the
 * visitor's part counts. What is no number but looks like one, such as a date, counts as one.
 */
final class TellingSession {
    private static final int MIN_DIGITS = 8;

    /** E.164 allows one more, which no country gives to people. */
    private static final int MAX_DIGITS = 14;

    private static final int UUID_LENGTH = 36;

    private final int[] id;

    private TellingSession(String session) {
        this.id = session.codePoints().toArray();
    }

    static boolean isTelling(String session) {
        var id = new TellingSession(session);
        return id.holdsAddress() || id.holdsNumber(id.visitorsPart());
    }

    private boolean holdsAddress() {
        for (int c : id) {
            if (c == '@' || c == '\uFE6B' || c == '\uFF20') {
                return true;
            }
        }
        return false;
    }

    /** Groups of digits are one number, whatever stands between them but a word or a colon. */
    private boolean holdsNumber(int from) {
        int digits = 0;
        for (int start = from; start < id.length; ) {
            int end = wordEnd(start);
            if (end == start) {
                digits = id[start] == ':' ? 0 : digits;
                start++;
                continue;
            }
            digits = isGroup(start, end) ? digits + end - start : 0;
            if (digits >= MIN_DIGITS) {
                return true;
            }
            start = end;
        }
        return false;
    }

    /** The end of the word, or of the digits, that begins at a place; the place itself where none does. */
    private int wordEnd(int start) {
        int end = isUuid(start) ? start + UUID_LENGTH : start;
        while (end < id.length && Character.isLetterOrDigit(id[end])) {
            end++;
        }
        return end;
    }

    private boolean isUuid(int start) {
        if (start + UUID_LENGTH > id.length) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            int c = id[start + i];
            if (dash ? c != '-' : Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word is digits that may be a number or a part of one. */
    private boolean isGroup(int start, int end) {
        boolean dialled = isZero(start) && start + 1 < end && isZero(start + 1); // as in 0049
        return end - start <= (dialled ? MAX_DIGITS + 2 : MAX_DIGITS) && isDigits(start, end);
    }

    private boolean isZero(int at) {
        return Character.digit(id[at], 10) == 0;
    }

    /** Where the part of an adapter's session begins that is the visitor's; 0 of any other session. */
    private int visitorsPart() {
        int colon = 0;
        while (colon < id.length && id[colon] != ':') {
            colon++;
        }
        boolean business = colon > 0 && isDigits(0, colon) && isChannelsOwn(colon + 1);
        return business ? colon + 1 : 0;
    }

    /** Whether an id of the channel's making ends the session: Messenger's of many digits, or WhatsApp's, {@code DE.1349…}. */
    private boolean isChannelsOwn(int start) {
        boolean scoped =
                start + 3 < id.length && isCapital(id[start]) && isCapital(id[start + 1]) && id[start + 2] == '.';
        return scoped || id.length - start > MAX_DIGITS && isDigits(start, id.length);
    }

    private static boolean isCapital(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private boolean isDigits(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isDigit(id[i])) {
                return false;
            }
        }
        return true;
    }
}
