package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.UnspacedScript;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the characters right beside an address whether all of it was read: of a cut one any part could be somebody
 * else's. It ends at a blank, at punctuation that opens before it or closes behind it, at an emoji and at a letter of a script that is
 * glued to others; any other character between it and a letter or a digit belongs to more than was read.
 *
 * <p>Refused: "…lund@fjord.example", "tove,lund@fjord.example", "tove§lund@fjord.example", "tove@fjord.exam…", "tove@fjord.bo|at" ({@code
 * cut}), "t••e@fjord.example" ({@code masked}), "tove@fjord.example/site" ({@code url}). Not refused: "email:tove@fjord.example",
 * "邮箱:tove@fjord.example", "Tove&lt;tove@fjord.example&gt;", "tove@fjord.com...", "a@fjord.example;b@fjord.example", "Tove
 * Lund,tove@fjord.example,415".
 */
public final class EmailBounds {
    /** The most characters before the sign (RFC 5321). */
    public static final int MAX_LOCAL = 64;

    private static final int MAX_TAG = 12;
    private static final int MAX_ROW = 120;
    private static final char KEYCAP = '\u20e3';
    private static final char FIRST_EMOJI = '\u2600';

    private static final String OPENING = "(<[{\"'“‘„«‹";
    private static final String CLOSING = ")>]}\"'”’“»›";

    /** What stands before an address, glued to it by a colon or an equals sign. */
    private static final Set<String> LABELS = Set.of(
            "email",
            "mail",
            "mailto",
            "address",
            "contact",
            "id",
            "to",
            "from",
            "cc",
            "is",
            "at",
            "e",
            "correo",
            "adresse",
            "smtp",
            "me",
            "here",
            "emailid",
            "correio",
            "courriel",
            "mél",
            "posta",
            "poczta",
            "eposta",
            "kontakt",
            "contacto",
            "contatto",
            "contato",
            "mailadresse",
            "emailadresse",
            "emailadres",
            "endereço",
            "indirizzo",
            "mailadres",
            "electrónico",
            "electronico",
            "eletrônico",
            "électronique",
            "elettronica",
            "elettronico",
            "почта",
            "имейл",
            "адрес");

    /** Whole though more is glued to them, or though dots follow. */
    private static final Set<String> PLAIN_TOPS = Set.of(
            "com", "net", "org", "edu", "gov", "info", "de", "uk", "fr", "es", "it", "nl", "in", "ca", "au", "us",
            "io");

    private EmailBounds() {}

