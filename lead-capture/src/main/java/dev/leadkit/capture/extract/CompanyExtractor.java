package dev.leadkit.capture.extract;

import dev.leadkit.capture.ownership.OwnershipWords;
import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the company that the visitor owns or works for: by cues, unless what stands around it speaks against it, and else by what stands
 * around it alone ({@link OwnNames}). There is no list of companies.
 *
 * <p>Matches "my company is Fjord Boats", "company name: fjord boats", "I work at Fjord", "I'm Tove from Fjord Boats
 * Ltd", "on behalf of Fjord AS", "our shop is called Fjord", "ich arbeite bei Fjord", "I'm the manager at Fjord", "we
 * are Fjord &amp; Daughters", "Tove Lund, buyer, Fjord Ltd", "fjord boats" after "What is your company's name?", and "Fjord Dental needs
 * forty licences".
 *
 * <p>Nearly matches, and is not found: "my company is growing", "I work from home", "I work for a bank", "I'm from
 * Bergen", "I'm with Tove Lund", "I spoke to the manager at Fjord", "my wife works at Fjord", "we buy from Fjord Boats", "your
 * company name"; rejected: "his company is Fjord Boats" ({@code third-party}).
 */
public final class CompanyExtractor implements Extractor<String> {
    private static final int MAX_FOUND = 8;

    private static final WordSet FILLERS = WordSet.listed("""
            sure yes ok okay it's its it is the name of course well my our company that's that would be i am i'm im work
            at for from with um umm uh called sorry oops whoops meant mean correction actually wait we we're are a oh hi hello thanks ya yeah moment currently business they're
            this""");
    private static final WordSet LED = WordSet.listed(
            "operations sales marketing finance hr engineering it support growth product people development success ti rh vendas ventas vendite compras finanzas recursos sistemas");
    private static final WordSet OF = WordSet.of("of", "de", "di", "da", "do");
    private static final WordSet NO_FIRM = WordSet.listed("""
            freelance freelancer freelancing self self-employed individual personal retired unemployed student n na none myself
            homemaker nobody nothing no private haven't havent hasn't isn't same undecided tbd whatever just
            me us mine new old both either""");

    /** Has no settings. */
    public CompanyExtractor() {}

    @Override
    public String field() {
        return "company";
    }

    @Override
    public Extraction<String> extract(Turn turn) {
        return turn.words().count() == 0 ? Extraction.nothing() : OwnNames.FIRMS.among(turn, told(turn));
    }

    /** What cues and places tell, whoever's it is. */
    Extraction<String> told(Turn turn) {
        Words words = turn.words();
        List<Candidate<String>> found = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < words.count() && found.size() + rejected.size() < MAX_FOUND; i++) {
            CompanyCue cue = CompanyCue.at(words, i);
            if (cue == null || cue.start() < free) {
                continue;
            }
            int end = cue.end() > 0 ? cue.end() : CompanyRun.end(words, cue.start());
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
        if (found.isEmpty() && rejected.isEmpty() && turn.asksCompany()) {
            addAnswer(words, turn.asked() != null && CompanyQuestion.asksForNameFirst(turn.asked()), found);
        }
        if (found.isEmpty() && rejected.isEmpty()) {
            SignatureFirm.add(words, found);
        }
        if (found.isEmpty() && turn.ascii() == AsciiText.NONE) {
            UnspacedFirm.add(turn.text(), found);
        }
        if (found.isEmpty() && rejected.isEmpty()) {
            boolean other = turn.asked() != null && !turn.asksName();
            FirmAlone.add(words, startOfAnswer(words), other, found);
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
            case OWN_BARE ->
                form || named || says && !ordinary || !ordinary && endsCleanly(words, end) && !words.is(end, "to");
            case OWN, WORKPLACE -> form || named || says && !ordinary || !ordinary && endsCleanly(words, end);
            case BARE -> form || says && !ordinary;
            case ORDERED ->
                form || says && !ordinary && !Places.startsAt(words, start) && (named || isListHead(words, start, end));
            case HERE -> says || OurFirm.isNoPerson(words, start, end);
            case OURS_BESIDE -> (named || says) && !ordinary;
            case MEMBER_OF ->
                !isCounted(words, start, end)
                        && !isLed(words, start, end)
                        && FirmIntroduction.stands(words, start)
                        && named
                        && (form || says || FirmIntroduction.isOfBearer(words, start, end));
            case WORKPLACE_IN, WORKPLACE_BARE ->
                form || says && !ordinary || isSmallAndLast(words, start, end, ordinary, cue);
            case COMES_FROM, ANSWER ->
                form && !ordinary
                        || FirmIntroduction.stands(words, start) && (named || says && !ordinary)
                        || FirmIntroduction.isOurPlace(words, first, says, named)
                        || named && first > start && words.is(end, "team"); // "from the Fjord Boats team"
            case WE_ARE -> named && (form || says || hasAmpersand(words, start, end) || isTwo(words, start, end));
            case OURS_APART -> named && (form || says) && !Places.startsAt(words, start);
            case TITLE_AT ->
                (named || form || !ordinary && (says || end - start > 1 && words.startsSentence(end)))
                        && !isLed(words, start, end)
                        && !isCounted(words, start, end)
                        && !Places.startsAt(words, start);
            case SIGNED, ALONE -> true;
        };
    }

