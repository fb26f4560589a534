package dev.leadkit.capture.budget;

import static dev.leadkit.capture.ownership.ValueSigns.add;

import dev.leadkit.capture.text.AsciiText;
import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the words around an amount make of it: a budget, a limit, a plan, or something else. An amount with neither a currency nor
 * three digits is money only right beside such words.
 */
public final class BudgetCue {
    private static final int BEHIND = 90;
    private static final int AHEAD = 60;

    /** So high a number needs no currency to be money. */
    private static final BigDecimal LEAST_BARE = BigDecimal.valueOf(100);

    private final Reply reply;
    private final LikelyBudget likely;
    private @Nullable BudgetQuestion question;

    /** Whether a budget was read already, so that what comes behind it is not the answer to the question. */
    private boolean answered;

    public BudgetCue(Reply reply) {
        this.reply = reply;
        this.likely = new LikelyBudget(reply);
    }

    /** What was asked, read when it first matters. */
    private BudgetQuestion question() {
        BudgetQuestion read = question;
        if (read == null) {
            read = new BudgetQuestion(reply.asked());
            question = read;
        }
        return read;
    }

    /** The amount as what can be spent, null if it is something else. Amounts are to be read from first to last. */
    public @Nullable SpendableAmount read(Amount amount) {
        String text = reply.text();
        if (amount.value().signum() == 0 || !amount.isMoneyLike(text)) {
            return null;
        }
        Words behind = reply.words().within(amount.end(), Math.min(text.length(), amount.end() + AHEAD));
        BudgetAfter after = new BudgetAfter(behind, amount);
        if (new CountedAfter(after, amount).isCounted()) {
            return null;
        }
        int from = Words.wholeFrom(text, 0, Math.max(0, amount.start() - BEHIND), amount.start());
        AmountLead lead = new AmountLead(reply.words().within(from, amount.start()), markBefore(text, amount.start()));
        if (new SellingPrice(lead, amount).isSelling(after)
                || new PaidAlready(lead).isPaid(after)
                || new TooMuch(lead, behind).isTooMuch()) {
            return null;
        }
        Around around = Around.of(amount, lead, after, reply.words());
        String because = because(amount, around);
        if (because == null && reply.ascii() == AsciiText.NONE) {
            because = new UnspacedBudget(text, amount).because();
        }
        if (because == null) {
            if (!lead.isLabelled() && !UnspacedBudget.isBeside(text, amount) && !isIncome(around)) {
                likely.add(amount, () -> around.signs(question()));
            }
            return null;
        }
        answered = true;
        double confidence = switch (because) {
            case "budget" -> 0.9;
            case "answer-to-budget-question" -> 0.8;
            default -> 0.7;
        };
        Amount money = amount.currency() == null ? inCurrency(amount, around) : amount;
        return new SpendableAmount(new CurrencyAfter(after).inCountry(money), confidence, because);
    }

    /** The amount in a currency that is told apart from it, by what stands before or behind it, or by what was written to him. */
    private Amount inCurrency(Amount amount, Around around) {
        Amount money = around.name.inCurrency(amount);
        money = money.currency() == null ? new CurrencyAfter(around.after).inCurrency(money) : money;
        Words asked = reply.askedWords();
        if (money.currency() != null || asked == null) {
            return money;
        }
        Words own = reply.words();
        String before = Currencies.ofShared(own.foldedOrEmpty(own.firstFrom(amount.start())), asked);
        String behind = Currencies.ofShared(own.foldedOrEmpty(own.firstFrom(amount.end()) - 1), asked);
        String shared = before == null ? behind : before;
        return shared == null ? money : amount.in(shared);
    }

    /** Of the amounts that were read and not told to be one the likeliest budget, null if none is likely. */
    public @Nullable SpendableAmount likeliest() {
        return likely.read();
    }

    /** The amounts that were read and not told to be a budget. */
    List<LikelyBudget.Untold> untold() {
        return likely.untold();
    }

