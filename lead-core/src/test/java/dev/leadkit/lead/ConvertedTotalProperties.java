package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** E6: amounts of two currencies come together by a rate of a day or not at all. */
class ConvertedTotalProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Map<String, BigDecimal> TO_EUR =
            Map.of("USD", new BigDecimal("0.925"), "JPY", new BigDecimal("0.0061"));
    private static final ExchangeRates RATES = (from, to, day) ->
            to.equals("EUR") && day.equals(DAY) ? Optional.ofNullable(TO_EUR.get(from)) : Optional.empty();

    @Provide
    Arbitrary<Money> amounts() {
        return Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("1000000"))
                                .ofScale(2),
                        Arbitraries.of("EUR", "USD", "JPY", "NOK"))
                .as(Money::new);
    }

    @Property(tries = 300)
    void each_amount_is_in_the_total_by_its_rate_or_left_as_it_is(@ForAll List<@From("amounts") Money> amounts) {
        ConvertedTotal total = ConvertedTotal.of(amounts, "EUR", DAY, RATES);

        BigDecimal exact = BigDecimal.ZERO;
        List<Money> all = new ArrayList<>(total.left());
        for (ConvertedTotal.Part part : total.parts()) {
            all.add(part.amount());
            exact = exact.add(part.amount().amount().multiply(part.rate()));
            assertThat(part.rate()).isEqualTo(TO_EUR.getOrDefault(part.amount().currency(), BigDecimal.ONE));
            assertThat(part.converted().currency()).isEqualTo("EUR");
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(amounts);
        assertThat(total.left()).allMatch(amount -> amount.currency().equals("NOK"));
        assertThat(total.parts()).noneMatch(part -> part.amount().currency().equals("NOK"));
        assertThat(total.total().currency()).isEqualTo("EUR");
        assertThat(total.total().amount().subtract(exact).abs())
                .isLessThanOrEqualTo(new BigDecimal("0.00005").multiply(BigDecimal.valueOf(amounts.size())));
    }

    @Example
    void the_rates_are_those_of_the_day_and_above_zero() {
        List<Money> dollars = List.of(Money.of("100", "USD"));

        assertThat(ConvertedTotal.of(dollars, "EUR", DAY.plusDays(1), RATES).left())
                .isEqualTo(dollars);
        assertThat(ConvertedTotal.of(dollars, "EUR", DAY, RATES).total()).isEqualTo(Money.of("92.5", "EUR"));
        assertThatThrownBy(
                        () -> ConvertedTotal.of(dollars, "EUR", DAY, (from, to, day) -> Optional.of(BigDecimal.ZERO)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a rate must be above zero, USD to EUR was 0");
        assertThatThrownBy(() -> ConvertedTotal.of(dollars, "EURO", DAY, RATES))
                .isInstanceOf(InvalidInputException.class);
    }
}
