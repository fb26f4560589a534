package dev.leadkit.capture.budget;

import dev.leadkit.capture.ownership.OwnershipWords;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/**
 * Whether the words around an amount make it what somebody else can spend, or what the visitor asks to be told. Who is somebody else is
 * told as for addresses.
 *
 * <p>"My client's budget is 9000", "the budget of my neighbour is 9000", "their limit is 9000", "my client has a budget of 9000", "9000 is
 * her budget"; "what budget do you need, 9000?", "what is the budget, 9000?". Not "my boss gave me a budget of 9000", "our team's budget
 * is 9000", "a budget of 9000 for my daughter", "what can I get for a budget of 9000?".
 */
final class OthersBudget {
    private static final int REACH = 6;
    private static final int MOST_SORTS = 2;
    private static final int MOST_VERBS = 3;
    private static final int MOST_BETWEEN = 4;

    private static final WordSet CUES =
            WordSet.of(AmountLead.STRONG, WordSet.listed("limit limits max maximum ceiling cap tops spends"));

    private static final WordSet HE = WordSet.listed("he she they");

    private static final WordSet OF = WordSet.listed("of de di von do da del des av af");

    private static final WordSet ARTICLES = WordSet.listed(
            "the a an my our this that le la el il mon ma notre mi nuestro nuestra mio meines meiner unseres des du dem der meinem");

    /** "His", "their". */
    private static final WordSet THEIRS =
            WordSet.listed("his her their hers theirs seine seinen su sus leur leurs suo sua zijn hun");

    /** They are several, the visitor among them. */
    private static final WordSet OWN_GROUPS = WordSet.listed("team partner");

    /** Out of what they have the visitor may spend. */
    private static final WordSet FUNDING = WordSet.listed("""
            boss manager supervisor employer owner director ceo cfo coo cto admin administrator chef chefin jefe jefa patron capo baas""");

    private static final WordSet HAVING = WordSet.listed("""
            has have had got can could will would wants want is a an to with total monthly up at hat haben kann tiene quiere ha vuole
            heeft wil""");

    private static final WordSet ASKING =
            WordSet.listed("what which whats what's how much welches quel qué quale qual welk hoeveel");

    /** Behind one of them it is asked for more than the budget. */
    private static final WordSet WITH = WordSet.listed("with for within in on under");

    private static final WordSet INVERTED = WordSet.listed("do does did would should will");

    private static final WordSet BEING = WordSet.listed("is was are should would ist est es è é");

    private static final WordSet WHOSE =
            WordSet.listed("my our your ihr dein euer votre ton vuestro tu vostro tuo seu jouw jullie");

    private static final WordSet NEEDING = WordSet.listed("need require want expect ask charge recommend suggest");

    private static final WordSet IS = WordSet.listed("is was are would be's ist est es è é");

    private final AmountLead lead;
    private final Words words;

    /** Those behind the amount. */
    private final Words behind;

    OthersBudget(AmountLead lead, Words behind) {
        this.lead = lead;
        this.words = lead.words();
        this.behind = behind;
    }

    /** Whether it is somebody else's. */
    boolean isOthers() {
        int cue = cue();
        return cue >= 0 && (isOwned(words, lead.from(), cue) || isOfSomebody(cue) || isHadBySomebody(cue))
                || isOwnedBehind();
    }

    /** The last word before the amount for what can be spent, -1 if there is none. */
    private int cue() {
        for (int i = words.count() - 1; i >= Math.max(lead.from(), words.count() - REACH); i--) {
            if (CUES.has(words, i)) {
                return i;
            }
            if (words.startsWithDigit(i) || words.is(i, "mine")) {
                return -1; // "his was 9000, mine is 5000"
            }
        }
        return -1;
    }

    /** "My client's total budget", "their limit". */
    private static boolean isOwned(Words words, int from, int cue) {
        int owner = cue - 1;
        while (owner > Math.max(from, cue - 1 - MOST_SORTS) && !isOwner(words, owner) && isSort(words, owner)) {
            owner--;
        }
        return owner >= from && isOwner(words, owner);
    }

