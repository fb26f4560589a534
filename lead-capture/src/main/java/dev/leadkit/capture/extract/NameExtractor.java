package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the visitor's own name: by cues where they say so or answer a question for it, unless what stands around it speaks against it,
 * and else by what stands around it alone ({@link OwnNames}). There is no list of names.
 *
 * <p>Matches "my name is Jane Doe", "I'm Jane O'Neill from Acme", "hi, this is anne-marie de vries", "Name: Åsa Lind",
 * "the table is under Li Wei", "Jane Doe here", "Cheers,\nJane", "Mein Name ist Jürgen Groß", "me llamo Inés", "меня
 * зовут Анна", "我叫王小明", "a nombre de Inés Peña", "…. - Jane", "Jane Doe, 212 736 5000",
 * "jane doe" after "May I have your name, please?", and "Thursday suits me. Jane Doe".
 *
 * <p>Nearly matches, and is not found: "I'm interested", "this is great", "I'm Looking for a car", "my name is on the
 * order", "no thanks, Jane", "Jaws is the name of the movie", "under the sofa", "a table for Friday", "is Doctor Doe in?"; rejected: "my
 * wife's name is Ann" ({@code third-party}), "my company name is Acme" ({@code not-a-person}), "Whoever's at the desk" after
 * "Who should the courier ask for?" ({@code unlikely}).
 */
public final class NameExtractor implements Extractor<String> {
    /** The code of a candidate that is a last name alone, whose first name another message may have. */
    public static final String LAST_NAME = NameCue.LAST_NAME;

    private static final int MAX_FOUND = 16;
    private static final int LONGEST_THANKS = 4;
    private static final int LONGEST_LIST = 300;

    /** Has no settings. */
    public NameExtractor() {}

    @Override
    public String field() {
        return "name";
    }

    @Override
    public Extraction<String> extract(Turn turn) {
        if (turn.words().count() == 0) {
            return Extraction.nothing();
        }
        Extraction<String> told = told(turn);
        Extraction<String> own = OwnNames.NAMES.among(turn, told);
        if (own.found().isEmpty() && !told.found().isEmpty()) {
            own = byPlace(turn, own.rejected());
        }
        return own.found().size() == 1 ? fuller(turn.words(), own) : own;
    }

    /** Where no name that a cue told was believed. */
    private static Extraction<String> byPlace(Turn turn, List<Rejected> rejected) {
        List<Candidate<String>> found = new ArrayList<>();
        addByPlace(turn, turn.words(), found);
        found.removeIf(one -> isRefused(one, rejected));
        return Extraction.of(found, rejected);
    }

    private static boolean isRefused(Candidate<String> one, List<Rejected> rejected) {
        return rejected.stream().anyMatch(other -> other.span().equals(one.span()));
    }

    /** "Thanks, Jane" above "Jane Doe, Head of Sales": the first name that is found, as fully as it stands elsewhere. */
    private static Extraction<String> fuller(Words words, Extraction<String> own) {
        Candidate<String> one = own.found().get(0);
        int first = words.firstFrom(one.span().start());
        if (words.firstFrom(one.span().end()) - first != 1 || !words.isCapitalised(first)) {
            return own;
        }
        String name = words.folded(first);
        for (int i = 0; i < Spotter.looked(words); i++) {
            int end = i != first && words.isCapitalised(i) && words.is(i, name)
                    ? NameRun.end(words, i, NameCue.Strength.CLEAR)
                    : i;
            if (end > i + 1 && words.isCapitalised(end - 1)) {
                Candidate<String> whole = NameRun.candidate(words, i, end, one.confidence(), one.because());
                return isRefused(whole, own.rejected()) ? own : Extraction.of(List.of(whole), own.rejected());
            }
        }
        return own;
    }

    /** What cues and places tell, whoever's it is. */
    Extraction<String> told(Turn turn) {
        Words words = turn.words();
        List<Candidate<String>> found = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        int free = 0;
        int last = words.count();
        for (int i = NameCue.next(words, 0);
                i < last && found.size() + rejected.size() < MAX_FOUND;
                i = NameCue.next(words, i + 1)) {
            NameCue cue = NameCue.at(words, i);
            if (cue == null || i < free || isAnswerToOther(turn, i)) {
                continue;
            }
            NamedByCue named = NamedByCue.of(words, cue, free);
            boolean initials = !found.isEmpty() && named.isInitials();
            if (named.isEmpty() || named.start() < free || named.isFirm() || initials) {
                continue;
            }
            int start = skipStammer(words, named.start(), named.end());
            int end = named.end();
            Span span = Span.ofWords(words, start, end);
            if (cue.refusal() != null) {
                rejected.add(new Rejected(field(), span, cue.refusal()));
            } else {
                found.add(NameRun.candidate(words, start, end, cue.strength().confidence, cue.code()));
            }
            free = end;
        }
        joinParts(found);
        if (found.isEmpty()) {
            addAnswer(turn, words, found);
        }
        if (found.isEmpty() && turn.ascii() == AsciiText.NONE) {
            UnspacedName.addTold(turn.text(), found);
            if (found.isEmpty()) {
                ThaiName.addTold(turn.text(), found);
            }
        }
        if (found.isEmpty() && rejected.isEmpty()) {
            addByPlace(turn, words, found);
        }
        return Extraction.of(found, rejected);
    }

