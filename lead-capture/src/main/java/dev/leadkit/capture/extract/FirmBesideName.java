package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.CompanyCue.Kind;
import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;

/**
 * Finds the firm that stands beside its bearer's name, between marks: "Jane Doe, Doe &amp; Roe Solicitors", "Jane Doe, procurement,
 * Fjord County Schools", "Jane Doe, Fjord, jane@fjord.example", and "Jane Doe, Fjord" where both were asked for.
 *
 * <p>Not "Jane Doe, New York", "Jane Doe, room 12", "Jane Doe, Friday", "Jane Doe, Events Coordinator".
 */
final class FirmBesideName {
    private static final int MAX_WORDS_BETWEEN = 8;

    private static final WordSet STREETS = WordSet.listed("""
            street st road rd avenue ave lane ln drive dr court ct way square floor suite apt terrace place boulevard blvd
            close crescent gardens hill park room unit county city team support service services success resources
            development department dept payable receivable payroll accounts""");

    private FirmBesideName() {}

    static void add(Words words, boolean asked, List<Candidate<String>> found) {
        int opening = OpeningName.skipGreeting(words);
        addBeside(words, opening, asked, found);
        for (int i = opening + 1; i < words.count() && found.isEmpty(); i++) {
            if (words.startsSentence(i) || isDashed(words, i)) {
                addBeside(words, i, false, found);
            }
        }
    }

    /** "… thanks - Jane Doe, Acme Press". */
    private static boolean isDashed(Words words, int word) {
        return words.gap(word) == '-' && words.start(word) - words.end(word - 1) > 1;
    }

    private static void addBeside(Words words, int first, boolean asked, List<Candidate<String>> found) {
        if (first >= words.count() || !words.isCapitalised(first)) {
            return;
        }
        int name = NameRun.end(words, first, Strength.CLEAR);
        boolean two = name - first > 1 || asked && name > first;
        if (!two || name >= words.count() || words.gap(name) == Words.BLANK) {
            return;
        }
        for (int i = name; i < Math.min(words.count(), name + MAX_WORDS_BETWEEN); i++) {
            int end = CompanyRun.end(words, i);
            if (isPart(words, i, end) && isFirm(words, first, name, i, end, asked && i == name)) {
                found.add(CompanyExtractor.candidate(words, new CompanyCue(i, Kind.BESIDE_NAME), end));
                return;
            }
            if (i > name && Words.isSentenceEnd(words.gap(i)) && words.gap(i) != '\n' && !isInAddress(words, i)) {
                return;
            }
        }
    }

    /** It begins with a capital behind a mark, and a mark or the end follows it. */
    private static boolean isPart(Words words, int start, int end) {
        char gap = words.gap(start);
        boolean opens = gap == ','
                || gap == '|'
                || gap == '•'
                || gap == '·'
                || gap == '('
                || gap == '\n'
                || gap == '-'
                || gap == '/';
        boolean closes = end >= words.count() || words.gap(end) != Words.BLANK && words.gap(end) != '@';
        return opens && closes && end > start && words.isCapitalised(start) && !Places.startsAt(words, start);
    }

    private static boolean isFirm(Words words, int first, int name, int start, int end, boolean asked) {
        boolean ordinary = CommonWords.isOrdinary(words, start) || Workplace.isTitle(words, start);
        return asked && !ordinary
                || CompanyRun.saysWhatItIs(words, start, end) && !isRole(words, end - 1)
                || end - start > 1 && !ordinary && sharesWord(words, first, name, start, end)
                || start == name && (isLong(words, start, end) || isLastPart(words, start, end))
                || !ordinary && isOfAddress(words, start, end);
    }

    /** "Events Coordinator", not "Acme Marketing", which is a kind of firm too. */
    private static boolean isRole(Words words, int last) {
        return Workplace.isTitle(words, last) && !CompanyRun.isKind(words, last);
    }

    /** "Jane Doe, Acme Press" and nothing else in the sentence: two capitals that are no title and no street. */
    private static boolean isLastPart(Words words, int start, int end) {
        boolean two = end - start == 2 && words.startsSentence(end);
        for (int i = start; i < end && two; i++) {
            two = words.isCapitalised(i)
                    && words.gap(i + 1) != ':'
                    && !Workplace.isTitle(words, i)
                    && !CommonWords.isFunction(words, i)
                    && !STREETS.has(words, i)
                    && !words.startsWithDigit(i);
        }
        return two && !CommonWords.isOrdinary(words, end - 1) && !NameRun.isTitle(words, start);
    }

    /** "Fjord Valley Hosiery.": three capitals, as few titles and places have. */
    private static boolean isLong(Words words, int start, int end) {
        int capitals = 0;
        for (int i = start; i < end; i++) {
            if (Workplace.isTitle(words, i)) {
                return false;
            }
            capitals += words.isCapitalised(i) && !CommonWords.isOrdinary(words, i) ? 1 : 0;
        }
        return capitals > 2 && !words.startsWithDigit(end - 1);
    }

    private static boolean sharesWord(Words words, int first, int name, int start, int end) {
        for (int i = first; i < name; i++) {
            for (int k = start; k < end; k++) {
                if (words.is(k, words.folded(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The first address of the message is at a domain called so: "Fjord Boats" at "fjordboats.example". */
    private static boolean isOfAddress(Words words, int start, int end) {
        for (int i = 1; i < words.count(); i++) {
            if (words.gap(i) == '@') {
                return isSpelledIn(words, start, end, words.folded(i));
            }
        }
        return false;
    }

    private static boolean isSpelledIn(Words words, int start, int end, String domain) {
        var letters = new StringBuilder(domain.length());
        for (int i = start; i < end && letters.length() < domain.length(); i++) {
            letters.append(words.folded(i));
        }
        String plain = domain.replace("-", "");
        return plain.contentEquals(letters);
    }

    private static boolean isInAddress(Words words, int word) {
        return words.gap(word) == '.' && words.start(word) - words.end(word - 1) == 1;
    }
}
