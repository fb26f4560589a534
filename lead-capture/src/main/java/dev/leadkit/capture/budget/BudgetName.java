package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** Whether the words before an amount name a budget, or a price as whoever looks for something names it. */
final class BudgetName {
    private static final int REACH = 6;

    /** What is spent already is no budget for more. */
    private static final WordSet HABITS =
            WordSet.listed("currently already usually normally typically presently always annual yearly");

    /** "The least one can spend" is the company's. */
    private static final WordSet LEAST = WordSet.listed("minimum min least should must");

    private static final WordSet PRICES = WordSet.listed("price rent preis prix precio prezzo preço prijs cena miete");

    private static final WordSet PRICE_WORDS =
            WordSet.listed("range point limit band bracket max of up to around about be between");

    private static final WordSet TOLD_PRICES = WordSet.listed(
            "your their its his her asking list listed sale original current old retail purchase selling the base");

    private final AmountLead lead;
    private final Words words;
    private final Amount amount;

    BudgetName(AmountLead lead, Amount amount) {
        this.lead = lead;
        this.words = lead.words();
        this.amount = amount;
    }

    boolean isBudget() {
        int last = words.count() - 1;
        for (int i = last; i >= Math.max(lead.from(), last - REACH); i--) {
            boolean named = AmountLead.STRONG.has(words, i) && !(lead.hasNear(LEAST, i, 1) && !isSwedish(i))
                    || lead.lengthBefore(BudgetNouns.PHRASES, i + 1) > 0;
            if (named && !isTheirs(i)) {
                return true;
            }
        }
        return isPrice() || isTitled();
    }

    /** "Min budget är", where "min" is "my". */
    private boolean isSwedish(int budget) {
        return words.is(budget + 1, "är") || words.is(budget + 1, "er") || words.is(budget + 1, "ligger");
    }

    /** "Budget: 75", "my budget is about 75": nothing else stands between. */
    boolean isLabelled() {
        int at = lead.head();
        while (at >= lead.from()
                && (lead.is(at, "is")
                        || lead.is(at, "of")
                        || lead.is(at, "to")
                        || lead.is(at, "up")
                        || lead.is(at, "max")
                        || lead.is(at, "at")
                        || lead.has(AmountLead.NEARLY, at)
                        || lead.is(at, "under")
                        || lead.is(at, "spend"))) {
            if (AmountLead.STRONG.has(words, at)) {
                break;
            }
            at--;
        }
        return lead.has(AmountLead.STRONG, at) && !lead.hasNear(LEAST, at, 1) && !isTheirs(at);
    }

    /** "If you spend 100 euros", "we currently spend 4k". */
    private boolean isTheirs(int verb) {
        return lead.hasNear(AmountLead.OTHERS_DOING, verb, 1)
                || lead.hasNear(HABITS, verb, 2)
                || lead.is(verb - 1, "i") && lead.is(verb - 2, "if");
    }

    /** "Price range 300", "rent: 800", "max price 1800", "price is 300-330"; not "your price of 450". */
    private boolean isPrice() {
        int at = lead.head();
        while (at > lead.from() && (lead.has(PRICE_WORDS, at) || amount.range() && lead.is(at, "is"))) {
            at--;
        }
        return lead.has(PRICES, at)
                && !lead.has(TOLD_PRICES, at - 1)
                && words.gap(at + 1) != ','
                && !words.isPossessive(at)
                && !isName(at);
    }

    /** "Ottoline Price". */
    private boolean isName(int word) {
        return words.isCapitalised(word) && word > lead.from() && words.isCapitalised(word - 1);
    }

    /** Whether the line or question before is "Budget" alone. */
    private boolean isTitled() {
        if (lead.head() >= lead.from() || lead.from() == 0 || !AmountLead.STRONG.has(words, lead.from() - 1)) {
            return false;
        }
        boolean ends = words.gap(lead.from()) == '\n' || words.gap(lead.from()) == '?';
        boolean alone = lead.from() == 1 || Words.isSentenceEnd(words.gap(lead.from() - 1));
        return ends
                && (alone || lead.from() == 2 || lead.from() > 2 && Words.isSentenceEnd(words.gap(lead.from() - 2)));
    }

    /** "Budget (USD): 10000", "budget in GBP: 300". */
    Amount inCurrency(Amount money) {
        int last = words.count() - 1;
        String code = last > lead.from() ? Currencies.code(words.folded(last)) : null;
        return code != null && (lead.has(AmountLead.STRONG, last - 1) || lead.has(AmountLead.STRONG, last - 2))
                ? money.in(code)
                : money;
    }
}
