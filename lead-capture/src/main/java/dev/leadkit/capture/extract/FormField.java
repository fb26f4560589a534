package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, whose label says what its value is: "Guest: Jane Doe", "Requested by: Jane Doe", "*Name* Jane Doe", "Attn Jane
 * Doe", or the label and the value on a line each.
 */
final class FormField {
    private static final int MAX_WORDS = 4;
    private static final int MAX_LABEL = 3;

    /** Marks that part a label from its value. */
    private static final String SIGNS = ":=：*]|";

    private static final String SIGNS_OR_DASH = SIGNS + "-–";

    private static final WordSet ROLES = WordSet.listed("name contact person");
    private static final WordSet VERBS = WordSet.listed("is ist es est è é");

    private static final WordSet DONE = WordSet.listed("""
            requested submitted ordered completed reported sent booked placed prepared raised enquired inquired filed""");

    private static final WordSet MY = WordSet.listed("mein mi mon mio meu mijn moje il");
    private static final WordSet IS = WordSet.listed("ist es est è é is to");

    private FormField() {}

    /** At "guest", "patient", "attn" and their like: who the form or the booking is for. */
    static @Nullable NameCue person(Words words, int i) {
        int next = i + 1;
        if (next >= words.count() || ROLES.has(words, next) || !opens(words, i)) {
            return null;
        }
        boolean told = VERBS.has(words, next) && words.gap(next) == Words.BLANK; // "passenger is Jane Doe"
        if (told) {
            return NameCue.of(next + 1, Strength.FAINT, NameCue.NAME_LABEL);
        }
        boolean firm = CompanyRun.saysWhatItIs(words, next, CompanyRun.end(words, next));
        return isSign(words, next) && !firm
                ? NameCue.withCapital(words, next, Strength.CLEAR, NameCue.NAME_LABEL)
                : null;
    }

    /** "Attn Jane Doe", "Attention: Jane Doe", "z. Hd. Jürgen Groß". */
    static @Nullable NameCue attention(Words words, int i) {
        boolean abbreviated = words.is(i, "h") || words.is(i, "hd");
        boolean called = abbreviated ? words.is(i - 1, "z") : words.is(i, "attn") || isSign(words, i + 1);
        return called ? NameCue.withCapital(words, i + 1, Strength.CLEAR, NameCue.NAME_LABEL) : null;
    }

    /** "From: Jane Doe &lt;jane@acme.com&gt;" at the top of a message. */
    static @Nullable NameCue sender(Words words, int i) {
        int end = i > 0 ? 0 : NameRun.end(words, 1, Strength.CERTAIN);
        return end > 1 && words.gap(1) == ':' && words.gap(end) == '<'
                ? NameCue.of(1, Strength.CERTAIN, NameCue.NAME_LABEL)
                : null;
    }

    /** "Requested by: Jane Doe". */
    static @Nullable NameCue by(Words words, int i) {
        return isSign(words, i + 1) && DONE.has(words, i - 1)
                ? NameCue.withCapital(words, i + 1, Strength.CLEAR, NameCue.NAME_LABEL)
                : null;
    }

    /** "Vorname: Jane", "moje imię to Ola". */
    static @Nullable NameCue firstName(Words words, int i) {
        if (words.is(i, "imię") && (words.is(i + 1, "to") || words.is(i - 1, "na") && words.is(i - 2, "mam"))) {
            return NameCue.introducing(words.is(i + 1, "to") ? i + 2 : i + 1, Strength.CERTAIN); // "mam na imię Ola"
        }
        if (isMine(words, i)) {
            return NameCue.withCapital(words, i + 2, Strength.CERTAIN, NameCue.FIRST_NAME); // "mein Vorname ist Inês"
        }
        return isSign(words, i + 1) ? NameCue.of(i + 1, Strength.CERTAIN, NameCue.FIRST_NAME) : null;
    }

    /** "Nachname: Doe", but the whole name behind "nombre y apellidos:". */
    static @Nullable NameCue lastName(Words words, int i) {
        if (words.is(i - 1, "моя") || words.is(i - 1, "моє")) {
            return NameCue.withCapital(words, i + 1, Strength.LAST, NameCue.LAST_NAME); // "моя фамилия Лунд"
        }
        if (isMine(words, i)) {
            return NameCue.withCapital(words, i + 2, Strength.LAST, NameCue.LAST_NAME); // "mi apellido es Lund"
        }
        if (!isSign(words, i + 1)) {
            return words.is(i - 1, "na") ? NameLabel.onTheName(words, i) : null;
        }
        return words.is(i - 1, "y") || words.is(i - 1, "et") || words.is(i - 1, "und")
                ? NameCue.of(i + 1, Strength.CERTAIN, NameCue.NAME_LABEL)
                : NameCue.of(i + 1, Strength.LAST, NameCue.LAST_NAME);
    }

    private static boolean isMine(Words words, int label) {
        return MY.has(words, label - 1) && IS.has(words, label + 1);
    }

    /** Whether a mark between a label and its value stands before a word. */
    static boolean isSign(Words words, int value) {
        return value < words.count() && SIGNS_OR_DASH.indexOf(words.gap(value)) >= 0;
    }

    /**
     * Whether a value stands in the line below its label, and another label in the line below that: "Name\nJane
     * Doe\nEmail\n…".
     */
    static boolean isBelow(Words words, int label, int value, int end) {
        boolean ownLine = words.startsSentence(label) || words.startsSentence(label - 1);
        return ownLine
                && value < words.count()
                && words.gap(value) == '\n'
                && end + 1 < words.count()
                && words.gap(end) == '\n'
                && (words.gap(end + 1) == '\n' || end + 2 < words.count() && words.gap(end + 2) == '\n');
    }

    /** The label begins its line or part, or stands a few words behind where that begins. */
    static boolean opens(Words words, int label) {
        for (int i = label; i >= Math.max(0, label - MAX_LABEL); i--) {
            char gap = words.gap(i);
            if (words.startsSentence(i) || gap == ',' || SIGNS.indexOf(gap) >= 0 || gap == '[' || gap == '/') {
                return true;
            }
        }
        return false;
    }

    /**
     * The end of a value that is all in capitals up to the end of its line or part, as ordinary words in it may be ("Denise Two
     * Rivers"); {@code start} where it is not so.
     */
    static int endOfValue(Words words, int start) {
        if (!isSign(words, start) || CommonWords.isOrdinary(words, start)) {
            return start;
        }
        int end = start;
        while (end < words.count() && end - start <= MAX_WORDS && (end == start || words.gap(end) == Words.BLANK)) {
            if (!words.isCapitalised(end)) {
                return start;
            }
            end++;
        }
        boolean line = end == words.count() || words.gap(end) == '\n' || words.gap(end) == '|';
        return line && end - start <= MAX_WORDS ? end : start;
    }
}