    /** Whether it may stand in a label of a domain. */
    public static boolean isLabelPart(char c) {
        if (c < 128) {
            return c == '-' || AsciiText.isWordPart(c);
        }
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Whether a domain that ends in it is whole, though more is glued to it. */
    public static boolean isPlainTop(String label) {
        return PLAIN_TOPS.contains(label);
    }

    /** Whether the word that ends there says that an address follows: "email", "correo". */
    static boolean endsLabel(CharSequence text, int end) {
        return LABELS.contains(wordBefore(text, end));
    }

    /** Whether a piece of a text is such a word. */
    public static boolean isLabel(String text, int from, int to) {
        return to - from < MAX_TAG && LABELS.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }

    /** @param free the end of the address before */
    public static @Nullable String problem(String text, int start, int end, int free) {
        String before = before(text, start, end, free);
        return before == null ? after(text, start, end) : before;
    }

    private static @Nullable String before(String text, int start, int end, int free) {
        if (start == 0 || free > 0 && start - 1 <= free) {
            return null;
        }
        char c = text.charAt(start - 1);
        if (isBlank(c)) {
            return null;
        }
        char further = start > 1 ? text.charAt(start - 2) : ' ';
        if (c == '…' || c == '.' && further == '.') {
            return isGluedEllipsis(text, start) ? null : "cut";
        }
        if (isMask(c) && isMasked(text, start)) {
            return "masked";
        }
        if (isBound(c) || !isWord(further) || isBound(further) || endsLabel(text, start - 1)) {
            return null;
        }
        return switch (c) {
            case ',', ';', '|' -> isColumn(text, start, end) ? null : "cut";
            case ':' -> isProperty(text, start - 1) ? null : "cut";
            case '>' -> endsTag(text, start - 1) ? null : "cut";
            case ')' -> isListed(text, start - 1) ? null : "cut";
            case '_' -> null; // in Markdown
            default -> isEnclosed(text, c, end) ? null : "cut";
        };
    }

    /** "Tove(tove@fjord.example)". */
    private static boolean isEnclosed(String text, char open, int end) {
        int pair = OPENING.indexOf(open);
        return pair >= 0 && end < text.length() && text.charAt(end) == CLOSING.charAt(pair);
    }

    /** "1)tove@fjord.example". */
    private static boolean isListed(String text, int close) {
        return Character.isDigit(text.charAt(close - 1)) && (close == 1 || !Character.isLetter(text.charAt(close - 2)));
    }

    /** "mail me...tove@fjord.example": the dots follow a word of a sentence. */
    private static boolean isGluedEllipsis(String text, int start) {
        int at = start - 1;
        while (at >= 0 && start - at < MAX_TAG && (text.charAt(at) == '.' || text.charAt(at) == '…')) {
            at--;
        }
        String word = wordBefore(text, at + 1);
        return LABELS.contains(word) || word.length() > 1 && CommonWords.isOrdinary(word);
    }

    /** What stands for letters that are hidden. */
    private static boolean isMask(char c) {
        return c == '*' || c == '•' || c == '●' || c == '█' || c == '■' || c == '▪' || c == '∗';
    }

    /** Whether several masks in a row begin behind a letter. */
    private static boolean isMasked(String text, int start) {
        int at = start - 1;
        while (at >= 0 && start - at < MAX_TAG && isMask(text.charAt(at))) {
            at--;
        }
        return start - at > 2 && at >= 0 && Character.isLetterOrDigit(text.charAt(at));
    }

    /**
     * A row of columns: behind figures, behind a name in two words, or where the same mark parts more of the row.
     *
     * @param start behind the mark
     */
    private static boolean isColumn(String text, int start, int end) {
        char mark = text.charAt(start - 1);
        int lowest = Math.max(0, start - MAX_ROW);
        boolean figures = true;
        boolean blank = false;
        int at = start - 1;
        while (at > lowest && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != mark) {
            at--;
            figures &= !Character.isLetter(text.charAt(at));
            blank |= text.charAt(at) == ' ';
        }
        boolean further = end + 1 < text.length() && text.charAt(end) == mark && isWord(text.charAt(end + 1));
        boolean parted = at > lowest && text.charAt(at - 1) == mark && isWord(text.charAt(at));
        return figures || further || parted || blank && Character.isUpperCase(text.charAt(at));
    }

    /** {@code EMAIL;TYPE=work:}, as cards and calendars have it. */
    private static boolean isProperty(String text, int colon) {
        for (int i = colon - 1; i >= Math.max(0, colon - MAX_ROW) && !isBlank(text.charAt(i)); i--) {
            if (text.charAt(i) == ';' && endsLabel(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** The letters right before a place in lower case, up to {@value #MAX_TAG} of them. */
    static String wordBefore(CharSequence text, int end) {
        int start = end;
        while (start > 0 && end - start < MAX_TAG && isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
    }

    /** Of a script with blanks: "我的email:". */
    private static boolean isLetter(char c) {
        return Character.isLetter(c) && !UnspacedScript.has(c);
    }

    private static boolean endsTag(String text, int close) {
        for (int i = close - 1; i >= Math.max(0, close - MAX_TAG); i--) {
            if (text.charAt(i) == '<') {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String after(String text, int start, int end) {
        if (end >= text.length()) {
            return null;
        }
        char c = text.charAt(end);
        if (isBlank(c)) {
            return null;
        }
        char further = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
        boolean plain = isPlainTop(wordBefore(text, end));
        if ((c == '…' || c == '.' && further == '.') && !plain) {
            return "cut";
        }
        if (isMask(c)) {
            return start > 0 && text.charAt(start - 1) == c ? null : "masked";
        }
        if ((c == '-' || c == '–') && !plain && !SpokenDomain.isTopLevel(wordBefore(text, end))) {
            return "cut";
        }
        if (c == ':' && further == '/' && end + 2 < text.length() && isWord(text.charAt(end + 2))) {
            return "url"; // "backup@fjord.example:/disk"
        }
        if (!isWord(further) || isBound(c) || isBound(further)) {
            return null;
        }
        return switch (c) {
            case '/' -> hasAddressAhead(text, end) ? null : "url";
            case '_' -> hasAddressAhead(text, end) ? null : "malformed";
            case '+', '%', '#', '&', '=', '\\' -> plain || hasAddressAhead(text, end) ? null : "malformed";
            case '!', '(' -> plain || hasAddressAhead(text, end) ? null : "malformed";
            case ',', ';', '|' ->
                plain
                                || Character.isDigit(further)
                                || start > 0 && text.charAt(start - 1) == c
                                || hasAddressAhead(text, end)
                        ? null
                        : "malformed";
            case '<', ':', '.' -> null; // a tag, another label, the next sentence
            case '?' -> plain || hasQuery(text, end) ? null : "cut";
            default -> plain || isClosed(text, start, c) ? null : "cut";
        };
    }

    /** "(tove@fjord.example)and". */
    private static boolean isClosed(String text, int start, char close) {
        int pair = CLOSING.indexOf(close);
        return pair >= 0 && start > 0 && OPENING.indexOf(text.charAt(start - 1)) >= 0;
    }

    private static boolean hasQuery(String text, int from) {
        for (int i = from; i < Math.min(text.length(), from + MAX_TAG) && !isBlank(text.charAt(i)); i++) {
            if (text.charAt(i) == '=') {
                return true;
            }
        }
        return false;
    }

    /** "tove@fjord.example,bo@fjord.example". */
    private static boolean hasAddressAhead(String text, int from) {
        for (int i = from; i < Math.min(text.length(), from + 66); i++) {
            if (text.charAt(i) == '@') {
                return true;
            }
            if (Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    /** An emoji, or a letter of another script that is glued to an address. */
    private static boolean isBound(char c) {
        return Character.isSurrogate(c) || UnspacedScript.isOther(c) || isEmoji(c);
    }

    private static boolean isEmoji(char c) {
        return c >= FIRST_EMOJI && Character.getType(c) == Character.OTHER_SYMBOL || c == KEYCAP;
    }
}
