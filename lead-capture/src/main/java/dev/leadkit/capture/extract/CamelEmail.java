package dev.leadkit.capture.extract;

import dev.leadkit.capture.notation.EmailBounds;
import dev.leadkit.capture.notation.SpokenDomain;
import dev.leadkit.capture.ownership.Ownership;
import dev.leadkit.capture.text.AsciiText;
import java.util.List;
import java.util.Locale;

/**
 * Reads an address that is disguised as one word, in which capitals mark the signs: "janeATacmeDOTcom", "jane.doeATacmeDotCoDotUk",
 * "janeATacme.com".
 *
 * <p>Not "janeATacme", "whATever", nor where no domain ends as the word does.
 */
final class CamelEmail {
    private static final int MAX_DOMAIN = 100;
    private static final String DOT = "dot";
    private static final String MAIL = "mail";

    /** So far before a disguised address with a written dot stands that it is one. */
    private static final int MAIL_REACH = 60;

    /** What stands before the parts of a URL. */
    private static final String NOT_BEFORE = "/?=#%&@";

    private CamelEmail() {}

    /**
     * @param sign the place of an {@linkplain AsciiText#isCamelSign "AT" within a word}
     * @return the end of the address if one was found or rejected, else -1
     */
    static int read(Turn turn, int sign, int free, List<Candidate<String>> found, List<Rejected> rejected) {
        String text = turn.text();
        int start = sign;
        int lowest = Math.max(free, sign - EmailBounds.MAX_LOCAL);
        while (start > lowest && isPart(text.charAt(start - 1))) {
            start--;
        }
        int end = sign + 2;
        int highest = Math.min(text.length(), end + MAX_DOMAIN);
        while (end < highest && (EmailBounds.isLabelPart(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        boolean whole = isWhole(text, start, end);
        while (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-') {
            end--; // of a sentence
        }
        String local = dotted(text, start, sign);
        String domain = dotted(text, sign + 2, end);
        int dot = domain.lastIndexOf('.');
        boolean written = text.substring(sign + 2, end).indexOf('.') >= 0;
        boolean disguised = !written || turn.asked() != null || isBehindMail(text, start);
        if (!whole
                || !disguised
                || dot < 1
                || !SpokenDomain.isTopLevel(domain.substring(dot + 1))
                || local.startsWith(".")) {
            return -1;
        }
        Span span = new Span(start, end);
        String objection = Ownership.objection(turn.reply(), start, end);
        if (objection != null) {
            rejected.add(new Rejected("email", span, objection));
        } else {
            found.add(new Candidate<>(local + '@' + domain, span, 0.8, "spoken-address"));
        }
        return end;
    }

    private static boolean isWhole(String text, int start, int end) {
        boolean ends = end == text.length() || !isPart(text.charAt(end)) && text.charAt(end) != '@';
        return ends
                && (start == 0 || !isPart(text.charAt(start - 1)) && NOT_BEFORE.indexOf(text.charAt(start - 1)) < 0);
    }

    /** "My mail is janeATacme.com", "for me: janeATacme.com", while a name of a product may have capitals too. */
    private static boolean isBehindMail(String text, int start) {
        if (start > 1 && text.charAt(start - 1) == ' ' && text.charAt(start - 2) == ':') {
            return true;
        }
        for (int i = start - MAIL.length(); i >= Math.max(0, start - MAIL_REACH); i--) {
            if (text.regionMatches(true, i, MAIL, 0, MAIL.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(char c) {
        return AsciiText.isWordPart(c) || c == '.' || c == '_' || c == '-' || c == '+';
    }

    /** In lower case, with a dot for each "DOT" or "Dot" between two characters of which the first is no capital. */
    private static String dotted(String text, int from, int to) {
        var dotted = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            boolean dot = i > from
                    && i + DOT.length() < to
                    && text.charAt(i) == 'D'
                    && text.regionMatches(true, i, DOT, 0, DOT.length())
                    && !Character.isUpperCase(text.charAt(i - 1));
            dotted.append(dot ? '.' : text.charAt(i));
            i += dot ? DOT.length() - 1 : 0;
        }
        return dotted.toString().toLowerCase(Locale.ROOT);
    }
}