    /** What stands around an amount, each way to read it. */
    private record Around(
            BudgetName name,
            SpendingLimit limit,
            ForeignLimit foreignLimit,
            SpendingPlan plan,
            ForeignPlan foreignPlan,
            Bargain bargain,
            Funding funding,
            PricedWish wish,
            OtherMoney other,
            OtherAfter otherAfter,
            BudgetAfter after) {
        static Around of(Amount amount, AmountLead lead, BudgetAfter after, Words all) {
            return new Around(
                    new BudgetName(lead, amount),
                    new SpendingLimit(lead, amount),
                    new ForeignLimit(lead, amount, all),
                    new SpendingPlan(lead, amount),
                    new ForeignPlan(lead, amount),
                    new Bargain(lead, amount),
                    new Funding(lead, amount),
                    new PricedWish(lead, amount),
                    new OtherMoney(lead, amount),
                    new OtherAfter(after, amount),
                    after);
        }

        List<String> signs(BudgetQuestion question) {
            List<String> signs = new ArrayList<>();
            add(signs, isOther(), "other");
            add(signs, other.isAnswer(), "answer");
            add(signs, after.isQuestion(), "question-behind");
            add(signs, name.isBudget(), "budget-named");
            add(signs, isLimit(), "limit");
            add(signs, isPlan(), "plan");
            add(signs, isWish(), "wish");
            add(signs, after.isRate(), "rate");
            add(signs, question.isForBudget(), "asked-budget");
            add(signs, question.isForOther(), "asked-other");
            return signs;
        }

        boolean isOther() {
            return other.isOther() || otherAfter.isOther() || other.mayBeOfItem() && otherAfter.namesItem();
        }

        boolean isLimit() {
            return limit.isLimit(after) || after.isLimit() || foreignLimit.isLimit(after);
        }

        boolean isPlan() {
            return plan.isPlan(after)
                    || foreignPlan.isPlan(after)
                    || bargain.isBargain(after)
                    || funding.isFunding(after)
                    || after.isPlan(plan.isHaving(), other.isTold());
        }

        boolean isWish() {
            return wish.isWish(after) && after.endsWish() || wish.isRoughWish(after) || wish.isPurchase(after);
        }
    }

    private @Nullable String because(Amount amount, Around around) {
        if (around.isOther()) {
            return null;
        }
        if (amount.isBare() && amount.value().compareTo(LEAST_BARE) < 0) {
            return becauseOfSmall(around);
        }
        if (around.name.isBudget()) {
            return "budget";
        }
        if (around.other.isWholeAnswer() && question().isForOther()) {
            return null;
        }
        if (around.isLimit()) {
            return "limit";
        }
        if (around.isPlan()) {
            return "plan";
        }
        if (!answered && !around.other.isSpent() && question().isForBudget()) {
            return "answer-to-budget-question";
        }
        if (around.isWish()) {
            return "wish";
        }
        return around.wish.isRange() && !around.after.isQuestion() ? "range" : null;
    }

    /** "It's 65,000 a year" where an income was asked for. */
    private boolean isIncome(Around around) {
        return around.other.isWholeAnswer() && question().isForIncome();
    }

    /** "Budget: 75", "75 to spend", "we can do 18 per seat"; "40" in an answer. */
    private @Nullable String becauseOfSmall(Around around) {
        BudgetAfter after = around.after;
        if (around.name.isLabelled() || after.isToSpend()) {
            return "budget";
        }
        if (after.isRate() && (around.isLimit() || around.plan.isPlan(after) || around.bargain.isBargain(after))
                || around.limit.isMost()) {
            return "limit";
        }
        if (after.isRatePerHead() && around.isWish()) {
            return "wish";
        }
        if (!answered
                && around.other.isAnswer()
                && after.endsAnswer()
                && question().isForBudget()) {
            return "answer-to-budget-question";
        }
        return null;
    }

    /** The sign right before, such as that of "&lt; 500"; a blank if there is none. */
    private static char markBefore(String text, int start) {
        int at = start - 1;
        if (at > 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at < 0 || Character.isLetterOrDigit(text.charAt(at)) ? ' ' : text.charAt(at);
    }
}
