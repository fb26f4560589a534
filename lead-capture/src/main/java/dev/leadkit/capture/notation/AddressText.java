package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.AsciiSet;
import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.HtmlEntity;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * A text in which the letters and marks of addresses are plain, whatever a keyboard, a page or a careful writer made of them, with the
 * way back to the places of the text as it was written. Immutable.
 *
 * <p>Made plain: "jane＠acme．com", "ｊａｎｅ@acme.com", "jane–doe@acme.com" (a dash that was meant as a hyphen), "o’hara@acme.com",
 * characters that nobody sees, "jane&amp;#64;acme.com", "jane%40acme.com", "jane\.doe@acme.com", "jane[@]acme(.)com", "jane(a)acme.com",
 * "jane@acme.co&lt;wbr&gt;.uk". The query of a mailto link is left out, since it says who else gets the mail.
 *
 * <p>Left as it is: "acme—jane@acme.com" (the long dash of a sentence), "jane·doe@acme.com", "jane•doe@acme.com": nobody knows what
 * was meant.
 */
public final class AddressText {
    private static final String MAILTO = "mailto:";
    private static final String SLASHES = "//";
    private static final String BREAK = "<wbr>";

    /** What a message of ASCII has where anything is to be made plain. */
    private static final AsciiSet SIGNS = AsciiSet.of("&%\\[(<:?");

    /** What stands in an address beside letters and digits. */
    private static final String MARKS = "@.-_+'";

    private static final int LAST_LATIN = '\u024f';
    private static final int FIRST_FULL = '\uff01';
    private static final int LAST_FULL = '\uff5e';
    private static final int FULL = FIRST_FULL - '!';

    private final String written;
    private final StringBuilder plain;

    /** Of each character of the plain text the place where it was written, and the length of what was. */
    private final int[] places;

    private boolean changed;
    private boolean inMailto;

    private AddressText(String written) {
        this.written = written;
        this.plain = new StringBuilder(written.length());
        this.places = new int[written.length() + 1];
        for (int at = 0; at < written.length(); ) {
            at = read(at);
        }
        places[plain.length()] = written.length();
    }

    /**
     * @param ascii whether it is known to be of ASCII, but for apostrophes
     * @return null if nothing is to be made plain, as nearly always
     */
    public static @Nullable AddressText of(String text, boolean ascii) {
        if (!mayBe(text) && (ascii ? text.indexOf('’') < 0 : !hasOthers(text))) {
            return null;
        }
        AddressText made = new AddressText(text);
        return made.changed ? made : null;
    }

    /** Whether the sign of an address may stand in a text that has neither {@code @} nor a word for it. */
    public static boolean maySign(String text) {
        return text.indexOf('&') >= 0 && (text.contains("&#") || text.contains("&commat;"))
                || text.indexOf('%') >= 0 && text.contains("%40")
                || text.indexOf('(') >= 0 && text.contains("(a)")
                || text.indexOf('＠') >= 0
                || text.indexOf('﹫') >= 0;
    }

    private static boolean mayBe(String text) {
        return text.indexOf('&') >= 0
                || text.indexOf('%') >= 0
                || text.indexOf('\\') >= 0
                || hasBracketed(text, '[')
                || hasBracketed(text, '(')
                || text.contains(BREAK)
                || text.contains(MAILTO);
    }

