package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the firm that the visitor owns or works for, by cues and structure alone: there is no list of firms.
 *
 * <p>Matches "my company is Fjord Boats", "company name: fjord boats", "I work at Fjord", "I'm Tove from Fjord Boats
 * Ltd", "on behalf of Fjord AS", "our shop is called Fjord", "ich arbeite bei Fjord", and "fjord boats" after "What is your
 * company's name?".
 *
 * <p>Nearly matches, and is not found: "my company is growing", "I work from home", "I work for a bank", "I'm from
 * Bergen", "your company name"; rejected: "my wife works at Fjord" ({@code third-party}).
 */
public final class CompanyExtractor implements Extractor<String> {
    private static final int MAX_FOUND = 8;

    private static final double SAID = 0.9;
    private static final double ANSWERED = 0.85;
    private static final double WORKS_THERE = 0.8;
    private static final double COMES_FROM = 0.7;

    private static final Set<String> FIRMS = Set.of(
            "company",
            "companny",
            "company's",
            "business",
            "firm",
            "employer",
            "organisation",
            "organization",
            "agency",
            "startup",
            "start-up",
            "firma",
            "unternehmen",
            "empresa",
            "entreprise",
            "société",
            "azienda",
            "bedrijf");

    /** They have names too, which a visitor tells only with "called" or "name". */
    private static final Set<String> SHOPS = Set.of("shop", "store", "restaurant", "studio", "hotel", "school", "club");

    private static final Set<String> OURS =
            Set.of("my", "our", "meine", "unsere", "mein", "unser", "mi", "nuestra", "ma", "notre", "mijn", "onze");
    private static final Set<String> NAME = Set.of("name", "name's", "names");
    private static final Set<String> IS = Set.of("is", "ist", "es", "est", "è", "heißt", "heisst", "was", "s");
    private static final Set<String> CALLED = Set.of("called", "named");
    private static final Set<String> FILLERS = Set.of(
            "sure", "yes", "ok", "okay", "it's", "its", "it", "is", "the", "name", "of", "course", "well", "my", "our",
            "company", "that's", "that", "would", "be", "i", "am", "i'm", "im", "work", "at", "for", "from", "with");
    private static final Set<String> OTHERS = Set.of(
            "wife",
            "husband",
            "friend",
            "colleague",
            "brother",
            "sister",
            "son",
            "daughter",
            "he",
            "she",
            "they",
            "father",
            "mother",
            "dad",
            "mom",
            "partner",
            "boss",
            "his",
            "her",
            "their");

    /** Has no settings. */
    public CompanyExtractor() {}

    @Override
    public String field() {
        return "company";
    }

    /** Where a company's name should follow. */
    private record Cue(int start, double confidence, String code) {}

