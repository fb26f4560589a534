package dev.leadkit.capture.extract;

import dev.leadkit.capture.budget.Amount;
import dev.leadkit.capture.budget.Amounts;
import dev.leadkit.capture.budget.BudgetCue;
import dev.leadkit.capture.budget.ReadAmount;
import dev.leadkit.capture.budget.RefusedAmount;
import dev.leadkit.capture.budget.SpendableAmount;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a visitor can spend: an amount with a word for a budget, a limit or what they have or mean to spend beside it, or in answer
 * to a question for one; else the one that what stands around it makes likeliest.
 *
 * <p>Matches "my budget is 5k", "up to $800/month", "between 2 and 3 thousand euros" (the upper end), "600 at most",
 * "under 1,200.50 EUR", "nothing over 900 bucks", "we have about ten thousand to spend", "4 lakh max", "entre 20 000 et
 * 25 000 euros", "$700-$900 a month", "we were thinking 1-2k", "I could swing 350 a month", "we need a logo, around $400",
 * and "1500-2000" after "What is your budget?"; "mehr wie 8.000 sollts nicht werden", "400 piasses gros max", "sotto i 1.500", "9000 kr
 * and zero more", "HR hat 10k gesprochen, CHF natürlich", "kan het voor 90 euro?".
 * In other languages likewise: "до 50 тыс", "2 milyona kadar ev", "dưới 2 triệu", "预算一万五左右", "ميزانيتي مليون ونص".
 *
 * <p>Nearly matches, and is not found: "under 5 days", "up to 3 people", "max 2 bedrooms", "I paid
 * 500", "my rent is 1400", "the price list for 10,000 bolts", "I have a $50 voucher",
 * "до 500 человек", "2 triệu người", "月薪三千以内". Rejected: "it costs $20", "they quoted me $2,300", "I pay ye 55 euro a
 * month", "a clarinet, insured for £2,300", "branded diaries from KES 850 each" ({@code price}), "$900 is too much" ({@code too-much}),
 * "I can't spend $900" ({@code negated}), "my client's budget is $900" ({@code third-party}), "what budget do you need, $900?" ({@code
 * question}).
 */
public final class BudgetExtractor implements Extractor<Budget> {
    private static final int MAX_FOUND = 8;
    private static final int MAX_REJECTED = 64;

    /** Has no settings. */
    public BudgetExtractor() {}

    @Override
    public String field() {
        return "budget";
    }

    @Override
    public Extraction<Budget> extract(Turn turn) {
        Amounts amounts = Amounts.of(turn.reply(), turn.region());
        if (amounts == null) {
            return Extraction.nothing();
        }
        List<Candidate<Budget>> found = new ArrayList<>(1);
        List<Rejected> rejected = new ArrayList<>(1);
        BudgetCue cue = new BudgetCue(turn.reply());
        for (Amount amount = amounts.next(); amount != null && found.size() < MAX_FOUND; amount = amounts.next()) {
            ReadAmount read = cue.read(amount);
            if (read instanceof SpendableAmount spendable) {
                found.add(candidate(spendable));
            } else if (read instanceof RefusedAmount refused && rejected.size() < MAX_REJECTED) {
                rejected.add(new Rejected(field(), span(amount), refused.because()));
            }
        }
        SpendableAmount likeliest = found.isEmpty() ? cue.likeliest() : null;
        if (likeliest != null) {
            found.add(candidate(likeliest));
            rejected.removeIf(price -> price.span().equals(span(likeliest.amount())));
        }
        return Extraction.of(found, rejected);
    }

    private static Span span(Amount amount) {
        return new Span(amount.start(), amount.end());
    }

    private static Candidate<Budget> candidate(SpendableAmount spendable) {
        Amount amount = spendable.amount();
        return new Candidate<>(
                new Budget(amount.value(), amount.currency()),
                span(amount),
                spendable.confidence(),
                spendable.because());
    }
}
