package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.UnspacedScript;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether bot or agent asked what the visitor can spend.
 *
 * <p>"What's your budget?", "Any price range?", "How much were you hoping to spend?", "Do you have a number in mind?",
 * "Was darf es kosten?", "Wat mag het kosten?", "Welche Summe haben Sie eingeplant?". Not "it fits your budget", "how much did you pay?".
 */
final class BudgetQuestion {
    private static final int LONGEST = 600;
    private static final int FEW = 4;

    /** What is asked for beside {@link BudgetNouns}. */
    private static final WordSet BUDGETS = WordSet.listed("budget-wise ballpark price-wise pricewise money-wise");

    private static final WordSet PRICES = WordSet.listed("price spending rent cost money payment rate dollar");
    private static final WordSet BOUNDS =
            WordSet.listed("range limit point bracket band ceiling cap max maximum expectation expectations");
    private static final WordSet HIGHEST = WordSet.listed("max maximum highest top most upper");
    private static final WordSet FIGURES =
            WordSet.listed("number figure amount price sum rent ballpark anything something");
    private static final WordSet HOW_MUCH = WordSet.listed("""
            much what what's was quel quelle welche welchen qual wieviel viel combien cuánto cuanto quanto hoeveel ile high""");

    private static final WordSet SPENDING = WordSet.listed("""
            spend spending invest afford aside ausgeben anlegen dépenser mettre gastar gastare spendere invertir investire
            uitgeven besteden wydać eingeplant vorgesehen veranschlagt previsto""");

    private static final List<String> UNSPACED = List.of("予算", "预算", "預算", "예산", "งบ");
    private static final List<String> HOW_MUCH_UNSPACED =
            List.of("多少", "几", "幾", "いくら", "どのくらい", "どれくらい", "얼마", "어느", "เท่าไ", "กี่");
    private static final WordSet AMOUNTS = WordSet.listed("price payment amount rate rent figure");
    private static final WordSet SUITING = WordSet.listed("works work suits suit comfortable");
    private static final WordSet YOURS = WordSet.listed("you");
    private static final WordSet YOU = WordSet.listed("you you'd you're");
    private static final WordSet SPENDING_MOST = WordSet.listed("pay spend go");
    private static final WordSet PAYING = WordSet.listed("pay paying zahlen payer pagar pagare betalen zapłacić");
    /** They do only after "how much" and "how high". */
    private static final WordSet MEANT = WordSet.listed("go thinking put");

    private static final WordSet WILLING = WordSet.listed("""
            want wanting like looking willing can able hoping hope prepared happy expecting comfortable planning thinking
            ready could möchten wollen können voulez pouvez souhaitez puede quiere gustaría può vuole pode quer kunt wilt""");

    private static final WordSet DIRECTIVES =
            WordSet.listed("please tell share enter give let specify indicate state provide your");
    /** What other amounts are asked for. */
    private static final WordSet OTHERS = WordSet.listed("""
            amount charge charged fee refund transfer deposit total many mileage miles distance size square
            year footage time quoted quote asking""");

    private static final WordSet INCOMES = WordSet.listed("""
            income salary revenue turnover worth доход дохід зарплата оборот выручка einkommen gehalt umsatz ingresos sueldo salario
            revenu revenus salaire reddito stipendio fatturato renda salário inkomen salaris dochód zarobki gelir gelirin maaş""");

    private static final WordSet KEPT = WordSet.listed("within in fits fit under for over inside");

    private final Words words;
    private final boolean budget;

    /** @param asked what was written before, null if nothing */
    BudgetQuestion(@Nullable String asked) {
        words = asked == null ? Words.of("") : Words.ofRequest(asked, LONGEST);
        budget = isAsked();
    }

    boolean isForBudget() {
        return budget;
    }

