package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** The words that lead to an amount, from where its sentence starts. */
final class AmountLead {
    private static final int LONGEST_LABEL = 4;

    /** A word for what can be spent. */
    static final WordSet STRONG = WordSet.of(BudgetNouns.WORDS, WordSet.listed("""
            budgetary budgeting budget's spend spending afford invest investire invertir investir investieren investeren funds
            funding allocation allocated earmarked kitty spendera wydania wydać gastar spendere dépenser dépense besteden
            ausgeben uitgeven"""));

    /** They come between a limit or a plan and its amount. */
    static final WordSet NEARLY = WordSet.listed("""
            about around approximately approx roughly the a an circa ca etwa rund ungefähr unos unas environ d'environ
            ongeveer zirka rond omstreeks sui aproximadamente approssimativamente maybe
            say like only just los il i zu su cca nearly almost perhaps probably possibly somewhere something so um total
            ish well literally basically""");

    /** With one of the links behind them they come there too. */
    private static final WordSet ROUGH = WordSet.listed("rond autour alentours alrededor cerca torno volta intorno um");

    private static final WordSet ROUGH_LINKS = WordSet.listed("de des del los las dos a ai agli die den");

    static final WordSet MINE = WordSet.listed("i i'd i'll we we'd we'll my our i've we've");

    static final WordSet OTHERS_DOING = WordSet.listed("you they he she it you'd they'd he'd you'll they'll");

    static final WordSet WILLING = WordSet.listed("""
            can could i'd we'd i'll we'll ok okay fine willing prepared happy ready able want wanna like hoping looking
            comfortable might would will wollen wollten willen kann können möchte möchten würde würden podemos puedo peut
            pouvons peux posso possiamo kan kunnen wil may only offer let's j'peux
            consigo conseguimos riesco riusciamo""");

    static final WordSet NOT = WordSet.listed("""
            not no nothing never don't dont can't cant cannot won't wouldn't shouldn't couldn't didn't doesn't without nor
            nicht nichts kein ne pas non não nie niet ni rather isn't hate wont wouldnt""");

    /** What is told of a price, a debt or an income. */
    static final WordSet TOLD = WordSet.listed("""
            cost costs costing paid pays charged charge charges worth quoted owe owed refund refunded was were earn earns
            make makes salary balance fee fees bill invoice sold is are it's came comes made has currently already quote
            quotes estimates lose losing save saves saving lost""");

    static final WordSet DETERMINERS = WordSet.listed("the a an this that these those your their another");

    private final Words words;
    private final char mark;
    private final int from;
    private final int head;
    private final boolean nearly;

    /** @param mark the sign right before the amount, a blank if there is none */
    AmountLead(Words words, char mark) {
        this.words = words;
        this.mark = mark;
        this.from = startOfSentence(words);
        int at = words.count() - 1;
        boolean seen = mark == '~' || mark == '≈';
        for (int length = lengthOfRough(at); length > 0; length = lengthOfRough(at)) {
            seen |= !DETERMINERS.has(words, at);
            at -= length;
        }
        this.head = at;
        this.nearly = seen;
    }

    private static int startOfSentence(Words words) {
        int at = words.count();
        while (at > 0
                && (!Words.isSentenceEnd(words.gap(at)) || words.gap(at) == '.' && isAbbreviated(words, at - 1))) {
            at--;
        }
        return at;
    }

    /** How many words that end with this one tell that an amount is a rough one. */
    private int lengthOfRough(int last) {
        if (last < from) {
            return 0;
        }
        int length = LimitWords.ROUGH.lengthBefore(words, from, last + 1);
        return length > 0 ? length : NEARLY.has(words, last) ? 1 : isRoughly(words, last) ? 2 : 0;
    }

    /** "Rond de", "autour de", "um die". */
    private boolean isRoughly(Words words, int word) {
        return word > from && ROUGH_LINKS.has(words, word) && ROUGH.has(words, word - 1);
    }

    private static boolean isAbbreviated(Words words, int word) {
        return words.is(word, "max") || words.is(word, "ca") || words.is(word, "approx") || words.is(word, "est");
    }

    Words words() {
        return words;
    }

    char mark() {
        return mark;
    }

    /** The first word of the sentence. */
    int from() {
        return from;
    }

    /** The last word but for such as "about" and "a"; before the first if there is none. */
    int head() {
        return head;
    }

    /** Whether the amount is given as a rough one. */
    boolean isNearly() {
        return nearly;
    }

    boolean is(int word, String expected) {
        return word >= from && words.is(word, expected);
    }

    boolean has(WordSet some, int word) {
        return word >= from && some.has(words, word);
    }

    /** How many words the longest of some phrases has that ends right before a word; 0 if none does. */
    int lengthBefore(Phrases some, int word) {
        return some.lengthBefore(words, from, word);
    }

    /** Whether one of some phrases stands before the amount. */
    boolean has(Phrases some) {
        for (int end = words.count(); end > from; end--) {
            if (lengthBefore(some, end) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of some words stands among so many before a word. */
    boolean hasNear(WordSet some, int before, int reach) {
        for (int i = before - 1; i >= Math.max(from, before - reach); i--) {
            if (some.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** "CAM estimate: $900". */
    boolean isLabelled() {
        int count = words.count();
        return words.gap(count) == ':' && count > from && count - from <= LONGEST_LABEL;
    }

    /** "The $99", "that $50": of something that is there already. */
    boolean isOfItem() {
        int last = words.count() - 1;
        return has(DETERMINERS, last) && !is(last, "a") && !is(last, "an");
    }
}
