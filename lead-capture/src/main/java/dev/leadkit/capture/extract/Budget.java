package dev.leadkit.capture.extract;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor said they can spend.
 *
 * @param amount more than zero; the upper end of a range
 * @param currency ISO 4217 code, null where none was said
 */
public record Budget(BigDecimal amount, @Nullable String currency) {
    /** @throws IllegalArgumentException if the amount is not more than zero, or the currency is none */
    public Budget {
        Objects.requireNonNull(amount, "amount");
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("a budget is more than zero, was " + amount);
        }
        if (currency != null && !isCurrency(currency)) {
            throw new IllegalArgumentException("a budget's currency is an ISO 4217 code, was " + currency);
        }
    }

    private static boolean isCurrency(String code) {
        try {
            Currency.getInstance(code);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
