package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a visitor can spend: an amount with a word for a budget or a limit beside it, or in answer to a question
 * for one.
 *
 * <p>Matches "my budget is 5k", "up to $800/month", "between 2 and 3 thousand euros" (the upper end), "600 at most",
 * "under 1,200.50 EUR", "nothing over 900 bucks", "we have about ten thousand to spend", "4 lakh max", "entre 20 000 et
 * 25 000 euros", "$700-$900 a month", and "1500-2000" after "What is your budget?".
 *
 * <p>Nearly matches, and is not found: "it costs $20", "under 5 days", "up to 3 people", "max 2 bedrooms", "I paid
 * 500", "my rent is 1400", "the price list for 10,000 bolts".
 */
public final class BudgetExtractor implements Extractor<Budget> {
    private static final int MAX_FOUND = 8;

    /** Has no settings. */
    public BudgetExtractor() {}

    @Override
    public String field() {
        return "budget";
    }

    @Override
    public Extraction<Budget> extract(Turn turn) {
        Words words = turn.words();
        boolean spelled = SpelledAmount.mayBeIn(words);
        int at = turn.nextDigit(0);
        if (at < 0 && !spelled) {
            return Extraction.nothing();
        }
        String text = turn.text();
        List<Candidate<Budget>> found = new ArrayList<>(1);
        BudgetCue cue = new BudgetCue(turn, asksForBudget(turn.asked()));
        while (at >= 0 && found.size() < MAX_FOUND) {
            Amount amount = Amount.at(text, at);
            at = turn.nextDigit(Math.max(at + 1, amount.end()));
            String because = cue.because(amount);
            add(amount, because == null && endsRange(text, found, amount) ? "range" : because, found);
        }
        for (int i = 0; spelled && i < words.count() && found.size() < MAX_FOUND; i++) {
            Amount amount = SpelledAmount.at(words, i);
            if (amount != null) {
                add(amount, cue.because(amount), found);
                i = words.firstFrom(amount.end()) - 1;
            }
        }
        return found.isEmpty() ? Extraction.nothing() : new Extraction<>(withoutLowerEnds(text, found), List.of());
    }

    private static void add(Amount amount, @Nullable String because, List<Candidate<Budget>> found) {
        if (because != null && amount.value().signum() > 0) {
            double confidence = because.equals("limit") || because.equals("range") ? 0.7 : 0.9;
            Span span = new Span(amount.start(), amount.end());
            found.add(new Candidate<>(new Budget(amount.value(), amount.currency()), span, confidence, because));
        }
    }

    /** Of "between 2000 and 3000" and "1500-2000" only the upper end is the budget. */
    private static List<Candidate<Budget>> withoutLowerEnds(String text, List<Candidate<Budget>> found) {
        List<Candidate<Budget>> kept = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            boolean lower = i + 1 < found.size()
                    && isRange(text, found.get(i).span(), found.get(i + 1).span());
            if (!lower) {
                kept.add(found.get(i));
            }
        }
        return kept;
    }

    /** Of "$700-$900" the lower end was found out to begin a range. */
    private static boolean endsRange(String text, List<Candidate<Budget>> found, Amount amount) {
        Candidate<Budget> last = found.isEmpty() ? null : found.get(found.size() - 1);
        return last != null
                && last.because().equals("range")
                && isRange(text, last.span(), new Span(amount.start(), amount.end()));
    }

    private static boolean isRange(String text, Span low, Span high) {
        return Amount.isRangeLink(text, low.end(), high.start());
    }

    private static boolean asksForBudget(@Nullable String asked) {
        if (asked == null) {
            return false;
        }
        String folded = asked.toLowerCase(Locale.ROOT);
        return folded.contains("budget")
                || folded.contains("price range")
                || folded.contains("price point")
                || folded.contains("presupuesto")
                || folded.contains("orçamento")
                || folded.contains("begroting")
                || folded.contains("budżet")
                || folded.contains("how much")
                        && (folded.contains("spend") || folded.contains("pay") || folded.contains("afford"));
    }
}
