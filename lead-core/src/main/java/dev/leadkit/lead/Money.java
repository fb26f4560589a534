package dev.leadkit.lead;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of one currency. Amounts of two currencies are never added.
 *
 * @param amount zero or more, with at most 4 digits after the point; a lead's below 10^15, so that every store keeps it
 *     exactly, a sum's below 10^30
 * @param currency the ISO 4217 code in upper case
 */
public record Money(BigDecimal amount, String currency) {
    private static final int MAX_DIGITS = 64;
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);
    private static final BigDecimal SUM_LIMIT = BigDecimal.TEN.pow(30);

    /** @throws InvalidInputException if the amount or the currency is none */
    public Money {
        try {
            Currency.getInstance(currency);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInputException(
                    "currency", "an ISO 4217 code such as EUR", "a text of %d characters".formatted(currency.length()));
        }
        // Compared before it is brought to a scale, so that 1e999999999 costs nothing.
        if (amount.signum() < 0
                || amount.compareTo(SUM_LIMIT) >= 0
                || amount.stripTrailingZeros().scale() > 4) {
            throw refused(amount);
        }
        amount = amount.stripTrailingZeros();
        if (amount.scale() < 0) {
            amount = amount.setScale(0);
        }
    }

    /** @throws InvalidInputException if the text is no number that a lead may expect, or the currency is none */
    public static Money of(String amount, String currency) {
        try {
            if (amount.length() <= MAX_DIGITS) {
                return new Money(new BigDecimal(amount), currency).asAmountOfALead();
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as what is too long to be read quickly.
        }
        throw new InvalidInputException(
                "amount", "a decimal number such as 1200.50", "a text of %d characters".formatted(amount.length()));
    }

    /** The same money, if it is little enough for one lead. */
    Money asAmountOfALead() {
        if (amount.compareTo(LIMIT) >= 0) {
            throw refused(amount);
        }
        return this;
    }

    private static InvalidInputException refused(BigDecimal amount) {
        return new InvalidInputException(
                "amount", "0 or more, below 10^15, with at most four decimals", amount.toString());
    }

    /** @throws CurrencyMismatchException if the other amount is of another currency */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatchException(currency, other.currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
