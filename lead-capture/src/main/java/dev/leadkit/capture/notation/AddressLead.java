package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.function.BooleanSupplier;

/**
 * Tells whether the words before what was read of an address lead up to it, or may be its beginning, so that what was read is somebody
 * else's.
 *
 * <p>They lead up to it in "my email is just jane at …", "you can write to me at jane at …", "send the quote to jane at …", "my email is jay
 * at acme, sorry, jane at …". They may be its beginning in "my email is jane doe at …", "email mary jane watson at …", "born to run at …" where an
 * address was asked for, "b for bravo at …", "my email is jane doe@acme.com".
 */
public final class AddressLead {
    /** How far before the address the words are looked for behind which one begins. */
    private static final int REACH = 8;

    /** The most words of one that is written, with blanks between. */
    private static final int MOST_APART = 2;

    /** Besides those that end like "gmail" and "myemail's". */
    private static final WordSet NOUNS =
            WordSet.listed("emails address id correo courriel mailadresse adresse adres e-post");

    private static final String MAIL = "mail";
    private static final String MAIL_IS = "mail's";

    /** Which of several: "work is …", "my personal one is …". */
    private static final WordSet KINDS = WordSet.listed("""
            home work office business personal private school other second main best one electrónico
            trabajo casa oficina travail bureau maison arbeit büro privat lavoro ufficio trabalho werk praca jobb""");

    /** Behind them stands what something is, whatever it is. */
    private static final WordSet TOLD = WordSet.listed("it's its that's mine's use try prefer say cc c'est");

    /** Behind them stands what the word before them is. */
    private static final WordSet IS = WordSet.listed("is be was are's es est ist é è jest to är er são soy");

    /** What was said before them does not count. */
    private static final WordSet CORRECTIONS = WordSet.listed("no sorry wait oops nein non nee perdón pardon");

    private static final WordSet GIVING = WordSet.listed("at to on via under by a à en an unter sur");

    private static final WordSet GIVEN =
            WordSet.listed("me us it them him her this that everything contact reach write");

    /** They are said between those words and the address. */
    private static final WordSet PASSING = WordSet.listed("""
            just still now currently actually probably well so yes yeah yep ok okay sure thanks please of course uh um uhm umm er erm hmm
            immer noch jetzt nun aktuell toujours maintenant encore todavía aún ahora siempre ainda agora sempre ancora adesso nog steeds nu
            fortfarande stadig nadal teraz""");

    /** Words before an address in languages of which no more is known. */
    private static final WordSet FOREIGN = WordSet.listed("""
            a e o u y w z à é è i en al bei unter sur sous su na pod op på til till con jest to är er ist es est são""");

    private static final WordSet ONE = WordSet.listed("this that the my our his her an a other");

    /** "N as in Nancy", "b for bravo", "A wie Anton", "b de burgos", "b come bari". */
    private static final WordSet SPELLS = WordSet.listed("as in for like wie de come comme jak som van");

    private AddressLead() {}

    /**
     * Whether the words before one that was said may be its beginning.
     *
     * @param first the first word that was read of it
     * @param typed whether only its sign or its dots were said, so that a blank before it mostly ends another word
     * @param asked whether it answers a question for one
     */
    static boolean isBroken(Words words, int first, boolean typed, boolean asked) {
        if (isBehindComma(words, first)) {
            return true;
        }
        if (first < 1 || words.gap(first) != Words.BLANK) {
            return false;
        }
        if (isSpelt(words, first - 1)) {
            return true;
        }
        boolean passing = true;
        int start = first;
        while (start > 0 && words.gap(start) == Words.BLANK && first - start < REACH) {
            if (isTelling(words, start - 1, first)) {
                return !passing;
            }
            start--;
            passing &= PASSING.has(words, start);
        }
        boolean told = first - start < REACH && (asked || start > 0 && words.gap(start) == ':');
        return told ? !passing : !typed && !mayLead(words, first - 1) && !isNamed(words, start, first);
    }

    /** Whether it is worth to look at the words before one that is written; behind "is", "at" and the like it is not. */
    public static boolean mayBeApart(String text, int start) {
        int end = start - 1;
        if (end < 1 || text.charAt(end) != ' ') {
            return false;
        }
        if (!Character.isLetterOrDigit(text.charAt(end - 1))) {
            return text.charAt(end - 1) == ',';
        }
        boolean two = end >= 2 && Character.isLetterOrDigit(text.charAt(end - 2));
        boolean three = two && end >= 3 && Character.isLetterOrDigit(text.charAt(end - 3));
        return !two || three && !isPlain(text, end);
    }

    /** Whether the word that ends at a place is one that leads up to an address, or is none of one: "mail jane@…", "wants jane@…". */
    private static boolean isPlain(String text, int end) {
        String word = EmailBounds.wordBefore(text, end);
        return word.endsWith(MAIL) || CommonWords.isOrdinary(word);
    }

