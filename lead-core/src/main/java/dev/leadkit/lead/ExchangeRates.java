package dev.leadkit.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What a currency was worth in another on a day, as the host knows it. LeadKit has no rates, and never adds two currencies unasked. */
@FunctionalInterface
public interface ExchangeRates {
    /**
     * How many units of one currency a unit of another was worth.
     *
     * @param from the ISO 4217 code of the one unit; never that of {@code to}
     * @param to the ISO 4217 code of the many
     * @return above zero; empty when it is not known
     */
    Optional<BigDecimal> find(String from, String to, LocalDate day);
}