    private static boolean isSort(Words words, int word) {
        return !CommonWords.isFunction(words, word) && words.gap(word + 1) == Words.BLANK;
    }

    private static boolean isOwner(Words words, int word) {
        if (THEIRS.has(words, word)) {
            return true;
        }
        if (!OwnershipWords.isOwner(words, word)) {
            return false;
        }
        String folded = words.folded(word);
        String whose = words.isPossessive(word) ? folded.substring(0, folded.length() - 2) : folded;
        boolean self = word > 1 && words.is(word - 1, "and") && words.isPossessive(word - 2);
        return !self && !OWN_GROUPS.contains(whose) && OwnershipWords.PEOPLE.contains(whose);
    }

    /** "The budget of my client". */
    private boolean isOfSomebody(int cue) {
        if (!lead.has(OF, cue + 1) && !lead.is(cue + 1, "meines") && !lead.is(cue + 1, "meiner")) {
            return false;
        }
        int who = cue + 1;
        while (who < words.count() && (OF.has(words, who) || ARTICLES.has(words, who))) {
            who++;
        }
        return isSomebody(who);
    }

    private boolean isSomebody(int word) {
        return OwnershipWords.PEOPLE.has(words, word) && !OWN_GROUPS.has(words, word);
    }

    /** "My client has a budget", "the competitor can spend"; not "my wife and I have". */
    private boolean isHadBySomebody(int cue) {
        int who = cue - 1;
        while (who > Math.max(lead.from(), cue - 1 - MOST_VERBS) && HAVING.has(words, who)) {
            who--;
        }
        return who >= lead.from()
                && !lead.is(who - 1, "and")
                && (who < cue - 1 || lead.is(cue, "spends"))
                && (HE.has(words, who) || isTold(who));
    }

    /** "My client", "the customers"; not "my boss". */
    private boolean isTold(int who) {
        boolean several = OwnershipWords.isOwner(words, who) && !words.isPossessive(who);
        return (isSomebody(who) || several)
                && !FUNDING.has(words, who)
                && (lead.has(ARTICLES, who - 1) || who > lead.from() && words.isPossessive(who - 1));
    }

    /** "Is their budget", "is what my client can spend". */
    private boolean isOwnedBehind() {
        if (!IS.has(behind, 0)) {
            return false;
        }
        for (int i = 1; i < Math.min(behind.count(), REACH) && !behind.startsSentence(i); i++) {
            if (CUES.has(behind, i)) {
                return isOwned(behind, 1, i);
            }
        }
        return false;
    }

    /** Whether a question asks for it: "what budget do you need, 9000?", "do you need a budget of 9000?". */
    boolean isAsked(BudgetAfter after) {
        int cue = after.isQuestion() ? cue() : -1;
        return cue >= 0 && (isAskedWhat(cue) || isNeeded(cue) || lead.has(WHOSE, cue - 1) && lead.has(BEING, cue - 2));
    }

    /** "What budget", "what is a good budget", "how big a budget"; not "what's possible with a budget". */
    private boolean isAskedWhat(int cue) {
        for (int i = cue - 1; i >= Math.max(lead.from(), cue - MOST_BETWEEN) && !WITH.has(words, i); i--) {
            if (lead.has(ASKING, i)) {
                return i == cue - 1 || IS.has(words, i + 1) || lead.is(i, "what's") || lead.is(i, "how");
            }
        }
        return false;
    }

    /** "Do we need a budget". */
    private boolean isNeeded(int cue) {
        for (int i = cue - 1; i >= Math.max(lead.from(), cue - MOST_BETWEEN); i--) {
            if (NEEDING.has(words, i)) {
                return lead.hasNear(INVERTED, i, MOST_BETWEEN);
            }
        }
        return false;
    }
}
