package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.Words;
import java.util.List;

/**
 * Finds the company in the signature that ends a message: below or beside a name and what its bearer is there.
 *
 * <p>Matches "Jane Doe\nProduction Manager, Acme", "Jane Doe | CTO | Acme", "Regards,\nJane\nHead of Sales\nAcme", "Jane Doe\nHead of
 * Sales at Acme".
 *
 * <p>Nearly matches, and is not found: "Jane Doe\nSales Manager\nOslo", "Jane Doe\nBuyer" above more text, "Jane Doe, the manager".
 */
final class SignatureFirm {
    /** The most words from the name to the end of the message. */
    private static final int MAX_SIGNATURE = 32;

    /** With them what somebody is ends. */
    private static final List<String> BEARERS =
            List.of("er", "or", "ist", "ant", "ent", "ive", "ian", "eur", "ière", "ador", "ero", "era");

    private static final String APART = "\n,|·•-–—/(";

    private SignatureFirm() {}

    static void add(Words words, List<Candidate<String>> found) {
        for (int i = Math.max(0, words.count() - MAX_SIGNATURE); i < words.count() && found.isEmpty(); i++) {
            if (words.isCapitalised(i) && words.startsSentence(i)) {
                addBehindName(words, i, NameRun.end(words, i, Strength.CLEAR), found);
            }
        }
    }

    private static void addBehindName(Words words, int name, int end, List<Candidate<String>> found) {
        int close = contact(words, end);
        boolean whole = end - name > 1 || end > name && isSignedOff(words, name);
        if (!whole || end >= close || isSpoken(words, end, close)) {
            return;
        }
        boolean titled = false;
        for (int part = end; part < close; part = endOfPart(words, part)) {
            int last = endOfPart(words, part);
            int firm = behindAt(words, part, last);
            boolean bearer = last - part == 1 && isOfName(words, part, name, end);
            boolean told = firm > part
                    || titled && !bearer
                    || isSignedOff(words, name) && isLastLine(words, part, last, close);
            if (told && isFirm(words, firm, last)) {
                found.add(CompanyExtractor.candidate(words, new CompanyCue(firm, CompanyCue.Kind.SIGNED), last));
                return;
            }
            titled |= hasTitle(words, part, last);
        }
    }

    /** "Regards,\nJane Doe\nFjord Taxi", with her address below or not: two capitals or more, and not what she is. */
    private static boolean isLastLine(Words words, int part, int last, int close) {
        boolean capitals = last == close && last - part > 1 && words.gap(part) == '\n';
        for (int i = part; i < last && capitals; i++) {
            capitals = words.isCapitalised(i) && words.length(i) > 1 && !CommonWords.isFunction(words, i);
        }
        return capitals && !FirmWords.isDepartment(words, last - 1) && !isOfBearers(words.folded(last - 1));
    }

    /** "Designer", "Operator", "Assistant". */
    private static boolean isOfBearers(String folded) {
        return BEARERS.stream().anyMatch(folded::endsWith);
    }

    private static boolean isOfName(Words words, int word, int name, int end) {
        for (int i = name; i < end; i++) {
            if (words.is(i, words.folded(word))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSignedOff(Words words, int name) {
        NameCue cue = name == 0 ? null : NameCue.at(words, name - 1);
        return cue != null && cue.code().equals(NameCue.SIGN_OFF) && cue.nameStart() == name;
    }

    /** The first word of a number or an address, with which the company is told. */
    private static int contact(Words words, int from) {
        int at = from;
        while (at < words.count() && !ContactRun.startsAt(words, at)) {
            at++;
        }
        return at;
    }

    /** A sentence stands in it, so that it is no signature. */
    private static boolean isSpoken(Words words, int from, int close) {
        for (int i = from; i < close; i++) {
            char gap = words.gap(i);
            if (gap == '?' || gap == '!' || gap == '.' && !words.isCapitalised(i) && !words.startsWithDigit(i)) {
                return true;
            }
        }
        return APART.indexOf(words.gap(from)) < 0;
    }

    private static int endOfPart(Words words, int part) {
        int end = part + 1;
        while (end < words.count() && APART.indexOf(words.gap(end)) < 0) {
            end++;
        }
        return end;
    }

    /** The word behind "Head of Sales at", or {@code part} where none of that stands. */
    private static int behindAt(Words words, int part, int last) {
        for (int i = part + 1; i < last; i++) {
            if ((words.is(i, "at") || words.gap(i) == '@') && hasTitle(words, part, i)) {
                return words.gap(i) == '@' ? i : i + 1;
            }
        }
        return part;
    }

    private static boolean hasTitle(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Workplace.isTitle(words, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFirm(Words words, int start, int last) {
        int end = CompanyRun.end(words, start);
        return end == last
                && words.isCapitalised(start)
                && !hasTitle(words, start, last)
                && !Places.startsAt(words, start)
                && !words.startsWithDigit(start)
                && !(end - start == 1 && CommonWords.isOrdinary(words, start))
                && !NumberCue.isContactLabel(words, start);
    }
}
