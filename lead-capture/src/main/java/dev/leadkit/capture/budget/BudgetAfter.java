package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** What the words after an amount, in its sentence, say of it. */
final class BudgetAfter {
    private static final int REACH = 4;
    private static final int COPULA_REACH = 6;
    private static final int DENIAL_REACH = 6;

    static final WordSet LIMITS = WordSet.of(BudgetNouns.WORDS, WordSet.listed("""
            max maximum tops limit ceiling cap range mark ballpark ausgeben máximo maximal maximaal massimo
            maxi uitgeven dépenser gastar spendere höchstens hoogstens maks bracket
            grenze obergrenze höchstgrenze plafond tope bovengrens"""));

    /** They make an amount with its size or currency a budget. */
    static final WordSet GRANTS = WordSet.listed("grant allowance stipend fund");

    private static final WordSet CAN = WordSet.of("can", "could");
    private static final WordSet TO = WordSet.listed("to te à att at para da");
    private static final WordSet SPENDING =
            WordSet.listed("spend work play invest besteden mettre gastar spendere spendera bruge bruke");

    /** They begin what makes it the most that one can pay. */
    static final WordSet COPULAS = WordSet.listed("is are would be it's that's ist est es è é wär wäre sind");

    static final WordSet DENIALS = WordSet.listed("nicht niet pas can't cannot no ned net nid non ne não");
    private static final WordSet STAYING = WordSet.listed("bleiben liegen halten bleibt");
    static final WordSet SPEAKERS = WordSet.listed("i i've i'd i'm we we've we'd we're my our me us");

    /** After what answers a question one of them begins something else. */
    private static final WordSet ANSWERED = WordSet.listed("pls please thanks ish or if but i");

    private final Words words;
    private final int end;
    private final LimitAfter limit;
    private final PlanAfter plan;
    private final RateAfter rate;

    BudgetAfter(Words words, Amount amount) {
        this.words = words;
        this.end = endOfSentence(words);
        this.limit = new LimitAfter(this, amount);
        this.plan = new PlanAfter(this, amount);
        this.rate = new RateAfter(this);
    }

    private static int endOfSentence(Words words) {
        int at = 0;
        while (at < words.count() && !isEnd(words.gap(at))) {
            at++;
        }
        return at;
    }

    private static boolean isEnd(char gap) {
        return Words.isSentenceEnd(gap) && gap != Words.START;
    }

    Words words() {
        return words;
    }

    /** Behind the last word of the amount's sentence. */
    int end() {
        return end;
    }

    boolean is(int word, String expected) {
        return word < end && words.is(word, expected);
    }

    boolean has(WordSet some, int word) {
        return word < end && some.has(words, word);
    }

    /** Whether what is counted or measured stands there. */
    boolean isThing(int word) {
        return word < end && CountedThings.at(words, word);
    }

    /** "600 at most", "4 lakh max", "$1,000 is all I've got". */
    boolean isLimit() {
        return isToSpend() || limit.isLimit();
    }

    /** "Put aside", "saved up", "budgeted for this", "in the kitty". */
    boolean isPlan(boolean having, boolean told) {
        return plan.isPlan(having, told);
    }

    /** Whether a clause ends, or goes on to what the money is for. */
    boolean endsHaving() {
        return plan.endsHaving();
    }

    /** "$20 a month", "/seat", "each". */
    boolean isRate() {
        return rate.isRate();
    }

    /** "25 per person", "40 a head". */
    boolean isRatePerHead() {
        return rate.isPerHead();
    }

    /** "75 to spend", "5030 credits I can spend". */
    boolean isToSpend() {
        if (has(SPEAKERS, 0) && has(CAN, 1) && has(SPENDING, 2)) {
            return true;
        }
        for (int i = 0; i < REACH; i++) {
            if (has(TO, i) && has(SPENDING, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** How many words the longest of some phrases has that begins with a word; 0 if none does. */
    int lengthAt(Phrases some, int word) {
        return words.gap(0) == ',' ? 0 : some.lengthAt(words, word, end);
    }

    /** Whether one of some words stands among so many from a word on. */
    boolean hasNear(WordSet some, int from, int reach) {
        for (int i = from; i < Math.min(from + reach, end); i++) {
            if (some.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** The first of some words among so many, -1 if there is none. */
    int firstOf(WordSet some, int reach) {
        for (int i = 0; i < Math.min(reach, end); i++) {
            if (some.has(words, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether one of some words follows soon. */
    boolean has(WordSet some) {
        return firstOf(some, REACH) >= 0;
    }

    /** Whether one of some words follows, though a word or two later. */
    boolean hasSoon(WordSet some) {
        return firstOf(some, COPULA_REACH) >= 0;
    }

    /** "Unter 600 bleiben". */
    boolean isToStay() {
        return firstOf(STAYING, 2) >= 0;
    }

    /** "More than 1200 we can't pay". */
    boolean isDenied() {
        return firstOf(DENIALS, DENIAL_REACH) >= 0;
    }

    /** Whether what was wished ends with its price. */
    boolean endsWish() {
        if (isQuestion()) {
            return false;
        }
        boolean roughly = is(0, "or") && is(1, "so");
        return roughly || end == 0 || isRate() || isBehindMark();
    }

    /** Whether more than a blank stands before the first word. */
    boolean isBehindMark() {
        return words.gap(0) != Words.START && words.gap(0) != Words.BLANK;
    }

    boolean endsSentence() {
        return end == 0;
    }

    /** Whether the amount is all of an answer that matters. */
    boolean endsAnswer() {
        return end == 0 || words.gap(0) != Words.START || has(ANSWERED, 0) || isRate() || isLimit();
    }

    /** "130k on it": the miles of a car. */
    boolean isOfCar() {
        return is(0, "on") && (is(1, "it") || is(2, "clock") || is(2, "odometer"));
    }

    boolean isQuestion() {
        return words.gap(end) == '?';
    }

    boolean isNumber(int word) {
        return word >= 0
                && word < words.count()
                && Character.isDigit(words.folded(word).charAt(0));
    }
}