    /** "It's Lyon" where a city was asked for; "Thanks, Jane." alone, which is said to Jane. */
    private static boolean isAnswerToOther(Turn turn, int cue) {
        Words words = turn.words();
        return turn.asked() != null
                && !turn.asksName()
                && (SelfIntroduction.isBareItIs(words, cue)
                        || words.count() <= LONGEST_THANKS && SignOff.isThanks(words, cue));
    }

    /** "jane jane doe". */
    private static int skipStammer(Words words, int start, int end) {
        return end - start > 2 && words.is(start + 1, words.folded(start)) ? start + 1 : start;
    }

    /** Without a cue, by where it stands. */
    private static void addByPlace(Turn turn, Words words, List<Candidate<String>> found) {
        boolean named = turn.reply().mayHaveNames();
        if (named) {
            SignedName.add(turn, words, found);
        }
        if (found.isEmpty()) {
            OpeningName.add(turn, words, found);
        }
        if (found.isEmpty() && (named || turn.text().indexOf('\n') >= 0)) {
            LastLine.add(turn, words, found);
        }
    }

    /** "First name: Jane, last name: Doe" is one name. */
    private static void joinParts(List<Candidate<String>> found) {
        for (int i = 0; i + 1 < found.size(); i++) {
            Candidate<String> first = found.get(i);
            Candidate<String> last = found.get(i + 1);
            boolean inOrder = isFirst(first) && last.because().equals(NameCue.LAST_NAME);
            boolean reversed = last.because().equals(NameCue.FIRST_NAME) && isLast(first);
            if (inOrder || reversed) {
                Span span = new Span(first.span().start(), last.span().end());
                double confidence = NameCue.Strength.CERTAIN.confidence;
                String whole = inOrder ? first.value() + " " + last.value() : last.value() + " " + first.value();
                found.set(i, new Candidate<>(whole, span, confidence, NameCue.FIRST_NAME));
                found.remove(i + 1);
            }
        }
    }

    /** "Name: Jane" may be the first name alone, where the last name follows. */
    private static boolean isFirst(Candidate<String> name) {
        return name.because().equals(NameCue.FIRST_NAME)
                || name.because().equals(NameCue.NAME_LABEL) && name.value().indexOf(' ') < 0;
    }

    /** "Nom: Doe" and "NOM: DE LA DOE" may be the last name alone, where the first name follows. */
    private static boolean isLast(Candidate<String> name) {
        boolean one = name.value().indexOf(' ') < 0
                || name.value().equals(name.value().toUpperCase(Locale.ROOT));
        return name.because().equals(NameCue.LAST_NAME) || name.because().equals(NameCue.NAME_LABEL) && one;
    }

    private static void addAnswer(Turn turn, Words words, List<Candidate<String>> found) {
        String asked = turn.asked();
        if (asked == null || !turn.asksName()) {
            return;
        }
        UnspacedName.addAnswer(turn.text(), found);
        int start = NameFillers.skipFillers(words);
        int end = NameRun.end(words, start, NameCue.Strength.ANSWER);
        if (NamedByCue.isSaidAgain(words, start, end, NameCue.Strength.ANSWER)) {
            start = end;
            end = NameRun.end(words, start, NameCue.Strength.ANSWER);
        }
        if (isLabel(words, start, asked)) {
            return;
        }
        boolean word =
                (words.is(start - 1, "the") || words.is(start - 1, "i")) && !words.isCapitalised(start); // "I will"
        boolean firm = end > start && CompanyRun.hasForm(words, start, CompanyRun.end(words, start))
                || end - start > 2 && CompanyRun.isKind(words, end - 1);
        if (found.isEmpty() && !word && !firm && end > start && isWholeAnswer(words, start, end)) {
            boolean last = end - start == 1 && NameQuestion.asksLastName(asked);
            var strength = last ? NameCue.Strength.LAST : NameCue.Strength.ANSWER;
            String code = last ? LAST_NAME : "answer-to-name-question";
            found.add(NameRun.candidate(words, skipStammer(words, start, end), end, strength.confidence, code));
        }
    }

    /** "Barrio Boston" after "¿… tu nombre, barrio y referencia?": the answer to another part of the question. */
    private static boolean isLabel(Words words, int start, String asked) {
        if (start + 1 >= words.count() || words.isCapitalised(start) || !words.isCapitalised(start + 1)) {
            return false;
        }
        Words question = Words.ofRequest(asked, LONGEST_LIST);
        for (int i = 0; i < question.count(); i++) {
            if (question.is(i, words.folded(start))) {
                return true;
            }
        }
        return false;
    }

    /** A name stands alone, before a mark, or before words that carry on ("and my number is …"). */
    private static boolean isWholeAnswer(Words words, int start, int end) {
        if (end == words.count() || words.gap(end) != Words.BLANK || words.isCapitalised(start)) {
            return true;
        }
        String next = words.folded(end);
        return next.equals("and")
                || next.equals("my")
                || next.equals("is")
                || next.equals("please")
                || next.equals("from")
                || next.equals("here")
                || next.equals("thanks")
                || next.equals("thank")
                || NumberCue.isLabel(words, end)
                || words.startsWithDigit(end);
    }
}