    @Override
    public Extraction<String> extract(Turn turn) {
        Words words = Words.of(turn.text());
        List<Candidate<String>> found = new ArrayList<>(1);
        List<Rejected> rejected = new ArrayList<>(1);
        int free = 0;
        for (int i = 0; i < words.count() && found.size() + rejected.size() < MAX_FOUND; i++) {
            Cue cue = cue(words, i);
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
        return Extraction.of(found, rejected);
    }

    private static @Nullable Cue cue(Words words, int i) {
        String word = words.folded(i);
        if (FIRMS.contains(word)) {
            return named(words, i, true);
        }
        if (SHOPS.contains(word)) {
            return named(words, i, false);
        }
        return switch (word) {
            case "work", "working", "employed" -> worksAt(words, i);
            case "arbeite" -> words.is(i + 1, "bei") || words.is(i + 1, "für") ? there(i + 2) : null;
            case "travaille" -> words.is(i + 1, "chez") || words.is(i + 1, "pour") ? there(i + 2) : null;
            case "trabajo" -> words.is(i + 1, "en") || words.is(i + 1, "para") ? there(i + 2) : null;
            case "behalf" -> words.is(i + 1, "of") ? there(i + 2) : null;
            case "represent", "representing" -> there(i + 1);
            case "from", "with", "at", "von", "de" -> comesFrom(words, i);
            default -> null;
        };
    }

    private static Cue there(int start) {
        return new Cue(start, WORKS_THERE, "workplace");
    }

    /** @param plainly whether "is" alone tells the name, as of a company, or "called" is wanted, as of a shop */
    private static @Nullable Cue named(Words words, int firm, boolean plainly) {
        boolean ours = OURS.contains(words.before(firm)) || OTHERS.contains(words.before(firm));
        boolean label = ours || opens(words, firm);
        int next = firm + 1;
        if (NAME.contains(words.foldedOrEmpty(next))) {
            return labelled(words, firm, label);
        }
        boolean called = CALLED.contains(words.foldedOrEmpty(next));
        boolean isCalled = IS.contains(words.foldedOrEmpty(next)) && CALLED.contains(words.foldedOrEmpty(next + 1));
        if (called || isCalled) {
            return ours || called && isOneOfOurs(words, firm)
                    ? new Cue(called ? next + 1 : next + 2, SAID, "own-company")
                    : null;
        }
        if (!plainly) {
            return null;
        }
        if (label && next < words.count() && isMark(words.gap(next))) {
            return new Cue(next, SAID, "company-label");
        }
        if (IS.contains(words.foldedOrEmpty(next))) {
            boolean nameOfIt = words.is(firm - 2, "of") && words.is(firm - 3, "name");
            return label || nameOfIt || words.before(firm).equals("the")
                    ? new Cue(next + 1, SAID, "own-company")
                    : null;
        }
        return label ? new Cue(next, COMES_FROM, ours ? "own-company" : "company-bare") : null;
    }

    /** "company name is …", "my company's name: …", "company name …". */
    private static @Nullable Cue labelled(Words words, int firm, boolean label) {
        int name = firm + 1;
        boolean linked = IS.contains(words.foldedOrEmpty(name + 1)) || words.is(name, "name's");
        boolean marked = name + 1 < words.count() && isMark(words.gap(name + 1));
        int start = IS.contains(words.foldedOrEmpty(name + 1)) ? name + 2 : name + 1;
        boolean said = linked || marked || label || words.startsSentence(CompanyRun.end(words, start));
        return said && !isYours(words, firm) ? new Cue(start, SAID, "company-label") : null;
    }

    /** A sentence, a part behind a comma or "and", or what follows a number that answered something else. */
    private static boolean opens(Words words, int firm) {
        return words.startsSentence(firm)
                || words.gap(firm) == ','
                || words.is(firm - 1, "and")
                || Character.isDigit(words.folded(firm - 1).charAt(0));
    }

    /** "I have a shop called …", "for a company called …". */
    private static boolean isOneOfOurs(Words words, int firm) {
        return switch (words.is(firm - 1, "a") || words.is(firm - 1, "an") ? words.before(firm - 1) : "") {
            case "have", "own", "run", "owns", "running" -> true;
            case "for", "at", "with" -> words.is(firm - 3, "work") || words.is(firm - 3, "working");
            default -> false;
        };
    }

    /** "I work at …", "am working for …", "we are employed by …", not "it works with …". */
    private static @Nullable Cue worksAt(Words words, int work) {
        String who = words.before(work);
        boolean visitor = switch (who) {
            case "i", "we", "i'm", "im", "am", "we're", "are", "currently", "also", "been", "now", "who" -> true;
            default -> words.startsSentence(work) || OTHERS.contains(who);
        };
        String where = words.foldedOrEmpty(work + 1);
        boolean there = where.equals("at") || where.equals("for") || where.equals("by");
        if (!visitor || !(there || where.equals("in") || where.equals("with"))) {
            return words.is(work, "working") && visitor ? new Cue(work + 1, COMES_FROM, "workplace-bare") : null;
        }
        return there ? there(work + 2) : new Cue(work + 2, COMES_FROM, "workplace-in");
    }

    /** "I'm Tove from Fjord", "we're with Fjord", "calling from Fjord". */
    private static @Nullable Cue comesFrom(Words words, int from) {
        return from > 0 && words.gap(from) == Words.BLANK ? new Cue(from + 1, COMES_FROM, "comes-from") : null;
    }

    private static boolean isFirm(Words words, Cue cue, int end) {
        int start = cue.start();
        if (end <= start) {
            return false;
        }
        boolean form = CompanyRun.hasForm(words, start, end);
        int first = words.is(start, "the") && end - start > 1 ? start + 1 : start;
        boolean ordinary = CommonWords.isOrdinary(words.folded(first)) || isWordForm(words, first);
        boolean named = words.isCapitalised(first) && !(ordinary && end - first == 1);
        boolean says = CompanyRun.saysWhatItIs(words, start, end);
        return switch (cue.code()) {
            case "company-label" -> !ordinary || named || says || end - start > 1 && words.startsSentence(end);
            case "own-company", "workplace" ->
                form || named || says && !ordinary || !ordinary && endsCleanly(words, end);
            case "company-bare" -> form || says && !ordinary;
            case "workplace-in", "workplace-bare" ->
                form || says && !ordinary || isSmallAndLast(words, start, end, ordinary, cue);
            default -> form && !ordinary || introduced(words, start, end) && named;
        };
    }

    /** "am working in fjord", where nobody writes capitals; a place cannot be told from a firm in capitals. */
    private static boolean isSmallAndLast(Words words, int start, int end, boolean ordinary, Cue cue) {
        return cue.code().equals("workplace-in")
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
                return !CommonWords.isOrdinary(words.folded(name));
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
            if (OTHERS.contains(words.folded(i)) && !Words.isSentenceEnd(words.gap(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isYours(Words words, int firm) {
        String before = words.before(firm);
        return before.equals("your") || before.equals("which") || before.equals("what") || before.equals("insurance");
    }

    /** "growing", "interested": no names in lower case, whatever the list of ordinary words says. */
    private static boolean isWordForm(Words words, int word) {
        return !words.isCapitalised(word) && CommonWords.hasOrdinaryEnding(words.folded(word));
    }

    private static void addAnswer(Words words, List<Candidate<String>> found) {
        int start = 0;
        while (start < words.count() && FILLERS.contains(words.folded(start))) {
            start++;
        }
        int end = CompanyRun.end(words, start);
        boolean refused = end > start && end - start == 1 && CommonWords.isOrdinary(words.folded(start));
        if (end > start && !refused && endsCleanly(words, end)) {
            found.add(candidate(words, new Cue(start, ANSWERED, "answer-to-company-question"), end));
        }
    }

    private static boolean asksForCompany(@Nullable String asked) {
        if (asked == null) {
            return false;
        }
        Words words = Words.of(asked, Math.max(0, asked.length() - 300), asked.length());
        for (int i = 0; i < words.count(); i++) {
            boolean firm = FIRMS.contains(words.folded(i)) && words.before(i).equals("your")
                    || FIRMS.contains(words.folded(i)) && (words.is(i + 1, "name") || words.is(i - 1, "which"));
            boolean work = words.is(i, "you") && words.is(i + 1, "work") && words.is(i + 2, "for");
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
                || CommonWords.isFunction(words.folded(end))
                || !CommonWords.isOrdinary(words.folded(end));
    }

    private static boolean isMark(char gap) {
        return gap == ':' || gap == '：' || gap == '=' || gap == '-' || gap == '–';
    }

    private static Candidate<String> candidate(Words words, Cue cue, int end) {
        return new Candidate<>(
                words.raw(cue.start(), end), Span.ofWords(words, cue.start(), end), cue.confidence(), cue.code());
    }
}
