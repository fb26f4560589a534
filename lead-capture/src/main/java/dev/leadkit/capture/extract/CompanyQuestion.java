package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether bot or agent asked for the visitor's firm: "What is your company's name?", "Who are you with?", "Name, company and
 * phone?", "And the name of your school?", "Which organization do you represent?".
 */
final class CompanyQuestion {
    private static final int LONGEST = 300;
    private static final int LIST = 6;
    private static final WordSet WHO = WordSet.listed("who who's");
    private static final WordSet ARE = WordSet.listed("are do");
    private static final WordSet WITH = WordSet.listed("with from represent representing");
    private static final WordSet YOUR = WordSet.listed("your ihr ihre ihres su tu votre seu sua uw");

    private CompanyQuestion() {}

    static boolean asks(@Nullable String asked) {
        if (asked == null) {
            return false;
        }
        Words words = Words.of(asked, Math.max(0, asked.length() - LONGEST), asked.length());
        boolean requests = words.gap(words.count()) == '?' || asked.contains("?") || asked.contains("please");
        for (int i = 0; i < words.count() && requests; i++) {
            if (isFirm(words, i) || isWork(words, i) || isWith(words, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFirm(Words words, int i) {
        if (!CompanyLabel.isFirmOrVenue(words, i)) {
            return false;
        }
        boolean your = YOUR.has(words, i - 1) && !words.startsSentence(i);
        if (!CompanyCue.isFirmWord(words.folded(i))) {
            return your && (words.startsSentence(i + 1) || words.is(i - 2, "of")); // "is this for your practice?"
        }
        boolean marked = words.gap(i + 1) == '?' || words.gap(i + 1) == ':';
        boolean named = words.is(i - 2, "nome") || words.is(i - 2, "nombre") || words.is(i - 2, "nom");
        return your
                || words.is(i + 1, "name")
                || words.is(i - 1, "which")
                || words.is(i + 1, "called")
                || marked && (words.count() <= 3 || named || words.is(i - 1, "a"))
                || isListed(words, i);
    }

    /** "Name, company and phone?". */
    private static boolean isListed(Words words, int firm) {
        for (int i = firm - 1; i >= Math.max(0, firm - LIST); i--) {
            if (words.startsSentence(i + 1)) {
                return false;
            }
            if (words.is(i, "name") || words.is(i, "naam") || words.is(i, "nom") || words.is(i, "nombre")) {
                return true;
            }
        }
        return false;
    }

    /** "Where do you work?", "whom do you work for?". */
    private static boolean isWork(Words words, int i) {
        return words.is(i, "you") && words.is(i + 1, "work") && (words.is(i + 2, "for") || words.is(i - 2, "where"));
    }

    /** "Who are you with?", "which organization do you represent?". */
    private static boolean isWith(Words words, int i) {
        boolean are = words.is(i, "you") && (ARE.has(words, i - 1) || words.is(i + 1, "are"));
        int with = words.is(i + 1, "are") ? i + 2 : i + 1;
        if (!are && !words.is(i, "you're") || !WITH.has(words, with) || !words.startsSentence(with + 1)) {
            return false;
        }
        for (int k = i - 1; k >= Math.max(0, i - LIST) && !words.startsSentence(k + 1); k--) {
            if (WHO.has(words, k) || CompanyCue.isFirmWord(words.folded(k))) {
                return true;
            }
        }
        return false;
    }
}
