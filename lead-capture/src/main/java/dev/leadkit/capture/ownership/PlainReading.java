package dev.leadkit.capture.ownership;

import dev.leadkit.capture.ownership.Giving.Surety;
import dev.leadkit.capture.text.AsciiText;
import org.jspecify.annotations.Nullable;

/**
 * Sees without making words that a value is the visitor's, where the sentence that holds it is plain: a short way to what
 * {@link OwnershipGrammar} says by all its rules.
 *
 * <p>Each word around the value is looked up once, in {@link PlainWords}. One that may speak against the value, or a character
 * that is neither letter nor usual mark, leaves the value to the rules; so does whatever is not understood. Seen: "my e-mail
 * is …", "you can reach me at …", "please send the quote to … or ring …", "it's …", "…". Left to the rules: "my wife's e-mail
 * is …", "I'm on …", "call Jane at …", "(…)".
 */
final class PlainReading {
    private static final int BEHIND = 90;
    private static final int AHEAD = 40;

    private static final int FILLER = PlainWords.role(WordRole.FILLER);

    /** The most words of the sentence before; a longer one is read by all rules. */
    private static final int MOST_WORDS = 12;

    private final AsciiText text;
    private final PlainWord word;
    private final int start;
    private final int end;

    /** Whether what follows the value speaks against it unless it was said to be the visitor's. */
    private boolean tellsIfOffered;

    private PlainReading(AsciiText text, int start, int end) {
        this.text = text;
        this.word = new PlainWord(text);
        this.start = start;
        this.end = end;
    }

    /** {@link Surety#OWN} or {@link Surety#OFFERED} if nothing speaks against the value; null if that is not seen. */
    static @Nullable Surety surety(AsciiText text, int start, int end) {
        return text == AsciiText.NONE ? null : new PlainReading(text, start, end).surety();
    }

    private @Nullable Surety surety() {
        int to = endOfSilence();
        if (to < 0) {
            return null;
        }
        var clause = new PlainClause(word);
        int from = startOfSentence(clause);
        if (from < 0 || !clause.gives()) {
            return null;
        }
        if (clause.isOwn()) {
            return Surety.OWN;
        }
        return !clause.isBeside() && !tellsIfOffered && isSilentBefore(from) && isSilentBehind(to)
                ? Surety.OFFERED
                : null;
    }

    /** Where the sentence ends, as far as it is read; -1 if something after the value may speak against it. */
    private int endOfSilence() {
        int length = text.length();
        if (end == length) {
            return end;
        }
        int highest = Math.min(length, end + AHEAD);
        int at = end + 1;
        switch (text.charAt(end)) {
            case ' ' -> {}
            case '\n', ';' -> {
                return end;
            }
            case '.' -> {
                if (at < length && !isBlank(at)) {
                    return -1;
                }
                return at < highest ? end : length;
            }
            case ',', '!' -> {
                if (at < length && !isBlank(at)) {
                    return -1;
                }
                at += isLineBreak(at) ? 0 : 1;
            }
            default -> {
                return -1;
            }
        }
        int to = highest;
        while (to < length && isWordPart(to) && isWordPart(to - 1)) {
            to--;
        }
        boolean joined = text.charAt(end) == ' ';
        boolean opening = true;
        for (int count = 0; at < to; count++) {
            if (isLineBreak(at)) {
                return at;
            }
            word.startingAt(at);
            boolean cut = word.end > to && !word.isNumber();
            boolean tells =
                    word.has(PlainWords.TELLS_AFTER) || (opening || count < 2) && word.has(PlainWords.TELLS_AT_ONCE);
            if (cut || tells) {
                return -1;
            }
            tellsIfOffered |= joined
                    && ((opening || count < 2) && word.has(PlainWords.TELLS_JOINED)
                            || opening && word.signs == 0 && word.isVerbForm());
            boolean ends = word.mark == ';' || word.mark == '.' && word.next() < highest;
            at = word.next();
            if (at < length && !isBlank(at)) {
                return -1;
            }
            if (ends && word.end < to) {
                return word.end;
            }
            opening &= word.role() == FILLER;
            at += isLineBreak(at) ? 0 : 1;
        }
        return to;
    }

    /** Reads back to where the sentence starts; -1 if the clause is not understood. */
    private int startOfSentence(PlainClause clause) {
        int lowest = Math.max(0, start - BEHIND);
        int at = start;
        boolean closed = false; // by another value
        for (int count = 0; at > 1; count++) {
            int before = text.byteAt(at - 1);
            if (before == '\n') {
                return at;
            }
            if (before != ' ') {
                return -1;
            }
            word.endingBefore(at - 1, 0);
            if (isSentenceEnd(word.mark)) {
                return at - 1;
            }
            if (word.start <= lowest && lowest > 0 || count == MOST_WORDS) {
                return -1;
            }
            boolean value = !word.startsWithLetter() || word.has(PlainWords.TELLS_BEFORE);
            if (!closed && value && word.isValue()) {
                closed = true;
                if (!clause.close()) {
                    return -1;
                }
            } else if (closed ? word.isUnread() && !word.isValue() : !clause.read()) {
                return -1;
            }
            at = word.start;
        }
        return at == 0 || isBlank(0) ? 0 : -1;
    }

    /** Whether the sentence that ends before a place speaks of nobody else. */
    private boolean isSilentBefore(int from) {
        int last = from;
        while (last > 0 && isBlank(last - 1)) {
            last--;
        }
        int lowest = Math.max(0, last - BEHIND);
        int at = last;
        while (at > lowest) {
            word.endingBefore(at, lowest);
            if (at < last && isSentenceEnd(word.mark)) {
                return true;
            }
            if (word.has(PlainWords.TELLS_BESIDE)) {
                return false;
            }
            if (word.start == lowest || text.charAt(word.start - 1) == '\n') {
                return true;
            }
            at = word.start - 1;
            if (text.charAt(at) != ' ') {
                return false;
            }
        }
        return true;
    }

    /** Whether the sentence that begins behind a place begins with no word that explains the value. */
    private boolean isSilentBehind(int to) {
        int at = to;
        while (at < text.length() && (isBlank(at) || text.charAt(at) == '.' || isSentenceEnd(text.charAt(at)))) {
            at++;
        }
        if (at == to || at == text.length()) {
            return true;
        }
        word.startingAt(at);
        return !word.has(PlainWords.TELLS_FIRST);
    }

    private static boolean isSentenceEnd(char mark) {
        return mark == '.' || mark == '!' || mark == '?' || mark == ';';
    }

    private boolean isBlank(int at) {
        return text.byteAt(at) == ' ' || text.byteAt(at) == '\n';
    }

    private boolean isLineBreak(int at) {
        return at < text.length() && text.byteAt(at) == '\n';
    }

    private boolean isWordPart(int at) {
        return AsciiText.isWordPart(text.byteAt(at));
    }
}
