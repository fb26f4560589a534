package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the visitor's own name where he says so or answers a question for it, by cues and structure alone: there is no
 * list of names.
 *
 * <p>Matches "my name is Jane Doe", "I'm Jane O'Neill from Acme", "hi, this is anne-marie de vries", "Name: Åsa Lind",
 * "the table is under Li Wei", "Jane Doe here", "Cheers,\nJane", "Mein Name ist Jürgen Groß", "me llamo Inés", "меня
 * зовут Анна", "我叫王小明", "a nombre de Inés Peña", "…. - Jane", "Jane Doe, 212 736 5000",
 * and "jane doe" after "May I have your name, please?".
 *
 * <p>Nearly matches, and is not found: "I'm interested", "this is great", "I'm Looking for a car", "my name is on the
 * order", "no thanks, Jane", "Jaws is the name of the movie", "under the sofa", "a table for Friday"; rejected: "my wife's
 * name is Ann" ({@code third-party}), "my company name is Acme" ({@code not-a-person}).
 */
public final class NameExtractor implements Extractor<String> {
    private static final int MAX_FOUND = 16;
    private static final List<String> UNSPACED = List.of("我叫", "我的名字是", "我的名字叫", "名前は", "제 이름은", "저는 ");

    /** Has no settings. */
    public NameExtractor() {}

    @Override
    public String field() {
        return "name";
    }

    @Override
    public Extraction<String> extract(Turn turn) {
        Words words = turn.words();
        if (words.count() == 0) {
            return Extraction.nothing();
        }
        List<Candidate<String>> found = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < words.count() && found.size() + rejected.size() < MAX_FOUND; i++) {
            NameCue cue = NameCue.at(words, i);
            if (cue == null || i < free) {
                continue;
            }
            int start = cue.nameStart();
            int end = cue.backwards() ? i : NameRun.end(words, start, cue.strength());
            if (cue.backwards()) {
                start = NameRun.startBefore(words, i, free);
            }
            if (end < words.count() && end > start && words.gap(end) == ',' && words.is(end, words.folded(start))) {
                int whole = NameRun.end(words, end, cue.strength());
                if (whole - end > end - start) { // "I'm Jane, Jane Doe", not "I'm Jane Doe, jane@…"
                    start = end;
                    end = whole;
                }
            }
            if (end <= start || start < free) {
                continue;
            }
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
        if (found.isEmpty()) {
            addUnspaced(turn.text(), found);
        }
        if (found.isEmpty() && rejected.isEmpty()) {
            SignedName.add(turn, words, found);
        }
        return Extraction.of(found, rejected);
    }

    /** "First name: Jane, last name: Doe" is one name. */
    private static void joinParts(List<Candidate<String>> found) {
        for (int i = 0; i + 1 < found.size(); i++) {
            Candidate<String> first = found.get(i);
            Candidate<String> last = found.get(i + 1);
            if (first.because().equals(NameCue.FIRST_NAME) && last.because().equals(NameCue.LAST_NAME)) {
                Span span = new Span(first.span().start(), last.span().end());
                double confidence = NameCue.Strength.CERTAIN.confidence;
                found.set(i, new Candidate<>(first.value() + " " + last.value(), span, confidence, NameCue.FIRST_NAME));
                found.remove(i + 1);
            }
        }
    }

    private static void addAnswer(Turn turn, Words words, List<Candidate<String>> found) {
        String asked = turn.asked();
        if (asked == null || !NameQuestion.asks(asked)) {
            return;
        }
        int start = NameRun.skipFillers(words);
        int end = NameRun.end(words, start, NameCue.Strength.ANSWER);
        if (end > start && isWholeAnswer(words, start, end)) {
            found.add(NameRun.candidate(
                    words, start, end, NameCue.Strength.ANSWER.confidence, "answer-to-name-question"));
        }
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

    /** Scripts that write no blanks: the letters between the cue and the next mark. */
    private static void addUnspaced(String text, List<Candidate<String>> found) {
        for (String cue : UNSPACED) {
            int at = text.indexOf(cue);
            if (at < 0) {
                continue;
            }
            int start = at + cue.length();
            while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '：')) {
                start++;
            }
            int end = start;
            while (end < text.length()
                    && end - start < 12
                    && Character.isLetter(text.charAt(end))
                    && "是的，也我在想です".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (end - start >= 2 && end - start <= 8) {
                found.add(new Candidate<>(text.substring(start, end), new Span(start, end), 0.85, "self-introduction"));
                return;
            }
        }
    }
}
