package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.Words;

/** The currency of an amount as the words after it tell. */
final class CurrencyAfter {
    private static final int COUNTRY_REACH = 3;

    private final BudgetAfter after;
    private final Words words;

    CurrencyAfter(BudgetAfter after) {
        this.after = after;
        this.words = after.words();
    }

    /** "10k for tent and light, CHF of course", "all in, in euros": in the currency that the rest of the sentence tells, if one. */
    Amount inCurrency(Amount money) {
        for (int i = 0; i < after.end(); i++) {
            String code = Currencies.code(words.folded(i));
            boolean told = after.is(i - 1, "in")
                    || after.is(i - 1, "en")
                    || words.isUpper(i) && !Currencies.isWordToo(words.folded(i));
            if (code != null && told && !after.isNumber(i - 1) && !after.isNumber(i + 1)) {
                return money.in(code);
            }
        }
        return money;
    }

    /** "Bucks (aussie)", "$650,000 AUD": dollars in the currency of the country told after them. */
    Amount inCountry(Amount money) {
        if (money.currency() == null || !Currencies.isAmbiguous(money.currency())) {
            return money;
        }
        for (int i = 0; i < Math.min(COUNTRY_REACH, after.end()); i++) {
            String country = Currencies.ofCountry(words.folded(i));
            if (country != null) {
                return money.in(country);
            }
        }
        return money;
    }
}
