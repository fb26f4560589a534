package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** Whether one word may be part of a name: "Jane", the "Page" of "Page Brown", but not "interested". */
final class NameWord {
    private static final int MAX_LENGTH = 30;

    /** Latin letters stand before it. */
    private static final char FIRST_OTHER_SCRIPT = '\u0370';

    private static final WordSet ALSO_NAMES =
            WordSet.listed("jan april june august christian hope bill page buddy rich guy");

    /** Ordinary words that are last names too. */
    private static final WordSet ALSO_LAST = WordSet.listed("""
            white black green brown grey gray young best bell bird fish wolf fox stone wood woods field banks bush cook baker
            page price king long sharp small little rice cash case day summer winter snow post good may rose hill lake""");

    private static final WordSet SHORT_NAMES = WordSet.of("can", "an", "do", "so", "a");

    private static final WordSet DUTCH = WordSet.of("ben", "met");

    private NameWord() {}

    static boolean isName(Words words, int word, NameCue.Strength strength) {
        if (CommonWords.isFunction(words, word)) {
            return isShortName(words, word) && (strength.isCertain() || isCapitalName(words, word - 1, word));
        }
        String folded = words.folded(word);
        int length = folded.length();
        if (length > MAX_LENGTH || isContracted(folded) || isCompound(folded)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (Character.isDigit(folded.charAt(i))) {
                return false;
            }
        }
        if (words.is(word, "jan") && words.isCapitalised(word) && DUTCH.has(words, word - 1)) {
            return true; // "ik ben Jan"
        }
        if (strength.isCertain() && ALSO_NAMES.has(words, word)) {
            return true; // "mijn naam is jan de vries"
        }
        if (CommonWords.isOrdinary(words, word)) {
            return strength.isAsked()
                    ? isBesideName(words, word) || isSmallLastName(words, word)
                    : isLastName(words, word) || isAlsoName(words, word) || isAlone(words, word);
        }
        return words.isCapitalised(word) && !strength.isWeak()
                || strength.isCertain()
                || !CommonWords.hasOrdinaryEnding(folded);
    }

    /** "Adım Can, …", "Nguyễn Văn An", "Nguyễn Văn A": a name, or its end, that in English is another word. */
    private static boolean isShortName(Words words, int word) {
        return SHORT_NAMES.has(words, word)
                && words.isCapitalised(word)
                && (word + 1 == words.count() || words.gap(word + 1) != Words.BLANK);
    }

    /** "It'll", "they've", "shouldn't". */
    private static boolean isContracted(String folded) {
        return folded.endsWith("'ll") || folded.endsWith("'ve") || folded.endsWith("n't") || folded.endsWith("'re");
    }

    /** "Pre-approved": of which the last word is no name. */
    private static boolean isCompound(String folded) {
        int hyphen = folded.lastIndexOf('-');
        return hyphen >= 0 && CommonWords.isOrdinary(folded.substring(hyphen + 1));
    }

    /** "w/ friends": no name begins with one small letter; scripts without capitals may have names of one character. */
    static boolean isSmallLetter(Words words, int word) {
        return words.length(word) == 1 && words.folded(word).charAt(0) < 128 && !words.isCapitalised(word);
    }

    /** "Tove white", the whole answer. */
    private static boolean isSmallLastName(Words words, int word) {
        return word == 1 && words.count() == 2 && ALSO_LAST.has(words, word) && !CommonWords.isOrdinary(words, 0);
    }

    /** "Page Brown" after "my name is": one ordinary word with a capital beside a word that is none. */
    private static boolean isBesideName(Words words, int word) {
        if (!words.isCapitalised(word) || NameRun.isTitle(words, word)) {
            return false;
        }
        return isCapitalName(words, word - 1, word)
                || isLastNext(words, word)
                || ALSO_NAMES.has(words, word) && words.count() == 1;
    }

    /** "April Lind", "Jan de Vries", "Bill Page": an ordinary word that is a first name too, before a last one. */
    private static boolean isAlsoName(Words words, int word) {
        return ALSO_NAMES.has(words, word) && words.isCapitalised(word) && isLastNext(words, word);
    }

    /** "Best,\nChristian": the same in a line of its own that ends a message. */
    private static boolean isAlone(Words words, int word) {
        return ALSO_NAMES.has(words, word)
                && words.isCapitalised(word)
                && words.gap(word) == '\n'
                && word == words.count() - 1;
    }

    private static boolean isLastNext(Words words, int word) {
        int next = NameRun.skipParticles(words, word + 1);
        return isCapitalName(words, next, next);
    }

    /** "I'm Jane White": an ordinary word with a capital ends a name that has begun, where no more capitals follow. */
    private static boolean isLastName(Words words, int word) {
        return words.isCapitalised(word)
                && isCapitalName(words, word - 1, word)
                && !(word + 1 < words.count() && words.gap(word + 1) == Words.BLANK && words.isCapitalised(word + 1));
    }

    private static boolean isCapitalName(Words words, int word, int gap) {
        return word >= 0
                && word < words.count()
                && words.gap(gap) == Words.BLANK
                && words.isCapitalised(word)
                && !CommonWords.isOrdinary(words, word)
                && !words.startsWithDigit(word);
    }

    static boolean isLatin(Words words, int word) {
        return words.folded(word).charAt(0) < FIRST_OTHER_SCRIPT;
    }

    static boolean hasCase(Words words, int word) {
        int first = words.folded(word).codePointAt(0);
        return Character.toUpperCase(first) != first;
    }
}
