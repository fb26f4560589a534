package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;

/**
 * Finds the name with which a message ends, without a greeting before it: "Please refund.\nJane Doe", "… by Friday. Jane Doe",
 * "Jane Doe | Buyer\nAcme Ltd" below a text, an empty line and "Jane".
 *
 * <p>Not "I fly to:\nNew York", "I need:\nCoca Cola", "Where? Olive Garden", one word in a line of its own.
 */
final class LastLine {
    /** The most words from the name to the end of the message, where a signature of several lines follows. */
    private static final int MAX_SIGNATURE = 24;

    private static final int LEAST_WORDS_BEFORE = 3;

    private static final int LEAST_WORDS_IN_SENTENCE = 2;
    private static final int MOST_SMALL = 2;
    private static final int LEAST_BEFORE_SMALL = 8;
    private static final int LEAST_BEFORE_ONE = 15;
    private static final int LEAST_LETTERS = 3;
    private static final int LEAST_BLANKS_ABOVE = 2;

    /** A longer word in lower case is made of letters at random, as senders of spam do. */
    private static final int MOST_LETTERS = 14;

    /** What stands behind a name, parted from it by a comma. */
    private static final WordSet DEGREES = WordSet.listed("esq esquire phd md mba cpa jr sr rn dds pe");

    private LastLine() {}

    static void add(Turn turn, Words words, List<Candidate<String>> found) {
        for (int i = Math.max(LEAST_WORDS_BEFORE, words.count() - MAX_SIGNATURE); i < words.count(); i++) {
            if (!words.startsSentence(i)) {
                continue;
            }
            if (!words.isCapitalised(i)) {
                if (isSmallName(turn.text(), words, i)) {
                    found.add(NameRun.candidate(words, i, words.count(), Strength.LAST.confidence, NameCue.SIGN_OFF));
                    return;
                }
                continue;
            }
            int name = SignOff.YOURS.has(words, i) ? i + 1 : i; // "Ihre Jane Doe"
            int end = NameRun.end(words, name, Strength.CLEAR);
            boolean whole = end - i > 1 || end > i && (NameRun.isTitle(words, i) || isAlone(turn.text(), words, i));
            if (whole && !isOther(words, i, end) && isSigned(turn.text(), words, i, end)) {
                found.add(NameRun.candidate(words, name, end, Strength.LAST.confidence, NameCue.SIGN_OFF));
                return;
            }
        }
    }

    /** "rick jones": the last line of a text, below an empty one or a sentence, of one or two words that are no ordinary ones. */
    private static boolean isSmallName(String text, Words words, int start) {
        int count = words.count() - start;
        boolean small = count <= MOST_SMALL && start >= LEAST_BEFORE_SMALL && isBelowText(text, words.start(start));
        for (int i = start; i < words.count() && small; i++) {
            small = words.length(i) >= LEAST_LETTERS
                    && words.length(i) <= MOST_LETTERS
                    && !NameFillers.isGreeting(words, i)
                    && isLetters(words, i)
                    && (i == start || words.gap(i) == Words.BLANK)
                    && !CommonWords.isOrdinary(words, i)
                    && !CommonWords.hasOrdinaryEnding(words.folded(i))
                    && !CompanyCue.isOther(words.folded(i));
        }
        return small
                && words.gap(start) == '\n'
                && (words.gap(words.count()) == Words.BLANK || words.gap(words.count()) == Words.START)
                && !Places.startsAt(words, start);
    }

    private static boolean isLetters(Words words, int word) {
        return words.folded(word).chars().allMatch(Character::isLetter);
    }

    /** One word, in the last line, below an empty one and a sentence, or right below the full stop of a longer text. */
    private static boolean isAlone(String text, Words words, int word) {
        int at = words.start(word) - 1;
        int lines = 0;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            lines += text.charAt(at) == '\n' ? 1 : 0;
            at--;
        }
        boolean below = lines > 1 || word >= LEAST_BEFORE_ONE && at >= 0 && ".!".indexOf(text.charAt(at)) >= 0;
        boolean sentence = at >= 0 && ".!?".indexOf(text.charAt(at)) >= 0;
        return word == words.count() - 1 && lines > 0 && below && sentence && !isHeading(text, at);
    }

    /** "### Will you take part?" above an answer. */
    private static boolean isHeading(String text, int inLine) {
        return text.charAt(text.lastIndexOf('\n', inLine) + 1) == '#';
    }

    private static boolean isSigned(String text, Words words, int start, int end) {
        char mark = end < words.count() ? words.gap(end) : '\n';
        if (words.gap(start) == '\n') {
            boolean closes = mark == '\n' || mark == '|' || mark == ',' && isRoleOrDegree(words, end);
            return closes && isBelowText(text, words.start(start));
        }
        boolean last = end == words.count()
                || mark == ',' && isRoleOrDegree(words, end)
                || mark == ',' && isLastSentence(words, end) && !ContactRun.startsAt(words, end);
        return last && isBehindSentence(words, start);
    }

    private static boolean isRoleOrDegree(Words words, int word) {
        return Workplace.isTitle(words, word) || DEGREES.has(words, word);
    }

    /** "…. Jane Doe, same card as last time". */
    private static boolean isLastSentence(Words words, int from) {
        for (int i = from; i < words.count(); i++) {
            if (words.startsSentence(i)) {
                return false;
            }
        }
        return true;
    }

    /** An empty line below a text stands above it, or a line that ends as a sentence does, or "--". */
    private static boolean isBelowText(String text, int start) {
        int at = text.lastIndexOf('\n', start) - 1;
        while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '\r')) {
            at--;
        }
        return at >= 0 && (text.charAt(at) == '\n' ? endsText(text, at) : ".!?-".indexOf(text.charAt(at)) >= 0);
    }

    /** Whether the last line before a place ends as a sentence does or has some words, as a line of a list of wares hardly has. */
    private static boolean endsText(String text, int from) {
        int at = from;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        boolean sentence = at >= 0 && ".!?,:-".indexOf(text.charAt(at)) >= 0;
        int blanks = 0;
        while (!sentence && at >= 0 && text.charAt(at) != '\n' && blanks < LEAST_BLANKS_ABOVE) {
            blanks += text.charAt(at) == ' ' ? 1 : 0;
            at--;
        }
        return sentence || blanks == LEAST_BLANKS_ABOVE;
    }

    /** At least two words end in a full stop or an exclamation mark right before; a question may be answered by a name. */
    private static boolean isBehindSentence(Words words, int start) {
        char gap = words.gap(start);
        boolean sentence = gap == '.' || gap == '!';
        for (int i = start - 1; i > start - LEAST_WORDS_IN_SENTENCE; i--) {
            sentence &= !words.startsSentence(i);
        }
        for (int i = start - 1; i >= 0 && sentence; i--) {
            sentence = !CompanyCue.isOther(words.folded(i));
            if (words.startsSentence(i)) {
                break;
            }
        }
        return sentence;
    }

    private static boolean isOther(Words words, int start, int end) {
        return words.isPossessive(end - 1)
                || NameFillers.isGreeting(words, start)
                || Places.areAll(words, start, end)
                || CompanyRun.saysWhatItIs(words, start, Math.max(end, CompanyRun.end(words, start)))
                || CommonWords.isOrdinary(words, end - 1)
                || CommonWords.hasOrdinaryEnding(words.folded(start));
    }
}