    /** "Head of Sales Operations", which is a part of a company; not "head of Fjord Operations Ltd". */
    private static boolean isLed(Words words, int start, int end) {
        return OF.has(words, start - 1)
                && Workplace.isTitle(words, start - 2)
                && (LED.has(words, end - 1) || FirmWords.isDepartment(words, end - 1));
    }

    /** "8 dental clinics", not "360 Fjord". */
    private static boolean isCounted(Words words, int start, int end) {
        return words.isFigures(start) && end - start > 1 && !words.isCapitalised(start + 1);
    }

    /** "am working in fjord", where nobody writes capitals; a place cannot be told from a company in capitals. */
    private static boolean isSmallAndLast(Words words, int start, int end, boolean ordinary, CompanyCue cue) {
        return cue.kind() == CompanyCue.Kind.WORKPLACE_IN
                && !ordinary
                && !words.isCapitalised(start)
                && !words.isCapitalised(0)
                && end - start == 1
                && words.startsSentence(end)
                && !Places.isPlace(words.folded(start));
    }

    private static boolean hasAmpersand(Words words, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (words.gap(i) == '&') {
                return true;
            }
        }
        return false;
    }

    /** "We're Fjord Biostats", not "we're Tove and Bo", "we're New Yorkers". */
    private static boolean isTwo(Words words, int start, int end) {
        boolean two = end - start == 2 && !words.is(end, "and") && !Places.startsAt(words, start);
        return two && words.isCapitalised(start + 1) && !CommonWords.isOrdinary(words, start) && end < words.count();
    }

    /** "reorder for fjord boat works: ten …". */
    private static boolean isListHead(Words words, int start, int end) {
        return end - start > 2 && end < words.count() && words.gap(end) == ':';
    }

    private static boolean isSomebodyElses(Words words, int cue) {
        for (int i = cue - 1; i >= Math.max(0, cue - 3) && !words.startsSentence(i + 1); i--) {
            boolean title = words.isCapitalised(i) && words.isCapitalised(i + 1); // "the Vendor Management Team at"
            if (CompanyCue.isOther(words.folded(i)) && !title) {
                return true;
            }
        }
        return false;
    }

    /** "growing", "interested": no names in lower case, whatever the list of ordinary words says. */
    private static boolean isWordForm(Words words, int word) {
        return !words.isCapitalised(word) && CommonWords.hasOrdinaryEnding(words.folded(word));
    }

    private static int startOfAnswer(Words words) {
        int start = 0;
        while (start < words.count() && FILLERS.has(words, start)) {
            start++;
        }
        return words.is(start - 1, "the") && words.isCapitalised(start - 1) ? start - 1 : start; // "The Gilded Fjord"
    }

    /** @param second whether the first part of it answers something else */
    private static void addAnswer(Words words, boolean second, List<Candidate<String>> found) {
        int start = Math.max(startOfAnswer(words), behindNameIs(words));
        int end = CompanyRun.end(words, start);
        if (second && end > start && end < words.count() && ",/-–|\n".indexOf(words.gap(end)) >= 0) {
            start = end; // "jane, fjord boats"
            end = CompanyRun.end(words, start);
        }
        if (end > start && end == words.count() - 1 && words.gap(end) == Words.BLANK && isPart(words, end)) {
            end++; // "Fjord collections"
        }
        boolean ordinary = end > start && CommonWords.isOrdinary(words, start);
        boolean number = end > start && words.startsWithDigit(start) && !words.isCapitalised(end - 1);
        boolean kind = end - start == 1
                && (FirmWords.isKind(words, start)
                        || CompanyLabel.isFirmOrVenue(words, start)); // "Institution (academic)"
        boolean what = isArticle(words, start - 1) && !words.isCapitalised(start); // "a small organisation"
        boolean refused = kind
                || what
                || end - start == 1 && (ordinary || isWordForm(words, start))
                || ordinary && !words.isCapitalised(start) && !isSmallName(words, start, end)
                || number && !CompanyRun.saysWhatItIs(words, start, end)
                || NO_FIRM.has(words, start)
                || isPlace(words, start, end)
                || end > start && OwnershipWords.isOwner(words, start);
        if (end > start && !refused && endsCleanly(words, end)) {
            found.add(candidate(words, new CompanyCue(start, CompanyCue.Kind.ANSWER), end));
        }
    }

    /** "Oslo", "our Oslo branch", not "Oslo Fashion Store". */
    private static boolean isPlace(Words words, int start, int end) {
        return Places.startsAt(words, start) && (Places.areAll(words, start, end) || !words.isCapitalised(end - 1));
    }

    /** In "it's a small company from Oslo, the name is …" the word behind; 0 where that is not said. */
    private static int behindNameIs(Words words) {
        for (int i = 0; i + 3 < words.count(); i++) {
            if (words.is(i, "the") && words.is(i + 1, "name") && words.is(i + 2, "is")) {
                return i + 3;
            }
        }
        return 0;
    }

    private static boolean isPart(Words words, int word) {
        return !CommonWords.isFunction(words, word)
                && !words.startsWithDigit(word)
                && !CompanyRun.carriesOn(words, word);
    }

    static boolean isArticle(Words words, int word) {
        return words.is(word, "a") || words.is(word, "an");
    }

    /** "blue fjord pools": the whole answer, and more than ordinary words. */
    private static boolean isSmallName(Words words, int start, int end) {
        boolean named = CompanyRun.saysWhatItIs(words, start, end);
        for (int i = start; i < end && end == words.count(); i++) {
            named |= !CommonWords.isOrdinary(words, i) && !isWordForm(words, i) && end - start > 1;
        }
        return named;
    }

    private static boolean endsCleanly(Words words, int end) {
        return end >= words.count()
                || words.gap(end) != Words.BLANK
                || CommonWords.isFunction(words, end)
                || !CommonWords.isOrdinary(words, end);
    }

    static Candidate<String> candidate(Words words, CompanyCue cue, int end) {
        int start = end - cue.start() > 1 ? Workplace.skipThe(words, cue.start()) : cue.start();
        Span span = Span.ofWords(words, start, end);
        boolean dotted = isDotted(words, end);
        return new Candidate<>(
                words.raw(start, end) + (dotted ? "." : ""),
                dotted ? new Span(span.start(), span.end() + 1) : span,
                cue.kind().confidence,
                cue.kind().code);
    }

    /** The last point of "S.r.l." belongs to it. */
    private static boolean isDotted(Words words, int end) {
        return end > 1
                && words.isBefore(end - 1, '.')
                && words.isBefore(end - 2, '.')
                && words.length(end - 2) == 1
                && words.start(end - 1) - words.end(end - 2) == 1;
    }
}
