package dev.leadkit.lead;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Amounts of several currencies as one sum of one of them, by the rates of a day, with what became of each. For the sums of a board
 * or a forecast:
 *
 * <pre>{@code
 * ConvertedTotal total = ConvertedTotal.of(column.sums(), "EUR", day, rates);
 * total.left(); // what has no rate, and is not in the total
 * }</pre>
 *
 * @param total the sum of what could be converted
 * @param day of the rates
 * @param parts how the total came about, in the order of the amounts; they add up to it
 * @param left the amounts for which there was no rate
 */
public record ConvertedTotal(Money total, LocalDate day, List<Part> parts, List<Money> left) {
    private static final int DIGITS = 4;

    /**
     * One amount.
     *
     * @param rate 1 for the currency of the total
     * @param converted the amount times the rate, rounded half to even to four digits after the point
     */
    public record Part(Money amount, BigDecimal rate, Money converted) {}

    public ConvertedTotal {
        parts = List.copyOf(parts);
        left = List.copyOf(left);
    }

    /**
     * The sum of amounts in a currency.
     *
     * @param rates asked once for each amount of another currency
     * @throws IllegalArgumentException if a rate is not above zero
     * @throws InvalidInputException if the currency is none, or a sum too large for {@link Money}
     */
    public static ConvertedTotal of(List<Money> amounts, String currency, LocalDate day, ExchangeRates rates) {
        Money total = new Money(BigDecimal.ZERO, currency);
        List<Part> parts = new ArrayList<>();
        List<Money> left = new ArrayList<>();
        for (Money amount : amounts) {
            BigDecimal rate = amount.currency().equals(currency)
                    ? BigDecimal.ONE
                    : rates.find(amount.currency(), currency, day).orElse(null);
            if (rate == null) {
                left.add(amount);
                continue;
            }
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException("a rate must be above zero, %s to %s was %s"
                        .formatted(amount.currency(), currency, rate.toPlainString()));
            }
            var converted =
                    new Money(amount.amount().multiply(rate).setScale(DIGITS, RoundingMode.HALF_EVEN), currency);
            parts.add(new Part(amount, rate, converted));
            total = total.plus(converted);
        }
        return new ConvertedTotal(total, day, parts, left);
    }
}