    /** Whether it is another amount that was asked for: "how much did you pay?". */
    boolean isForOther() {
        for (int i = 0; !budget && i < words.count(); i++) {
            boolean how = words.is(i, "how") && !words.is(i + 1, "can") && !words.is(i + 1, "may");
            if (OTHERS.has(words, i) || INCOMES.has(words, i) || how) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is what he earns or what something is worth: "what's your income?". */
    boolean isForIncome() {
        return !budget && has(INCOMES, 0, words.count());
    }

    private boolean isAsked() {
        int from = 0;
        for (int i = 1; i <= words.count(); i++) {
            if (i == words.count() || words.startsSentence(i)) {
                if (isAsked(from, i) || from < i && isUnspaced(from)) {
                    return true;
                }
                from = i;
            }
        }
        return false;
    }

    private boolean isAsked(int from, int to) {
        boolean question = words.gap(to) == '?';
        boolean budget = hasBudget(from, to);
        if (!question) {
            return budget && (to - from <= FEW || DIRECTIVES.has(words, from)) && !isKept(from, to);
        }
        return budget || isPriceRange(from, to) || isFigureInMind(from, to) || isHowMuch(from, to);
    }

    /** "予算はいくらですか", "您的预算是多少": a script without blanks. */
    private boolean isUnspaced(int word) {
        if (words.length(word) <= 3 || !UnspacedScript.has(words.firstLetter(word))) {
            return false;
        }
        String clause = words.raw(word);
        return UNSPACED.stream().anyMatch(clause::startsWith)
                || UNSPACED.stream().anyMatch(clause::contains)
                        && HOW_MUCH_UNSPACED.stream().anyMatch(clause::contains);
    }

    private boolean hasBudget(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isBudget(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBudget(int word) {
        return BUDGETS.has(words, word) || BudgetNouns.endAt(words, word);
    }

    private boolean has(WordSet some, int from, int to) {
        for (int i = from; i < to; i++) {
            if (some.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** "It is within your budget". */
    private boolean isKept(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isBudget(i) && (KEPT.has(words, i - 1) || KEPT.has(words, i - 2))) {
                return true;
            }
        }
        return false;
    }

    /** "Any price range?", "your maximum rent?", "what's your max?". */
    private boolean isPriceRange(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean price = PRICES.has(words, i) && (BOUNDS.has(words, i + 1) || HIGHEST.has(words, i - 1));
            boolean top = words.is(i, "your") && HIGHEST.has(words, i + 1) && i + 2 >= to;
            boolean most = HIGHEST.has(words, i) && YOU.has(words, i + 1) && has(SPENDING_MOST, i, to);
            boolean on = BOUNDS.has(words, i) && words.is(i + 1, "on") && has(PRICES, i, to);
            boolean works = AMOUNTS.has(words, i) && has(SUITING, from, to) && has(YOURS, i, to);
            if (price || top || most || works || on) {
                return true;
            }
        }
        return false;
    }

    /** "Do you have a figure in mind?", "what price did you have in mind?". */
    private boolean isFigureInMind(int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (words.is(i, "in") && words.is(i + 1, "mind")) {
                return has(FIGURES, from, i);
            }
        }
        return false;
    }

    /** "Did you pay", not "did you want to pay". */
    private boolean isPast(int did) {
        return words.is(did, "did") && (words.is(did + 2, "pay") || words.is(did + 2, "spend"));
    }

    /** "How much can you spend?", "what were you hoping to pay?", "how high can you go?", "was darf's kosten?". */
    private boolean isHowMuch(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean may = words.is(i, "darf")
                    || words.is(i, "darf's")
                    || words.is(i, "soll")
                    || words.is(i, "soll's")
                    || words.is(i, "mag");
            if (may && words.is(to - 1, "kosten")) {
                return true;
            }
            if (HOW_MUCH.has(words, i)) {
                boolean amount = words.is(i, "much") || words.is(i, "high");
                boolean pay = has(PAYING, i, to) || amount && has(MEANT, i, to);
                boolean means = pay && has(WILLING, i, to) || has(SPENDING, i, to);
                if (means && !isPast(i + 1) && !words.is(to - 1, "with")) {
                    return true;
                }
            }
        }
        return false;
    }
}
