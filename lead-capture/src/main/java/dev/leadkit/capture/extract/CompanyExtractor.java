package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the firm that the visitor owns or works for, by cues and structure alone: there is no list of firms.
 *
 * <p>Matches "my company is Fjord Boats", "company name: fjord boats", "I work at Fjord", "I'm Tove from Fjord Boats
 * Ltd", "on behalf of Fjord AS", "our shop is called Fjord", "ich arbeite bei Fjord", "I'm the manager at Fjord", "we
 * are Fjord &amp; Daughters", "Tove Lund, buyer, Fjord Ltd", and "fjord boats" after "What is your company's name?".
 *
 * <p>Nearly matches, and is not found: "my company is growing", "I work from home", "I work for a bank", "I'm from
 * Bergen", "I'm with Tove Lund", "I spoke to the manager at Fjord", "your company name"; rejected: "my wife works at
 * Fjord" ({@code third-party}).
 */
public final class CompanyExtractor implements Extractor<String> {
    private static final int MAX_FOUND = 8;

    private static final WordSet FILLERS = WordSet.of(
            "sure", "yes", "ok", "okay", "it's", "its", "it", "is", "the", "name", "of", "course", "well", "my", "our",
            "company", "that's", "that", "would", "be", "i", "am", "i'm", "im", "work", "at", "for", "from", "with",
            "um", "umm", "uh", "called", "we", "we're", "are", "a", "oh", "hi", "hello", "thanks");
    private static final WordSet NO_FIRM = WordSet.listed("""
            freelance freelancer freelancing self self-employed individual personal retired unemployed student n na none myself
            homemaker nobody nothing no private""");

    /** Has no settings. */
    public CompanyExtractor() {}

    @Override
    public String field() {
        return "company";
    }

