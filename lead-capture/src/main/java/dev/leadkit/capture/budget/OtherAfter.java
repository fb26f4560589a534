package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** Whether the words after an amount make it something else than what can be spent: a reduction, a debt, the price of a thing. */
final class OtherAfter {
    /** What is no money to spend, though it is told like it. */
    private static final WordSet OTHERS = WordSet.listed("""
            off discount voucher vouchers gift coupon cashback refund refunded fee fees deposit bill charge charges invoice
            loan salary bonus surcharge late debt overdraft rebate savings payment mortgage fine credit balance penalty
            extra higher lower cheaper less more too reward prize worth""");

    /** "$2M in annual revenue". */
    private static final WordSet IN_OTHERS =
            WordSet.listed("debt savings sales revenue annual yearly monthly turnover");

    /** "2.300 bezahlt": the order of German or Dutch. */
    private static final WordSet PAID =
            WordSet.listed("bezahlt gezahlt überwiesen gekostet verlangt berechnet betaald kwijt");

    /** With one of them near no thing is named. */
    private static final WordSet NO_ITEMS = WordSet.of(BudgetAfter.LIMITS, BudgetAfter.GRANTS, RateAfter.RATES);

    private final BudgetAfter after;
    private final Words words;
    private final Amount amount;

    OtherAfter(BudgetAfter after, Amount amount) {
        this.after = after;
        this.words = after.words();
        this.amount = amount;
    }

    /** "$50 off", "$30 less than I thought". */
    boolean isOther() {
        int limit = after.lengthAt(LimitWords.BEHIND, 0);
        if (limit > 0 && after.has(OtherMoney.OTHERS, limit)) {
            return true; // "50 bin TL'ye kadar kredi"
        }
        if (after.endsSentence() || words.gap(0) != Words.START) {
            return false;
        }
        boolean moreOrLess = (after.is(0, "more") || after.is(0, "less")) && after.is(1, "or");
        boolean budget = after.is(0, "credit") && amount.isBare(); // "2000 credit budget"
        return after.has(OTHERS, 0) && !moreOrLess && !budget
                || after.is(0, "as") && after.has(OTHERS, 1)
                || after.has(PAID, 0)
                || after.is(0, "in") && IN_OTHERS.has(words, 1);
    }

    /** Whether a thing follows at once: "the $99 plan"; not "a $99 max", "the $99 range", "a $1,500 grant". */
    boolean namesItem() {
        if (after.endsSentence() || words.gap(0) != Words.START || CommonWords.isFunction(words, 0)) {
            return false;
        }
        boolean item = !after.has(NO_ITEMS) && !after.isRate();
        return item
                && !after.has(BudgetAfter.SPEAKERS, 0)
                && !after.has(BudgetAfter.COPULAS, 0)
                && !after.has(PlanAfter.KEPT, 0);
    }
}
