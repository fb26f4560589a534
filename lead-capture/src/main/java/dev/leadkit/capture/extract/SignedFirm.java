package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.Words;
import java.util.List;

/**
 * Finds a firm below or beside its bearer's name: "Tove Lund, buyer, Fjord Boats Ltd", "Growth Lead, Fjord" or "Fjord Boats" in a line
 * of a signature, "Tove Lund (Fjord Ceramics)".
 *
 * <p>Not "Hello Fjord Boats Ltd", "Events Coordinator".
 */
final class SignedFirm {
    private static final int MAX_TITLE = 3;

    private SignedFirm() {}

    /** "Tove Lund, buyer, Fjord Boats Ltd", or a line of its own below a name. */
    static void add(Words words, List<Candidate<String>> found) {
        for (int i = 1; i < words.count(); i++) {
            int line = signedLine(words, i);
            if (line > i) {
                found.add(CompanyExtractor.candidate(words, new CompanyCue(i, CompanyCue.Kind.SIGNED), line));
                return;
            }
            boolean form = CompanyRun.isForm(words, i);
            if (!form && !(CompanyRun.isKind(words, i) && words.isCapitalised(i))) {
                continue;
            }
            int start = CompanyRun.startOfWhole(words, i);
            boolean own = start > 0 && words.gap(start) == '\n' && (i + 1 >= words.count() || words.gap(i + 1) == '\n');
            boolean titled =
                    words.gap(start) == ',' && Workplace.isTitle(words, start - 1) && words.isCapitalised(start - 1);
            boolean named = start < i && !CommonWords.isOrdinary(words, start);
            if (named && (form || own || titled || isBesideName(words, start)) && !isBehindCall(words, start)) {
                found.add(CompanyExtractor.candidate(
                        words, new CompanyCue(start, CompanyCue.Kind.SIGNED), CompanyRun.end(words, start)));
                return;
            }
        }
    }

    /** "Growth Lead, Fjord" or "Clínica Fjord" in a line of its own below a name. */
    private static int signedLine(Words words, int i) {
        boolean titled = words.gap(i) == ',' && Workplace.isTitle(words, i - 1) && isLineOfTitle(words, i - 1);
        boolean kind = words.gap(i) == '\n' && (CompanyRun.isKind(words, i) || isBelowBearer(words, i));
        int end = titled || kind ? CompanyRun.end(words, i) : i;
        boolean closes = end == words.count() || words.gap(end) == '\n' || kind && words.gap(end) == ',';
        boolean role = end > i && Workplace.isTitle(words, end - 1); // "Events Coordinator"
        return closes && !role && words.isCapitalised(i) && (titled && !CommonWords.isOrdinary(words, i) || end - i > 1)
                ? end
                : i;
    }

    /** "Jane Doe\nDoe &amp; Daughter Books": the line above is a name of which it has a word, or a name and it an ampersand. */
    private static boolean isBelowBearer(Words words, int line) {
        int start = line - 1;
        while (start > 0 && line - start < MAX_TITLE && words.gap(start) == Words.BLANK) {
            start--;
        }
        boolean name = line - start > 1
                && words.startsSentence(start)
                && NameRun.end(words, start, NameCue.Strength.CLEAR) == line;
        boolean firm = false;
        int end = CompanyRun.end(words, line);
        for (int i = line; i < end && name; i++) {
            firm |= i > line && words.gap(i) == '&' || words.is(i, words.folded(line - 1));
        }
        return firm && end - line > 1;
    }

    private static boolean isLineOfTitle(Words words, int title) {
        int start = title;
        while (start > 0 && title - start < MAX_TITLE && words.gap(start) == Words.BLANK) {
            start--;
        }
        return start > 0 && words.gap(start) == '\n' && words.isCapitalised(start);
    }

    /** "… attn Tove Lund, Fjord Boats" ends a message, or "Tove Lund (Fjord Boats)". */
    private static boolean isBesideName(Words words, int start) {
        boolean name = start > 1 && isNameWord(words, start - 1) && isNameWord(words, start - 2);
        int end = CompanyRun.end(words, start);
        boolean last = end == words.count() || ContactRun.startsAt(words, end);
        return name
                && words.gap(start - 1) == Words.BLANK
                && (words.gap(start) == '(' || words.gap(start) == ',' && last);
    }

    private static boolean isNameWord(Words words, int word) {
        return words.isCapitalised(word) && !CommonWords.isOrdinary(words, word);
    }

    /** "Hello Fjord Boats Ltd": whom the message is for. */
    static boolean isBehindCall(Words words, int start) {
        return switch (words.foldedOrEmpty(start - 1)) {
            case "hi", "hello", "hey", "dear", "to" -> true;
            default -> false;
        };
    }
}
