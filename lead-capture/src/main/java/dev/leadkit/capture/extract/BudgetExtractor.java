package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a visitor can spend: an amount with a word for a budget or a limit beside it, or in answer to a question
 * for one.
 *
 * <p>Matches "my budget is 5k", "up to $800/month", "between 2 and 3 thousand euros" (the upper end), "600 at most",
 * "under 1,200.50 EUR", and "1500-2000" after "What is your budget?".
 *
 * <p>Nearly matches, and is not found: "it costs $20", "under 5 days", "up to 3 people", "max 2 bedrooms", "I paid
 * 500".
 */
public final class BudgetExtractor implements Extractor<Budget> {
    private static final int BEHIND = 60;
    private static final int AHEAD = 30;
    private static final int MAX_FOUND = 8;
    /** A limit without a currency must be at least so high to be money. */
    private static final BigDecimal LEAST_BARE = BigDecimal.valueOf(100);

    private static final WordSet STRONG = WordSet.of(
            "budget",
            "spend",
            "spending",
            "afford",
            "budgeted",
            "presupuesto",
            "budżet",
            "price",
            "rent",
            "pay",
            "invest",
            "preis",
            "prix");
    private static final WordSet LIMITS = WordSet.of(
            "under",
            "below",
            "max",
            "maximum",
            "most",
            "than",
            "to",
            "exceed",
            "exceeding",
            "within",
            "upto",
            "limit",
            "cap",
            "ceiling",
            "until",
            "over",
            "höchstens",
            "bis",
            "maximal",
            "around",
            "about",
            "approximately",
            "and",
            "cheaper");
    private static final WordSet LIMITS_AFTER = WordSet.of("max", "maximum", "tops", "budget", "limit");
    private static final WordSet UNITS = WordSet.of(
            "people",
            "persons",
            "person",
            "guests",
            "days",
            "day",
            "weeks",
            "week",
            "months",
            "hours",
            "hour",
            "minutes",
            "minute",
            "years",
            "year",
            "km",
            "miles",
            "mile",
            "bedrooms",
            "bedroom",
            "rooms",
            "room",
            "floor",
            "floors",
            "sqft",
            "sqm",
            "square",
            "am",
            "pm",
            "percent",
            "items",
            "pieces",
            "units",
            "users",
            "seats",
            "employees",
            "kg",
            "lbs",
            "gb",
            "mb",
            "tb",
            "m2",
            "th",
            "st",
            "nd",
            "rd",
            "o'clock",
            "tickets",
            "nights",
            "stars",
            "star",
            "adults",
            "kids",
            "children",
            "apartments",
            "feet",
            "meters",
            "metres",
            "inches",
            "inch",
            "cm",
            "mm",
            "mph",
            "times");

    /** Has no settings. */
    public BudgetExtractor() {}

    @Override
    public String field() {
        return "budget";
    }

    @Override
    public Extraction<Budget> extract(Turn turn) {
        int at = turn.nextDigit(0);
        if (at < 0) {
            return Extraction.nothing();
        }
        String text = turn.text();
        List<Candidate<Budget>> found = new ArrayList<>(1);
        boolean asked = asksForBudget(turn.asked());
        while (at >= 0 && found.size() < MAX_FOUND) {
            Amount amount = Amount.at(text, at);
            at = turn.nextDigit(Math.max(at + 1, amount.end()));
            String because = because(turn, amount, asked);
            if (because != null && amount.value().signum() > 0) {
                double confidence = because.equals("limit") ? 0.7 : 0.9;
                Span span = new Span(amount.start(), amount.end());
                found.add(new Candidate<>(new Budget(amount.value(), amount.currency()), span, confidence, because));
            }
        }
        return found.isEmpty() ? Extraction.nothing() : new Extraction<>(withoutLowerEnds(text, found), List.of());
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

    private static boolean isRange(String text, Span low, Span high) {
        if (high.start() < low.end()) {
            return false; // both took the one currency sign between them, as in "500 $600"
        }
        String mark = text.substring(low.end(), high.start()).strip().toLowerCase(Locale.ROOT);
        return mark.equals("-") || mark.equals("–") || mark.equals("to") || mark.equals("and") || mark.equals("until");
    }

    private static @Nullable String because(Turn turn, Amount amount, boolean asked) {
        String text = turn.text();
        if (!amount.isMoneyLike(text)) {
            return null;
        }
        Words after = turn.words().within(amount.end(), Math.min(text.length(), amount.end() + AHEAD));
        if (after.count() > 0 && after.gap(0) != '\n' && UNITS.has(after, 0)) {
            return null;
        }
        boolean money = amount.currency() != null || amount.value().compareTo(LEAST_BARE) >= 0;
        if (asked && (money || after.count() == 0)) {
            return "answer-to-budget-question";
        }
        Words before = turn.words()
                .within(wholeWordFrom(text, Math.max(0, amount.start() - BEHIND), amount.start()), amount.start());
        int last = before.count() - 1;
        for (int i = last; i >= Math.max(0, last - 6) && money; i--) {
            if (STRONG.has(before, i)) {
                return "budget";
            }
            if (i > 0 && Words.isSentenceEnd(before.gap(i))) {
                break;
            }
        }
        if (money && last >= 0 && isLimit(before, last, amount)) {
            return "limit";
        }
        for (int i = 0; i < Math.min(4, after.count()) && money; i++) {
            if (Words.isSentenceEnd(after.gap(i)) && after.gap(i) != Words.START) {
                break;
            }
            boolean atMost = after.is(i, "at") && (after.is(i + 1, "most") || after.is(i + 1, "max"))
                    || after.is(i, "or")
                            && (after.is(i + 1, "less") || after.is(i + 1, "under") || after.is(i + 1, "below"));
            if (LIMITS_AFTER.has(after, i) || atMost) {
                return "limit";
            }
        }
        return null;
    }

    private static boolean isLimit(Words before, int last, Amount amount) {
        if (!LIMITS.has(before, last)) {
            return false;
        }
        String previous = last > 0 ? before.folded(last - 1) : "";
        return switch (before.folded(last)) {
            case "to" -> previous.equals("up");
            case "most" -> previous.equals("at");
            case "than" ->
                previous.equals("less")
                        || previous.equals("more") && last > 1 && before.is(last - 2, "no")
                        || previous.equals("then")
                        || previous.equals("cheaper");
            case "over", "exceed" -> previous.equals("not") || previous.equals("no");
            case "and" -> amount.currency() != null && hasBetween(before, last);
            case "around", "about", "approximately", "until" -> amount.currency() != null;
            default -> true;
        };
    }

    private static boolean hasBetween(Words before, int last) {
        for (int i = Math.max(0, last - 4); i < last; i++) {
            if (before.is(i, "between")) {
                return true;
            }
        }
        return false;
    }

    private static int wholeWordFrom(String text, int from, int to) {
        int at = from;
        while (at > 0 && at < to && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }

    private static boolean asksForBudget(@Nullable String asked) {
        if (asked == null) {
            return false;
        }
        String folded = asked.toLowerCase(Locale.ROOT);
        return folded.contains("budget")
                || folded.contains("price range")
                || folded.contains("how much")
                        && (folded.contains("spend") || folded.contains("pay") || folded.contains("afford"));
    }
}
