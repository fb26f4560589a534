package dev.leadkit.capture.extract;

import dev.leadkit.capture.notation.AddressPieces;
import dev.leadkit.capture.notation.SpokenDomain;
import dev.leadkit.capture.notation.SpokenLocal;
import dev.leadkit.capture.notation.SpokenMark;
import dev.leadkit.capture.notation.SpokenSign;
import dev.leadkit.capture.ownership.Ownership;
import dev.leadkit.capture.text.AddressWords;
import dev.leadkit.capture.text.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads an address that was spoken or disguised, such as "jane dot doe at acme dot com", around its sign. */
final class SpokenEmail {
    private static final int SIDE = 120;

    /** What may follow "at". */
    private static final List<String> CALLED = List.of(" sign", " symbol", "-sign", "-symbol");

    private SpokenEmail() {}

    /** Whether a spoken dot and a label follow, or what a phone makes of "gmail.com". */
    static boolean isDotAhead(Turn turn, int from) {
        Words words = turn.words().within(from, Math.min(turn.text().length(), from + 40));
        boolean dot =
                words.count() >= 2 && SpokenDomain.isDot(words, 0, AddressWords.DOTS) && SpokenDomain.isQuiet(words, 0);
        return dot || SpokenDomain.endsHost(turn.text(), from);
    }

    /**
     * @param sign the place of an {@code @} or of the word "at" or "ät"
     * @return the end of the address if one was found or rejected, else -1
     */
    static int read(Turn turn, int sign, int free, List<Candidate<String>> found, List<Rejected> rejected) {
        String text = turn.text();
        boolean written = text.charAt(sign) == '@';
        int after = written ? sign + 1 : endOfWord(text, sign + 2);
        if (!SpokenDomain.mayBe(text, after, Math.min(text.length(), after + SIDE))
                || written && !isEven(text, sign) && !isBeforeProvider(turn, sign)) {
            return -1;
        }
        SpokenSign said = written ? SpokenSign.WRITTEN : text.charAt(sign) == 'ä' ? SpokenSign.AET : SpokenSign.AT;
        return read(turn, new Span(sign, after), said, free, found, rejected);
    }

    /**
     * @param sign where it stands
     * @return as above
     */
    static int read(
            Turn turn, Span sign, SpokenSign said, int free, List<Candidate<String>> found, List<Rejected> rejected) {
        String text = turn.text();
        boolean bracketed = isBracketed(text, sign.start(), sign.end());
        boolean marked = said == SpokenSign.WRITTEN || bracketed;
        Words right = turn.words().within(sign.end(), Math.min(text.length(), sign.end() + SIDE));
        boolean plain = said == SpokenSign.AT && !bracketed;
        SpokenDomain domain = SpokenDomain.at(text, right, plain ? SpokenMark.PLAIN_DOTS : AddressWords.DOTS);
        if (domain == null) {
            return -1;
        }
        int leftFrom = Words.wholeFrom(text, free, Math.max(free, sign.start() - SIDE), sign.start());
        Words left = turn.words().within(leftFrom, sign.start());
        SpokenLocal local = SpokenLocal.before(text, left, said);
        if (local == null) {
            return -1;
        }
        boolean word = local.isWord();
        boolean place =
                domain.isJoined() && left.is(local.first() - 1, "the"); // "at the office at fjord boats dot com"
        if (!bracketed && word && (place || local.isOrdinary())) {
            return -1;
        }
        boolean asked = asksForOne(turn.asked());
        boolean evident = marked
                || said.isCertain()
                || local.isTold()
                || !word && !domain.isJoined()
                || domain.isOfProvider()
                || asked
                || hasCue(left, local.first())
                || local.first() == 0 && left.gap(0) != Words.BLANK && domain.isLast();
        if (!evident) {
            return -1;
        }
        Span span = new Span(left.start(local.first()), domain.end());
        boolean cut = local.isCut(marked, asked && leftFrom == 0)
                || AddressPieces.isBrokenBehind(text, turn.words(), domain.end());
        String objection = cut ? "cut" : Ownership.objection(turn.reply(), span.start(), span.end());
        if (objection != null) {
            rejected.add(new Rejected("email", span, objection));
        } else {
            found.add(new Candidate<>(local + "@" + domain, span, marked ? 0.9 : 0.8, "spoken-address"));
        }
        return domain.end();
    }

    /** "at", "at sign", "at symbol". */
    private static int endOfWord(String text, int end) {
        if (end + 1 >= text.length() || text.charAt(end + 1) != 's') {
            return end; // as nearly always
        }
        for (String called : CALLED) {
            if (text.startsWith(called, end)) {
                return end + called.length();
            }
        }
        return end;
    }

    /** An at sign with a blank on both sides or on none; "is @fjord" names an account. */
    private static boolean isEven(String text, int at) {
        if (at == 0 || at + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        if (Character.isLetterOrDigit(before)) {
            return Character.isLetterOrDigit(after);
        }
        return before == ' ' && after == ' ' || isBracketed(text, at, at + 1);
    }

    /** "jane@ gmail.com", "jane @gmail.com": a blank on one side, and where everybody may have a mailbox. */
    private static boolean isBeforeProvider(Turn turn, int at) {
        String text = turn.text();
        boolean parted =
                at > 0 && at + 1 < text.length() && (text.charAt(at - 1) == ' ') != (text.charAt(at + 1) == ' ');
        Words right = turn.words().within(at + 1, Math.min(text.length(), at + SIDE));
        SpokenDomain domain = parted ? SpokenDomain.at(text, right, AddressWords.DOTS) : null;
        return domain != null && domain.isOfProvider();
    }

    private static boolean isBracketed(String text, int at, int after) {
        return at > 0
                && after < text.length()
                && "([{<_-*\"'|".indexOf(text.charAt(at - 1)) >= 0
                && ")]}>_-*\"'|".indexOf(text.charAt(after)) >= 0;
    }

    private static boolean hasCue(Words left, int first) {
        for (int i = Math.max(0, first - 8); i < first; i++) {
            if (SpokenLocal.CUES.has(left, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean asksForOne(@Nullable String asked) {
        if (asked == null) {
            return false;
        }
        String folded = asked.toLowerCase(Locale.ROOT);
        return folded.contains("mail") || folded.contains("correo");
    }
}
