package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/** The name by which a visitor introduces himself: "I'm Jane", "this is Jane", "Jane here", "call me Jane". */
final class SelfIntroduction {
    /** So far from the start of a message "this is" and "here" still say who writes. */
    private static final int OPENING = 4;

    private static final int LONGEST_HERE = 6;

    private static final WordSet HESITATIONS = WordSet.of("um", "uh", "er");
    private static final WordSet CALLED = WordSet.of("called", "named");
    private static final WordSet CARRIES_ON = WordSet.of("from", "at", "with", "again");
    private static final WordSet DO_NOT = WordSet.of("don't", "not");
    private static final WordSet CALL_ME_AT = WordSet.of("at", "on");

    private SelfIntroduction() {}

    /** At "I'm", "im" or the "I" of "I am" and "I go by". */
    static @Nullable NameCue iAm(Words words, int i) {
        if (!words.is(i, "i")) {
            return iAm(words, i, i + 1);
        }
        if (words.is(i + 1, "am")) {
            return iAm(words, i + 1, i + 2);
        }
        boolean goBy = words.is(i + 1, "go") && words.is(i + 2, "by");
        return goBy ? NameCue.introducing(i + 3, Strength.CLEAR) : null;
    }

    private static @Nullable NameCue iAm(Words words, int am, int next) {
        if (next >= words.count() || words.gap(next) != Words.BLANK || isGermanIn(words, am)) {
            return null;
        }
        int start = CALLED.has(words, next) ? next + 1 : next;
        start += words.is(next, "known") && words.is(next + 1, "as") ? 2 : 0;
        return NameCue.introducing(start, start > next ? Strength.CLEAR : Strength.WEAK);
    }

    /** "Wasserschaden im Keller" is German. */
    private static boolean isGermanIn(Words words, int i) {
        return words.is(i, "im")
                && i > 1
                && words.gap(i) == Words.BLANK
                && words.isCapitalised(i - 1)
                && !words.startsSentence(i - 1);
    }

    static @Nullable NameCue thisIs(Words words, int i) {
        boolean opens = words.startsSentence(i) || words.gap(i) == ',' || i < OPENING;
        if (!opens || !words.is(i + 1, "is")) {
            return null;
        }
        int start = i + 2;
        while (start < i + 4 && HESITATIONS.has(words, start)) {
            start++;
        }
        return NameCue.introducing(start, Strength.WEAK);
    }

    /** "It's Jane" says a name only at the start of a short message, with a capital or with "again" behind. */
    static @Nullable NameCue itIs(Words words, int i) {
        if (i >= OPENING - 1 || words.is(i + 1, "under")) {
            return null;
        }
        if (words.is(i + 1, "me") && i + 2 < words.count() && words.gap(i + 2) == ',') {
            return ifCapital(words, i + 2); // "it's me, Jane"
        }
        if (words.is(i + 2, "again") && words.gap(i + 2) == Words.BLANK) {
            return NameCue.introducing(i + 1, Strength.WEAK);
        }
        return words.count() - i <= 5 ? ifCapital(words, i + 1) : null;
    }

    static NameCue myself(Words words, int i) {
        return NameCue.introducing(i + (words.is(i + 1, "is") ? 2 : 1), Strength.CLEAR);
    }

    static @Nullable NameCue callMe(Words words, int i) {
        int next = i + 2;
        if (!words.is(i + 1, "me") || DO_NOT.has(words, i - 1) || CALL_ME_AT.has(words, next)) {
            return null;
        }
        return NameCue.introducing(next, Strength.WEAK);
    }

    /** "Jane Doe here", "jane speaking". */
    static @Nullable NameCue here(Words words, int i) {
        if (i == 0 || i > LONGEST_HERE || words.gap(i) != Words.BLANK) {
            return null;
        }
        boolean capital = words.isCapitalised(i - 1);
        boolean ends =
                i + 1 >= words.count() || words.gap(i + 1) != Words.BLANK || capital && CARRIES_ON.has(words, i + 1);
        return ends && (capital || i < OPENING) ? NameCue.endingBefore(i, Strength.CLEAR) : null;
    }

    /** "Met Jane de Vries" opens a message in Dutch. */
    static @Nullable NameCue met(Words words, int i) {
        return i == 0 ? ifCapital(words, 1) : null;
    }

    /** "Moi c'est Jeanne". */
    static @Nullable NameCue cEst(Words words, int i) {
        return words.is(i - 1, "moi") ? ifCapital(words, i + 1) : null;
    }

    /** "Me llamo Inés", "ich heiße Jürgen", "nazywam się Ola". */
    static NameCue calledSo(Words words, int i) {
        return NameCue.introducing(i + (words.is(i + 1, "się") ? 2 : 1), Strength.CERTAIN);
    }

    /** "Ich bin Jürgen", "soy Inés": a capital is needed, the verb alone says little. */
    static @Nullable NameCue foreignAm(Words words, int i) {
        boolean opens = i == 0 || words.gap(i) == ',';
        boolean mine = switch (words.folded(i)) {
            case "bin" -> words.is(i - 1, "ich");
            case "suis" -> words.is(i - 1, "je");
            case "soy" -> opens || words.startsSentence(i) || words.is(i - 1, "yo") || words.is(i - 1, "hola");
            case "sou" -> opens || words.startsSentence(i) || words.is(i - 1, "eu");
            case "sono" -> opens || words.is(i - 1, "io") || words.is(i - 1, "ciao");
            default -> opens;
        };
        boolean article = words.is(i, "sou") && (words.is(i + 1, "a") || words.is(i + 1, "o"))
                || words.is(i, "bin") && (words.is(i + 1, "der") || words.is(i + 1, "die"));
        int start = article ? i + 2 : i + 1;
        return mine && start < words.count() && words.gap(start) == Words.BLANK ? ifCapital(words, start) : null;
    }

    private static @Nullable NameCue ifCapital(Words words, int start) {
        return NameCue.withCapital(words, start, Strength.WEAK, NameCue.SELF_INTRODUCTION);
    }
}
