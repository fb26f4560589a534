package dev.leadkit.capture.summary;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads how a visitor words a request: the phrase that only leads up to it, and the things that it is for.
 *
 * <p>Of "could you help me find a quiet place to stay?" the lead is "could you help me find", the thing "a quiet place",
 * its head "place". Of "I'm looking for apartments in Oslo" the thing is "apartments". A new thing has an indefinite
 * article or none; "the address" and "my booking" are known already and say less.
 */
final class Request {
    private static final int MAX_THING = 5;
    private static final int REACH = 6;

    private static final WordSet LEAD = WordSet.listed("""
            i i'm im i'd i'll we we're we'd we'll am are is it's its would will may can could do have like want
            wanna wish need to you u help me us with please looking look searching search find finding get getting
            for hoping hope trying try going interested in give show tell let's lets let just also really actually
            so think guess ok maybe there there's
            """);

    /** After these a thing with an article is wanted. */
    private static final WordSet WANTS = WordSet.listed("""
            need want wanna like looking search searching find finding get getting have book order reserve rent buy
            purchase hire schedule arrange arranging make plan planning organizing organising set add change help
            interested call request quote prefer recommend suggest see view visit watch play check try brauche suche
            möchte quiero necesito busco voudrais cherche vorrei cerco
            """);

    /** Right after these a thing is wanted even without an article. */
    private static final WordSet TAKES = WordSet.listed("""
            need want find get book order reserve rent buy purchase hire schedule make plan planning organize quote
            prefer
            """);

    private static final WordSet SEEKS = WordSet.of("looking", "look", "search", "searching");
    private static final WordSet ARTICLES = WordSet.listed("""
            a an some any another ein eine einen un una une uno een
            """);

    private Request() {}

    /**
     * Something asked for.
     *
     * @param start its first word, the article if it has one
     * @param end the index after its last word, which is its head
     */
    record Thing(int start, int end) {
        int head() {
            return end - 1;
        }
    }

    /** The index after the lead, which ends at a mark; {@code last} where there is nothing but a lead. */
    static int afterLead(Words words, int first, int last) {
        int at = first;
        while (at < last && LEAD.contains(words.folded(at)) && (at == first || words.gap(at) == Words.BLANK)) {
            at++;
        }
        return at;
    }

    static List<Thing> things(Words words, int first, int last) {
        List<Thing> things = new ArrayList<>(2);
        for (int i = first; i < last; i++) {
            boolean article = ARTICLES.contains(words.folded(i));
            if (article ? isWanted(words, i) : isTaken(words, i)) {
                int end = end(words, i, last);
                if (end > i + 1 || !article) {
                    things.add(new Thing(i, end));
                }
            }
        }
        return things;
    }

    private static boolean isWanted(Words words, int article) {
        for (int i = article - 1; i >= Math.max(0, article - REACH); i--) {
            if (WANTS.contains(words.folded(i))) {
                return true;
            }
        }
        return false;
    }

    /** "search for apartments", "book tickets", "need lodging". */
    private static boolean isTaken(Words words, int word) {
        if (word == 0 || words.gap(word) != Words.BLANK) {
            return false;
        }
        String folded = words.folded(word);
        boolean wanted = TAKES.contains(words.folded(word - 1))
                || words.is(word - 1, "for") && SEEKS.contains(words.foldedOrEmpty(word - 2));
        return wanted && !NeedWords.endsThing(folded) && !NeedWords.isTime(folded) && !WANTS.contains(folded);
    }

    /** The words up to the next that cannot belong to it. */
    private static int end(Words words, int start, int last) {
        int end = start + 1;
        while (end < last
                && end - start < MAX_THING
                && words.gap(end) == Words.BLANK
                && goesOn(words, start, end, last)) {
            end++;
        }
        return end;
    }

    /** Of "a hire car" and "a rent quote" a verb is the first part. */
    private static boolean goesOn(Words words, int start, int word, int last) {
        if (!NeedWords.endsThing(words.folded(word))) {
            return true;
        }
        return word == start + 1
                && WANTS.contains(words.folded(word))
                && word + 1 < last
                && words.gap(word + 1) == Words.BLANK
                && !NeedWords.endsThing(words.folded(word + 1));
    }
}
