package dev.leadkit.capture.extract;

import dev.leadkit.capture.notation.EmailBounds;
import dev.leadkit.capture.text.AsciiText;
import org.jspecify.annotations.Nullable;

/**
 * An address that needs no further checks: small letters, digits and single dots, hyphens, underscores and plus signs, between
 * blanks or before one punctuation mark. {@link EmailExtractor}'s full checks would find the same span, and it is already canonical.
 */
final class PlainAddress {
    private static final int MAX_DOMAIN = 100;

    /** How a character may stand in an address, by itself: 0 in none. */
    private static final byte[] KINDS = kinds();

    private static final int LETTER = 1;
    private static final int DIGIT = 2;
    private static final int DOT = 3;
    private static final int HYPHEN = 4;
    private static final int OTHER = 5;

    private static final long NO_REPLY = four("no-r");
    private static final long NOREPLY = four("nore");
    private static final long DO_NOT = four("dono");
    private static final long MAILER = four("mail");
    private static final long COM = four("com.");
    private static final long ORG = four("org.");
    private static final long NET = four("net.");
    private static final int COM_LENGTH = 3;
    private static final long C_US = four("c.us");
    private static final long G_US = four("g.us");
    private static final long S_WHATSAPP = four("s.wh");

    private PlainAddress() {}

    private static long four(String start) {
        return AsciiText.first(AsciiText.of(start.repeat(2)).from(0), start.length());
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[128];
        for (char c = 'a'; c <= 'z'; c++) {
            kinds[c] = LETTER;
        }
        for (char c = '0'; c <= '9'; c++) {
            kinds[c] = DIGIT;
        }
        kinds['.'] = DOT;
        kinds['-'] = HYPHEN;
        kinds['_'] = OTHER;
        kinds['+'] = OTHER;
        return kinds;
    }

    /** Around an {@code @}; null if it is not as plain. */
    static @Nullable Span around(AsciiText text, int at, int free) {
        if (text == AsciiText.NONE) {
            return null;
        }
        int start = startOfLocal(text, at, free);
        int end = start < 0 ? -1 : endOfDomain(text, at + 1);
        return end < 0 ? null : new Span(start, end);
    }

    private static int kind(AsciiText text, int at) {
        return KINDS[text.byteAt(at)];
    }

    private static int startOfLocal(AsciiText text, int at, int free) {
        int start = at;
        int lowest = Math.max(free, at - EmailBounds.MAX_LOCAL);
        int last = DOT;
        while (start > lowest) {
            int kind = kind(text, start - 1);
            if (kind == 0) {
                break;
            }
            if (kind == DOT && last == DOT) {
                return -1;
            }
            last = kind;
            start--;
        }
        boolean whole = start == 0 || text.charAt(start - 1) == ' ';
        return whole && start < at && (last == LETTER || last == DIGIT) && !isMachine(text, start) ? start : -1;
    }

    /** "No-reply", "noreply", "donotreply", "mailer-daemon" begin like this; so do some that are none. */
    private static boolean isMachine(AsciiText text, int start) {
        long four = AsciiText.first(text.from(start), 4);
        return four == NO_REPLY || four == NOREPLY || four == DO_NOT || four == MAILER;
    }

    private static int endOfDomain(AsciiText text, int from) {
        if (from < text.length() && kind(text, from) == DIGIT) {
            return -1; // "icon@3x.jpg"
        }
        int end = from;
        int highest = Math.min(text.length(), from + MAX_DOMAIN);
        int last = DOT;
        int dots = 0;
        int label = from;
        int before = from;
        boolean letters = true;
        while (end < highest) {
            int kind = kind(text, end);
            if (kind == DOT) {
                if (last == DOT || last == HYPHEN) {
                    break;
                }
                if (end + 1 == text.length() || kind(text, end + 1) == 0) {
                    break; // of the sentence
                }
                dots++;
                before = label;
                label = end + 1;
                letters = true;
            } else if (kind == LETTER || kind == DIGIT || kind == HYPHEN && last != DOT) {
                letters &= kind == LETTER;
            } else {
                break;
            }
            last = kind;
            end++;
        }
        boolean top =
                letters && end - label > 1 && dots > 0 && !(dots > 1 && end - label > 2 && isCommon(text, before));
        boolean glued = end - label > COM_LENGTH && isLikeCommon(text, label);
        return top && !glued && !isOfChat(text, from) && isEnd(text, end) ? end : -1;
    }

    /** "Acme.comphone", "acme.network". */
    private static boolean isLikeCommon(AsciiText text, int label) {
        long three = AsciiText.first(text.from(label), COM_LENGTH);
        return three == AsciiText.first(COM, COM_LENGTH)
                || three == AsciiText.first(ORG, COM_LENGTH)
                || three == AsciiText.first(NET, COM_LENGTH);
    }

    /** Ids of WhatsApp end so. */
    private static boolean isOfChat(AsciiText text, int domain) {
        long four = AsciiText.first(text.from(domain), 4);
        return four == C_US || four == G_US || four == S_WHATSAPP;
    }

    /** "Acme.com.please": what follows such a label may be the next sentence. */
    private static boolean isCommon(AsciiText text, int label) {
        long four = AsciiText.first(text.from(label), 4);
        return four == COM || four == ORG || four == NET;
    }

    private static boolean isEnd(AsciiText text, int end) {
        if (end == text.length()) {
            return true;
        }
        char c = text.charAt(end);
        boolean mark = c == ',' || c == '.' || c == '!' || c == '?' || c == ';';
        return c == ' ' || c == '\n' || mark && (end + 1 == text.length() || isBlank(text.charAt(end + 1)));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n';
    }
}