    /**
     * Whether the words before one that is written may be its beginning, typed with a blank: "my email is jane doe@acme.com". A name stands
     * there in "Jane Doe jd@acme.com", "jane janedoe@acme.com".
     *
     * @param local what stands before its sign
     * @param first the first word of it
     * @param asked whether it answers a question for one, and for nothing else
     */
    public static boolean isApart(Words words, String local, int first, BooleanSupplier asked) {
        if (isBehindComma(words, first)) {
            return true;
        }
        int start = first;
        while (first - start <= MOST_APART
                && start > 0
                && words.gap(start) == Words.BLANK
                && isUnknown(words, start - 1)) {
            start--;
        }
        if (start == first || first - start > MOST_APART || isName(words, start, first, local)) {
            return false;
        }
        if (start == 0) {
            return asked.getAsBoolean();
        }
        char gap = words.gap(start);
        if (gap != ':' && gap != Words.BLANK) {
            return false;
        }
        boolean reached = words.is(start - 1, "at") && GIVEN.has(words, start - 2); // "reach me at jane doe@…"
        return isMailIs(words, start - 1) || reached || gap == ':' && isMail(words, start - 1);
    }

    /** Whether it neither links others, nor is one of most messages, nor may be a number. */
    private static boolean isUnknown(Words words, int word) {
        return !words.isFigures(word)
                && !CommonWords.isOrdinary(words, word)
                && !CommonWords.hasOrdinaryEnding(words.folded(word))
                && !SpokenLocal.CUES.has(words, word)
                && !KINDS.has(words, word)
                && !PASSING.has(words, word)
                && !IS.has(words, word)
                && !isMail(words, word);
    }

    /** "Jane Doe jane at …". */
    private static boolean isNamed(Words words, int start, int first) {
        boolean same = false;
        boolean capitals = !words.isCapitalised(first);
        for (int word = start; word < first; word++) {
            same |= words.is(first, words.folded(word));
            capitals &= words.isCapitalised(word);
        }
        return same && capitals;
    }

    private static boolean isName(Words words, int start, int end, String local) {
        String folded = Words.fold(local);
        boolean capitals = end - start > 1;
        for (int word = start; word < end; word++) {
            if (words.length(word) > 1 && folded.contains(words.folded(word))) {
                return true;
            }
            capitals &= words.isCapitalised(word);
        }
        return capitals;
    }

    /** "My email is jane, doe at …". */
    private static boolean isBehindComma(Words words, int first) {
        int start = first;
        while (start > 0 && (words.gap(start) == ',' || start < first && words.gap(start) == Words.BLANK)) {
            start--;
            if (isMailIs(words, start)) {
                return start + 1 < first && !words.is(first, words.folded(start + 1)); // "my email is Jane, jane@…"
            }
            if (first - start > MOST_APART || !isUnknown(words, start)) {
                return false;
            }
        }
        return false;
    }

    /** A single letter and what tells it by a word. */
    private static boolean isSpelt(Words words, int last) {
        int letter = words.is(last, "in") && words.is(last - 1, "as") ? last - 2 : last - 1;
        return letter >= 0 && words.length(letter) == 1 && SPELLS.has(words, last);
    }

    /** Whether an address begins behind a word. */
    private static boolean isTelling(Words words, int word, int first) {
        if (TOLD.has(words, word) || CORRECTIONS.has(words, word) || isMailIs(words, word)) {
            return true;
        }
        if (IS.has(words, word)) {
            return word == 0
                    || CommonWords.isFunction(words, word - 1)
                    || words.is(word - 1, "will")
                    || KINDS.has(words, word - 1);
        }
        if (isMail(words, word)) {
            int next = word + 1;
            boolean initial = next + 1 == first && words.length(next) == 1;
            return initial || next < words.count() && !CommonWords.isFunction(words, next);
        }
        return GIVING.has(words, word) && word > 0 && (GIVEN.has(words, word - 1) || isMail(words, word - 1));
    }

    /** "My email is", "my email's". */
    private static boolean isMailIs(Words words, int word) {
        return IS.has(words, word) && word > 0 && isMail(words, word - 1)
                || words.folded(word).endsWith(MAIL_IS);
    }

    /** "Email", "address", "my gmail". */
    public static boolean isMail(Words words, int word) {
        return NOUNS.has(words, word) || words.folded(word).endsWith(MAIL);
    }

    /** Whether a sentence goes on from a word with an address, where none was told before. */
    private static boolean mayLead(Words words, int word) {
        boolean one = ONE.has(words, word - 1);
        if (words.isFigures(word) || NumberWords.ENGLISH.get(words, word) != null) {
            return one;
        }
        return CommonWords.isFunction(words, word)
                || SpokenLocal.CUES.has(words, word)
                || FOREIGN.has(words, word)
                || one && CommonWords.isOrdinary(words, word)
                || KINDS.has(words, word) && CommonWords.isFunction(words, word - 1);
    }
}