    /** Whether a single character stands in brackets of a kind. */
    private static boolean hasBracketed(String text, char open) {
        for (int at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 1)) {
            if (at + 2 < text.length() && text.charAt(at + 2) == closing(open)) {
                return true;
            }
        }
        return false;
    }

    private static char closing(char open) {
        return open == '(' ? ')' : ']';
    }

    private static boolean hasOthers(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_LATIN || text.charAt(i) == '\u00ad') {
                return true;
            }
        }
        return false;
    }

    /** The text in which all is plain. */
    public String plain() {
        return plain.toString();
    }

    /** Where a character of the plain text was written; its length where the text ends. */
    public int place(int at) {
        return places[at];
    }

    /** @return the place behind what was read */
    private int read(int at) {
        int code = written.codePointAt(at);
        if (code < 128) {
            return SIGNS.has(code) ? readSign(at, (char) code) : put(at, at + 1, (char) code);
        }
        int end = at + Character.charCount(code);
        if (isInvisible(code) && isBeside(at, end)) {
            changed = true;
            return end;
        }
        int meant = meant(code, at, end);
        changed |= meant != code;
        return put(at, end, meant);
    }

    private int readSign(int at, char sign) {
        int end = -1;
        char meant = 0;
        switch (sign) {
            case '&' -> {
                return readEntity(at);
            }
            case '%' -> {
                meant = coded(at);
                end = meant != 0 && isGlued(at, at + 3) ? at + 3 : -1;
            }
            case '\\' -> {
                boolean escape = at + 1 < written.length() && MARKS.indexOf(written.charAt(at + 1)) >= 0;
                meant = escape ? written.charAt(at + 1) : 0;
                end = escape && isGlued(at, at + 2) ? at + 2 : -1;
            }
            case '[', '(' -> {
                meant = bracketed(at, sign);
                end = meant == 0 ? -1 : at + 3;
            }
            case '<' -> {
                return readBreak(at);
            }
            default -> {
                return readLink(at, sign);
            }
        }
        changed |= end > 0;
        return end > 0 ? put(at, end, meant) : put(at, at + 1, sign);
    }

    /** What {@code &quot;} and the like stand for. */
    private int readEntity(int at) {
        int limit = Math.min(written.length(), at + HtmlEntity.LONGEST + 2);
        int end = at + 1;
        while (end < limit && written.charAt(end) != ';' && written.charAt(end) != ' ') {
            end++;
        }
        boolean named = end < limit && written.charAt(end) == ';';
        String known = named ? HtmlEntity.character(written.substring(at + 1, end)) : null;
        if (known == null) {
            return put(at, at + 1, '&');
        }
        changed = true;
        int code = known.codePointAt(0);
        return isInvisible(code) ? end + 1 : put(at, end + 1, code);
    }

    /** A mark as URLs have it, in two hexadecimal digits; 0 if it is none. */
    private char coded(int at) {
        if (at + 2 >= written.length()) {
            return 0;
        }
        int code = Character.digit(written.charAt(at + 1), 16) * 16 + Character.digit(written.charAt(at + 2), 16);
        return code > 0 && MARKS.indexOf(code) >= 0 ? (char) code : 0;
    }

    /** The dot or the sign that stands alone in brackets; 0 if none does. */
    private char bracketed(int at, char open) {
        if (at + 2 >= written.length() || written.charAt(at + 2) != closing(open)) {
            return 0;
        }
        char inside = written.charAt(at + 1);
        if (inside == 'a' && isGlued(at, at + 3)) {
            return '@';
        }
        return inside == '.' || inside == '@' ? inside : 0;
    }

    private int readBreak(int at) {
        if (!written.startsWith(BREAK, at)) {
            return put(at, at + 1, '<');
        }
        changed = true;
        return at + BREAK.length();
    }

    private int readLink(int at, char sign) {
        int name = at + 1 - MAILTO.length();
        if (sign == ':' && name >= 0 && written.startsWith(MAILTO, name)) {
            inMailto = true;
            boolean slashes = written.startsWith(SLASHES, at + 1);
            changed |= slashes;
            return put(at, slashes ? at + 1 + SLASHES.length() : at + 1, sign);
        }
        if (sign != '?' || !inMailto) {
            return put(at, at + 1, sign);
        }
        int end = at + 1;
        while (end < written.length() && !isEndOfLink(written.charAt(end))) {
            end++;
        }
        changed = true;
        inMailto = false;
        return end;
    }

    private static boolean isEndOfLink(char c) {
        return Character.isWhitespace(c) || c == '>' || c == ')' || c == ']' || c == '"';
    }

    private int put(int from, int to, int code) {
        inMailto &= !Character.isWhitespace(code);
        places[plain.length()] = from;
        plain.appendCodePoint(code);
        if (Character.charCount(code) > 1) {
            places[plain.length() - 1] = from + 1;
        }
        return to;
    }

    /** What is typed for a letter, a digit or a mark of an address; the character itself where nothing else is. */
    private int meant(int code, int from, int to) {
        if (code >= FIRST_FULL && code <= LAST_FULL) {
            int narrow = code - FULL;
            boolean always = AsciiText.isWordPart(narrow) || narrow == '@';
            return always || MARKS.indexOf(narrow) >= 0 && isGlued(from, to) ? narrow : code;
        }
        return switch (code) {
            case '\u2010', '\u2011', '\u2212', '\ufe63' -> isGlued(from, to) ? '-' : code;
            case '\u2012', '\u2013' -> isGlued(from, to) && !EmailBounds.endsLabel(plain, plain.length()) ? '-' : code;
            case '\u2018', '\u2019', '\u02bc' -> isGlued(from, to) ? '\'' : code;
            case '\u3002', '\uff61', '\u2024' -> isGlued(from, to) ? '.' : code;
            case '\ufe6b' -> '@';
            default -> isStyled(code) ? narrow(code) : code;
        };
    }

    /** Circled, or bold, slanted and the like, as if they were other letters. */
    private static boolean isStyled(int code) {
        return code >= 0x1d400 && code <= 0x1d7ff || code >= 0x24b6 && code <= 0x24e9;
    }

    private static int narrow(int code) {
        String narrow = Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC);
        return narrow.length() == 1 ? narrow.charAt(0) : code;
    }

    /** Whether letters or digits of addresses stand on both sides. */
    private boolean isGlued(int from, int to) {
        return !plain.isEmpty()
                && isPart(plain.charAt(plain.length() - 1))
                && to < written.length()
                && isPart(written.codePointAt(to));
    }

    private static boolean isPart(int code) {
        return code < 128
                ? AsciiText.isWordPart(code)
                : code <= LAST_LATIN && Character.isLetter(code)
                        || code > FIRST_FULL && code < LAST_FULL && AsciiText.isWordPart(code - FULL)
                        || isStyled(code);
    }

    /** A zero-width blank, a soft hyphen, a variation selector and the like. */
    private static boolean isInvisible(int code) {
        return Character.getType(code) == Character.FORMAT || code >= 0xfe00 && code <= 0xfe0f || code == 0x034f;
    }

    /** Whether a part of an address may stand on one of its sides. */
    private boolean isBeside(int from, int to) {
        boolean before = !plain.isEmpty() && isPartOrMark(plain.charAt(plain.length() - 1));
        return before || to < written.length() && isPartOrMark(written.codePointAt(to));
    }

    private static boolean isPartOrMark(int code) {
        return isPart(code) || MARKS.indexOf(code) >= 0;
    }
}
