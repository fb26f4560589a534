package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.Words;

/** Whether "from", "with", "at" or "of" stands between a visitor and his company: "I'm Tove from Fjord", "calling from Fjord". */
final class FirmIntroduction {
    private static final int NEAR = 4;

    private FirmIntroduction() {}

    /** "I'm Tove from Fjord", "this is Tove with Fjord", "we're from Fjord": who, then where from, and no place. */
    static boolean stands(Words words, int start) {
        int from = start - 1;
        boolean at = words.is(from, "at") && !isInside(words, from) && !isFirmAt(words, start);
        if (Places.startsAt(words, start) || at) {
            return false;
        }
        return isCalling(words, from - 1) || follows(words, from) || OpeningName.isBefore(words, from);
    }

    /** "We're from Fjord Boats", "I'm with Fjord Line": from where says little without a word for what it is. */
    static boolean isOurPlace(Words words, int start, boolean says, boolean named) {
        int from = words.is(start - 1, "the") ? start - 2 : start - 1;
        boolean be = switch (words.foldedOrEmpty(from - 1)) {
            case "i'm", "im", "am", "we're", "are", "r", "i" -> true;
            case "soy", "somos", "sou", "bin", "sind", "suis", "sommes", "sono", "siamo", "är", "er", "ben", "zijn" ->
                true;
            default -> false;
        };
        boolean with = words.is(from, "with") || words.is(from, "w");
        boolean ordinary = CommonWords.isOrdinary(words, start) || words.is(from, "at") && words.is(from + 1, "the");
        return be && !Places.startsAt(words, start) && says && !ordinary && (named || with);
    }

    /** "This is Tove over at Fjord Bakery", where it says that it is one. */
    private static boolean isFirmAt(Words words, int start) {
        int end = CompanyRun.end(words, start);
        return words.isCapitalised(start)
                && (CompanyRun.hasForm(words, start, end) || CompanyRun.saysWhatItIs(words, start, end));
    }

    /** "Calling at", "Tove in sales at". */
    private static boolean isInside(Words words, int at) {
        return isCalling(words, at - 1) || words.is(at - 2, "in");
    }

    /** "Tove Lund of Lund Boats". */
    static boolean isOfBearer(Words words, int start, int end) {
        for (int i = start - 2; i >= Math.max(0, start - 4); i--) {
            for (int k = start; k < end; k++) {
                if (words.isCapitalised(i) && words.is(k, words.folded(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isCalling(Words words, int word) {
        return switch (words.foldedOrEmpty(word)) {
            case "calling", "writing", "here", "reaching", "contacting", "messaging", "side", "ringing" -> true;
            case "llamo",
                    "escribo",
                    "hablo",
                    "appelle",
                    "écris",
                    "rufe",
                    "ruf",
                    "schreibe",
                    "chiamo",
                    "scrivo",
                    "ligo",
                    "llamamos",
                    "escribimos",
                    "scriviamo",
                    "chiamiamo",
                    "ligamos",
                    "escrevo",
                    "escrevemos",
                    "falo" -> true;
            case "bel", "ringer", "skriver" -> true;
            default -> false;
        };
    }

    /** A name with a capital after "I'm", "this is", "my name is". */
    private static boolean follows(Words words, int from) {
        for (int name = from - 1; name >= Math.max(0, from - NEAR) && words.gap(name + 1) == Words.BLANK; name--) {
            boolean told = words.isCapitalised(name)
                    && isTold(words, name)
                    && NameRun.end(words, name, NameCue.Strength.CLEAR) <= from;
            if (told) {
                return NameRun.isTitle(words, name) || !CommonWords.isOrdinary(words, name);
            }
        }
        return false;
    }

    /** "I'm", "I am", "this is", "u spreekt met" stand before a name. */
    private static boolean isTold(Words words, int name) {
        for (int i = name - 1; i >= Math.max(0, name - NEAR); i--) {
            NameCue cue = NameCue.at(words, i);
            if (cue != null && cue.nameStart() == name && cue.refusal() == null && !cue.backwards()) {
                return true;
            }
        }
        return false;
    }
}
