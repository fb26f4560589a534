package dev.leadkit.capture.notation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the characters right beside some digits whether they are a whole number by themselves.
 *
 * <p>Refused: {@code AB7916676427}, "abc 265398721" ({@code code}); {@code $1500000} ({@code price}); {@code ***-736-5000},
 * {@code 212 736 50**} ({@code masked}); {@code 212 736 500…} where no plan knows what is left ({@code cut}). Not refused:
 * {@code **2127365000**} in bold, {@code 2127365000...}, "tel2127365000",
 * {@code https://wa.me/447700900123}.
 */
public final class NumberBounds {
    private static final int MAX_GAP = 3;
    private static final String CURRENCY_SIGNS = "$€£¥₹₽₩₺₴";
    private static final List<String> AFTER_AMOUNT = List.of(
            "dollar",
            "euro",
            "usd",
            "eur",
            "gbp",
            "pound",
            "rupee",
            "inr",
            "credits",
            "bucks",
            "percent",
            "people",
            "users",
            "views",
            "visitors",
            "pieces",
            "units",
            "bytes");

    private static final List<String> CHAT_LINKS = List.of(
            "wa.me/",
            "whatsapp.com/send?phone=",
            "whatsapp.com/send/?phone=",
            "t.me/",
            "viber://chat?number=",
            "signal.me/#p/",
            "tel://");

    private static final String SIP = "sip:";

    /** Digits in a North American number, country code included. */
    private static final int NORTH_AMERICAN = 11;

    private static final int LONGEST_URL = 200;

    /** A number of this many digits is complete in any country. */
    private static final int WHOLE = 10;

    private NumberBounds() {}

    /** Whether signs stand in for digits on one side. */
    public static boolean isMasked(String text, DigitRun run) {
        int before = run.start() - 1;
        while (before > 0 && run.start() - before <= MAX_GAP && isGap(text.charAt(before))) {
            before--;
        }
        int after = run.end();
        while (after < text.length() && after - run.end() < MAX_GAP && isGap(text.charAt(after))) {
            after++;
        }
        boolean left = before > 0 && isMask(text.charAt(before), text.charAt(before - 1));
        boolean right = after + 1 < text.length()
                && isMask(text.charAt(after), text.charAt(after + 1))
                && !(text.charAt(after) == 'x' && text.charAt(run.end()) == ' ' && run.digits() >= WHOLE); // kisses
        return left != right;
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')';
    }

    private static boolean isMask(char sign, char next) {
        return sign == next && (sign == '*' || sign == '#' || sign == '_' || sign == '•' || sign == 'x' || sign == 'X');
    }

    /** @param end where the number ends, its extension included */
    public static @Nullable String problem(String text, DigitRun run, int end) {
        boolean goesOn = end < text.length() && text.charAt(end) == '…'
                || text.startsWith("..", end)
                || text.startsWith("??", end);
        boolean breaksOff = run.groups() > 1 && run.size(run.groups() - 1) == 1 && run.digits() > run.groups();
        boolean lacks = run.hasPlus() && run.number(0) == 1 && run.digits() < NORTH_AMERICAN && !isWithoutArea(run);
        return goesOn || breaksOff || lacks ? "cut" : null;
    }

    /** "+1-555-0123"; in "+1 212 736 50" something is cut off. */
    private static boolean isWithoutArea(DigitRun run) {
        return run.groups() == 3 && run.size(0) == 1 && run.size(1) == 3 && run.size(2) == 4;
    }

    /** Whether a link to a chat or a call ends in the digits: "wa.me/447700900123", "tel://2127365000". */
    public static boolean isOfChatLink(String text, DigitRun run) {
        char before = run.start() == 0 ? ' ' : text.charAt(run.start() - 1);
        boolean linked = before == '/' || before == '='; // as hardly any number is
        return linked
                && CHAT_LINKS.stream()
                        .anyMatch(
                                link -> text.regionMatches(true, run.start() - link.length(), link, 0, link.length()));
    }

    /** Whether its link gives the number with the country code, also where no plus sign stands there. */
    public static boolean isInternational(String text, DigitRun run) {
        return !run.hasPlus() && isOfChatLink(text, run) && text.charAt(run.start() - 2) != '/';
    }

    /** "AB7916676427", "#7916676427", "7916676427xyz", "https://forum.example/t/7916676427"; not "tel5550104477". */
    public static boolean isGlued(String text, DigitRun run) {
        if (run.start() > 0 && !isOfChatLink(text, run)) {
            char before = text.charAt(run.start() - 1);
            if (before == '#' || before == '_' || before == '@' || before == '%') {
                return true;
            }
            if (before == '=') {
                return run.start() < 2 || !isCueWord(text, run.start() - 1); // "phone=…" of a form
            }
            if (Character.isLetter(before) && !isCueWord(text, run.start())) {
                return true;
            }
            boolean dashed = (before == '-' || before == '/' || before == '.')
                    && run.start() > 1
                    && Character.isLetter(text.charAt(run.start() - 2));
            if (dashed && !isCueWord(text, run.start() - 1) || isInUrl(text, run.start())) {
                return true;
            }
        }
        int end = run.end();
        if (end >= text.length() || run.endWithExtension() > end) {
            return false;
        }
        char after = text.charAt(end);
        return Character.isLetter(after) && after < 0x2e80
                || after == '_'
                || after == '@' && !text.startsWith(SIP, run.start() - SIP.length())
                || after == '-' && end + 1 < text.length() && Character.isLetter(text.charAt(end + 1));
    }

    /** Whether an address of the web goes on up to a place. */
    private static boolean isInUrl(String text, int place) {
        int lowest = Math.max(0, place - LONGEST_URL);
        int start = place;
        while (start > lowest && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
            if (text.charAt(start) == ':' && text.startsWith("//", start + 1)) {
                return true;
            }
        }
        return text.regionMatches(true, start, "www.", 0, 4);
    }

    /** Whether the letters right before are a cue by themselves; scripts that write no blanks always are. */
    private static boolean isCueWord(String text, int end) {
        if (text.charAt(end - 1) >= 0x2e80) {
            return true;
        }
        int start = end;
        while (start > 0 && end - start < 12 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return switch (text.substring(start, end).toLowerCase(Locale.ROOT)) {
            case "tel",
                    "ph",
                    "phone",
                    "mob",
                    "mobile",
                    "cell",
                    "call",
                    "number",
                    "no",
                    "contact",
                    "whatsapp",
                    "is",
                    "at",
                    "wa",
                    "fax",
                    "telefon",
                    "on",
                    "telephone",
                    "p",
                    "t",
                    "m" -> true;
            default -> false;
        };
    }

    /** Whether what stands beside the digits makes them an amount or a count: "$1500000", "1,500", "20000 people", "30 %". */
    public static boolean isAmount(String text, DigitRun run) {
        if (isPricedBefore(text, run) || isPricedBehind(text, run)) {
            return true;
        }
        int after = run.end();
        if (after < text.length()
                && text.charAt(after) == ','
                && after + 1 < text.length()
                && DigitRun.isDigit(text.charAt(after + 1))
                && run.groups() == 1
                && run.size(0) < 4) {
            return true;
        }
        if (after < text.length() && text.charAt(after) == ' ') {
            after++;
        }
        if (after >= text.length()) {
            return false;
        }
        char sign = text.charAt(after);
        for (String word : AFTER_AMOUNT) {
            if ((sign | 32) == word.charAt(0) && text.regionMatches(true, after, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sign of a currency stands before it that is not another number's: "$ 500", not "20€ 212 736 5000". */
    static boolean isPricedBefore(String text, DigitRun run) {
        int before = behindBlank(text, run.start() - 1);
        return before >= 0
                && CURRENCY_SIGNS.indexOf(text.charAt(before)) >= 0
                && (before == run.start() - 1 || before == 0 || !DigitRun.isDigit(text.charAt(before - 1)));
    }

    private static int behindBlank(String text, int at) {
        return at >= 0 && text.charAt(at) == ' ' ? at - 1 : at;
    }

    /** Whether a sign of a currency or of percent stands behind it that is not another number's. */
    static boolean isPricedBehind(String text, DigitRun run) {
        int end = run.end();
        int after = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        if (after >= text.length() || CURRENCY_SIGNS.indexOf(text.charAt(after)) < 0 && text.charAt(after) != '%') {
            return false;
        }
        return after == end || after + 1 >= text.length() || !DigitRun.isDigit(text.charAt(after + 1));
    }
}
