package dev.leadkit.capture.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the words around an amount make of it: a budget, a limit, a plan, or something else. An amount with neither a currency nor
 * three digits is money only right beside such words.
 */
final class BudgetCue {
    private static final int BEHIND = 90;
    private static final int AHEAD = 60;

    /** So high a number needs no currency to be money. */
    private static final BigDecimal LEAST_BARE = BigDecimal.valueOf(100);

    private final Turn turn;
    private @Nullable BudgetQuestion question;
    private boolean answered;

    BudgetCue(Turn turn) {
        this.turn = turn;
    }

    /** What was asked, read when it first matters. */
    private BudgetQuestion question() {
        BudgetQuestion read = question;
        if (read == null) {
            read = new BudgetQuestion(turn.asked());
            question = read;
        }
        return read;
    }

    /** The budget that an amount is, null if it is none. Amounts are to be read from first to last. */
    @Nullable
    Candidate<Budget> read(Amount amount) {
        String text = turn.text();
        if (!amount.isMoneyLike(text)) {
            return null;
        }
        BudgetAfter after = new BudgetAfter(
                turn.words().within(amount.end(), Math.min(text.length(), amount.end() + AHEAD)), amount);
        if (after.isCounted()) {
            return null;
        }
        int from = wholeWordFrom(text, Math.max(0, amount.start() - BEHIND), amount.start());
        AmountLead lead = new AmountLead(turn.words().within(from, amount.start()), markBefore(text, amount.start()));
        BudgetName name = new BudgetName(lead, amount);
        String because = because(amount, lead, name, after);
        if (because == null) {
            return null;
        }
        double confidence = switch (because) {
            case "budget" -> 0.9;
            case "answer-to-budget-question" -> 0.8;
            default -> 0.7;
        };
        Amount money = after.inCountry(amount.currency() == null ? name.inCurrency(amount) : amount);
        return new Candidate<>(new Budget(money.value(), money.currency()), amount.span(), confidence, because);
    }

    private @Nullable String because(Amount amount, AmountLead lead, BudgetName name, BudgetAfter after) {
        OtherMoney other = new OtherMoney(lead, amount);
        if (other.isOther() || after.isOther() || other.mayBeOfItem() && after.namesItem()) {
            return null;
        }
        boolean money = !amount.isBare() || amount.value().compareTo(LEAST_BARE) >= 0;
        SpendingLimit limit = new SpendingLimit(lead, amount);
        SpendingPlan plan = new SpendingPlan(lead, amount);
        if (!money) {
            return becauseOfSmall(name, limit, plan, other, after);
        }
        if (name.isBudget()) {
            return "budget";
        }
        if (other.isAnswer() && question().isForOther()) {
            return null;
        }
        if (limit.isLimit(after) || after.isLimit()) {
            return "limit";
        }
        if (plan.isPlan(after) || after.isPlan(plan.isHaving(), other.isTold())) {
            return "plan";
        }
        if (!(amount.isBare() && answered) && question().isForBudget()) {
            answered = true;
            return "answer-to-budget-question";
        }
        PricedWish wish = new PricedWish(lead, amount);
        if (wish.isWish() && after.endsWish()) {
            return "wish";
        }
        return wish.isRange() && !after.isQuestion() ? "range" : null;
    }

    /** "Budget: 75", "75 to spend", "we can do 18 per seat"; "40" in an answer. */
    private @Nullable String becauseOfSmall(
            BudgetName name, SpendingLimit limit, SpendingPlan plan, OtherMoney other, BudgetAfter after) {
        if (name.isLabelled() || after.isToSpend()) {
            return "budget";
        }
        if (after.isRate() && (plan.isPlan(after) || limit.isLimit(after) || after.isLimit())) {
            return "limit";
        }
        if (!answered && other.isAnswer() && after.endsAnswer() && question().isForBudget()) {
            answered = true;
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

    private static int wholeWordFrom(String text, int from, int to) {
        int at = from;
        while (at > 0 && at < to && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }
}
