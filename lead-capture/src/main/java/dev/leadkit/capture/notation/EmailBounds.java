package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.UnspacedScript;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the characters right beside an address whether all of it was read: of a cut one any part could be somebody
 * else's.
 *
 * <p>Refused: "…lund@fjord.example", "tove,lund@fjord.example", "tove@fjord.exam…" ({@code cut}), an invisible character
 * inside ({@code malformed}), "tove@fjord.example/site" ({@code url}). Not refused: "email:tove@fjord.example", "邮箱:tove@fjord.example",
 * "Tove&lt;tove@fjord.example&gt;", "tove@fjord.com...", "a@fjord.example;b@fjord.example".
 */
public final class EmailBounds {
    /** The most characters before the sign (RFC 5321). */
    public static final int MAX_LOCAL = 64;

    private static final int MAX_TAG = 12;

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

    /** @param free the end of the address before */
    public static @Nullable String problem(String text, int start, int end, int free) {
        String before = before(text, start, end, free);
        return before == null ? after(text, start, end) : before;
    }

    private static @Nullable String before(String text, int start, int end, int free) {
        if (start == 0) {
            return null;
        }
        char c = text.charAt(start - 1);
        if (c == ' ') {
            return null;
        }
        char further = start > 1 ? text.charAt(start - 2) : ' ';
        if ((c == '…' || c == '.' && further == '.') && !isGluedEllipsis(text, start)) {
            return "cut";
        }
        if (!Character.isLetterOrDigit(further)) {
            return null;
        }
        if (isInvisible(c)) {
            return "malformed";
        }
        return switch (c) {
            case ',', ';' -> start - 1 == free ? null : "cut";
            case ':', '=' -> LABELS.contains(wordBefore(text, start - 1)) || UnspacedScript.has(further) ? null : "cut";
            case '<' -> isAt(text, end, '>') ? null : "cut";
            case '(' -> isAt(text, end, ')') ? null : "cut";
            case '[' -> isAt(text, end, ']') ? null : "cut";
            case '>' -> endsTag(text, start - 1) ? null : "cut";
            case '"', '\'', '•' -> "cut";
            default -> null;
        };
    }

    /** "mail me...tove@fjord.example": the dots follow a word. */
    private static boolean isGluedEllipsis(String text, int start) {
        int at = start - 1;
        while (at >= 0 && start - at < MAX_TAG && (text.charAt(at) == '.' || text.charAt(at) == '…')) {
            at--;
        }
        return at >= 0 && Character.isLetterOrDigit(text.charAt(at));
    }

    private static String wordBefore(String text, int end) {
        int start = end;
        while (start > 0 && end - start < MAX_TAG && isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
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
        if (c == ' ') {
            return null;
        }
        char further = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
        boolean plain = PLAIN_TOPS.contains(wordBefore(text, end));
        if ((c == '…' || c == '.' && further == '.') && !plain) {
            return "cut";
        }
        if (c == '*' || c == '•') {
            return start > 0 && text.charAt(start - 1) == c ? null : "masked";
        }
        if (!Character.isLetterOrDigit(further)) {
            return null;
        }
        if (isInvisible(c) || c == '_') {
            return "malformed";
        }
        return switch (c) {
            case '/' -> "url";
            case '+', '%', '#', '&', '=', '\\' -> plain ? null : "malformed";
            case ',', '!', '(' -> plain || hasAddressAhead(text, end) ? null : "malformed";
            default -> null;
        };
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

    /** A zero-width blank, a soft hyphen and the like. */
    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT;
    }

    private static boolean isAt(String text, int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }
}