    @Override
    public Extraction<String> extract(Turn turn) {
        Words words = turn.words();
        List<Candidate<String>> found = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < words.count() && found.size() + rejected.size() < MAX_FOUND; i++) {
            CompanyCue cue = CompanyCue.at(words, i);
            if (cue == null || cue.start() < free) {
                continue;
            }
            int end = CompanyRun.end(words, cue.start());
            if (!isFirm(words, cue, end)) {
                continue;
            }
            if (isSomebodyElses(words, i)) {
                rejected.add(new Rejected(field(), Span.ofWords(words, cue.start(), end), "third-party"));
            } else {
                found.add(candidate(words, cue, end));
            }
            free = end;
        }
        if (found.isEmpty() && rejected.isEmpty() && asksForCompany(turn.asked())) {
            addAnswer(words, found);
        }
        if (found.isEmpty() && rejected.isEmpty()) {
            addSigned(words, found);
        }
        return Extraction.of(found, rejected);
    }

    private static boolean isFirm(Words words, CompanyCue cue, int end) {
        int start = cue.start();
        if (end <= start) {
            return false;
        }
        boolean form = CompanyRun.hasForm(words, start, end);
        int first = words.is(start, "the") && end - start > 1 ? start + 1 : start;
        boolean ordinary = CommonWords.isOrdinary(words, first) || isWordForm(words, first);
        boolean named = words.isCapitalised(first) && !(ordinary && end - first == 1);
        boolean says = CompanyRun.saysWhatItIs(words, start, end);
        return switch (cue.kind()) {
            case LABEL -> !ordinary || named || says || end - start > 1 && words.startsSentence(end);
            case OWN, OWN_BARE, WORKPLACE -> form || named || says && !ordinary || !ordinary && endsCleanly(words, end);
            case BARE -> form || says && !ordinary;
            case WORKPLACE_IN, WORKPLACE_BARE ->
                form || says && !ordinary || isSmallAndLast(words, start, end, ordinary, cue);
            case COMES_FROM, ANSWER ->
                form && !ordinary
                        || introduced(words, start, end) && (named || says && !ordinary)
                        || isOurPlace(words, start, says, named);
            case WE_ARE -> named && (form || says || hasAmpersand(words, start, end));
            case TITLE_AT -> (named || form || says && !ordinary) && !Places.startsAt(words, start);
            case SIGNED -> true;
        };
    }

    /** "am working in fjord", where nobody writes capitals; a place cannot be told from a firm in capitals. */
    private static boolean isSmallAndLast(Words words, int start, int end, boolean ordinary, CompanyCue cue) {
        return cue.kind() == CompanyCue.Kind.WORKPLACE_IN
                && !ordinary
                && !words.isCapitalised(start)
                && !words.isCapitalised(0)
                && end - start == 1
                && words.startsSentence(end)
                && !Places.isPlace(words.folded(start));
    }

    /** "I'm Tove from Fjord", "this is Tove with Fjord", "we're from Fjord": who, then where from, and no place. */
    private static boolean introduced(Words words, int start, int end) {
        int from = start - 1;
        if (Places.startsAt(words, start) || words.is(from, "at") && !isCalling(words, from - 1)) {
            return false;
        }
        return isCalling(words, from - 1) || follows(words, from);
    }

    /** "We're from Fjord Boats", "I'm with Fjord Line": from where says little without a word for what it is. */
    private static boolean isOurPlace(Words words, int start, boolean says, boolean named) {
        int from = start - 1;
        boolean be = switch (words.foldedOrEmpty(from - 1)) {
            case "i'm", "im", "am", "we're", "are", "r" -> true;
            default -> false;
        };
        boolean with = words.is(from, "with") || words.is(from, "w");
        boolean ordinary = CommonWords.isOrdinary(words, start);
        return be && !Places.startsAt(words, start) && says && !ordinary && (named || with);
    }

    private static boolean hasAmpersand(Words words, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (words.gap(i) == '&') {
                return true;
            }
        }
        return false;
    }

    private static boolean isCalling(Words words, int word) {
        return switch (words.foldedOrEmpty(word)) {
            case "calling", "writing", "here", "reaching", "contacting" -> true;
            default -> false;
        };
    }

    /** A name with a capital after "I'm", "this is", "my name is". */
    private static boolean follows(Words words, int from) {
        int name = from - 1;
        while (name >= 0 && from - name <= 3 && words.isCapitalised(name) && words.gap(name + 1) == Words.BLANK) {
            NameCue cue = name > 0 ? NameCue.at(words, cueBefore(words, name)) : null;
            if (cue != null && cue.nameStart() == name && cue.refusal() == null && !cue.backwards()) {
                return !CommonWords.isOrdinary(words, name);
            }
            name--;
        }
        return false;
    }

    /** "I'm", "I am", "this is", "name is": the first word of the cue that may end before a name. */
    private static int cueBefore(Words words, int name) {
        return words.is(name - 1, "is") || words.is(name - 1, "am") ? Math.max(0, name - 2) : name - 1;
    }

    private static boolean isSomebodyElses(Words words, int cue) {
        for (int i = Math.max(0, cue - 3); i < cue; i++) {
            if (CompanyCue.isOther(words.folded(i)) && !Words.isSentenceEnd(words.gap(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** "growing", "interested": no names in lower case, whatever the list of ordinary words says. */
    private static boolean isWordForm(Words words, int word) {
        return !words.isCapitalised(word) && CommonWords.hasOrdinaryEnding(words.folded(word));
    }

    private static void addAnswer(Words words, List<Candidate<String>> found) {
        int start = 0;
        while (start < words.count() && FILLERS.has(words, start)) {
            start++;
        }
        int end = CompanyRun.end(words, start);
        boolean refused = end > start && end - start == 1 && CommonWords.isOrdinary(words, start)
                || NO_FIRM.has(words, start)
                || end > start && OwnershipWords.isOwner(words, start);
        if (end > start && !refused && endsCleanly(words, end)) {
            found.add(candidate(words, new CompanyCue(start, CompanyCue.Kind.ANSWER), end));
        }
    }

    /** "Tove Lund, buyer, Fjord Boats Ltd", or a line of its own below a name. */
    private static void addSigned(Words words, List<Candidate<String>> found) {
        for (int i = 1; i < words.count(); i++) {
            boolean form = CompanyRun.isForm(words, i);
            if (!form && !(CompanyRun.isKind(words, i) && words.isCapitalised(i))) {
                continue;
            }
            int start = CompanyRun.startOfWhole(words, i);
            boolean line = start > 0 && words.gap(start) == '\n' && i + 1 < words.count() && words.gap(i + 1) == '\n';
            boolean named = start < i && !CommonWords.isOrdinary(words, start);
            if (named && (form || line) && !isBehindCall(words, start)) {
                found.add(
                        candidate(words, new CompanyCue(start, CompanyCue.Kind.SIGNED), CompanyRun.end(words, start)));
                return;
            }
        }
    }

    /** "Hello Fjord Boats Ltd": whom the message is for. */
    private static boolean isBehindCall(Words words, int start) {
        return switch (words.foldedOrEmpty(start - 1)) {
            case "hi", "hello", "hey", "dear", "to" -> true;
            default -> false;
        };
    }

    private static boolean asksForCompany(@Nullable String asked) {
        if (asked == null) {
            return false;
        }
        Words words = Words.of(asked, Math.max(0, asked.length() - 300), asked.length());
        for (int i = 0; i < words.count(); i++) {
            boolean firm = CompanyCue.isFirmWord(words.folded(i))
                            && words.before(i).equals("your")
                    || CompanyCue.isFirmWord(words.folded(i)) && (words.is(i + 1, "name") || words.is(i - 1, "which"));
            boolean work = words.is(i, "you")
                    && words.is(i + 1, "work")
                    && (words.is(i + 2, "for") || words.is(i - 2, "where"));
            firm |= CompanyCue.isFirmWord(words.folded(i))
                    && (words.gap(i + 1) == '?' || words.gap(i + 1) == ':')
                    && (words.count() <= 3
                            || words.is(i - 2, "nome")
                            || words.is(i - 2, "nombre")
                            || words.is(i - 2, "nom"));
            if ((firm || work)
                    && (words.gap(words.count()) == '?' || asked.contains("?") || asked.contains("please"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsCleanly(Words words, int end) {
        return end >= words.count()
                || words.gap(end) != Words.BLANK
                || CommonWords.isFunction(words, end)
                || !CommonWords.isOrdinary(words, end);
    }

    private static Candidate<String> candidate(Words words, CompanyCue cue, int end) {
        return new Candidate<>(
                words.raw(cue.start(), end),
                Span.ofWords(words, cue.start(), end),
                cue.kind().confidence,
                cue.kind().code);
    }
}
