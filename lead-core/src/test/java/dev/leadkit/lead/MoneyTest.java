package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @Test
    void equal_amounts_are_equal_however_they_are_written() {
        assertThat(Money.of("1200.50", "EUR"))
                .isEqualTo(Money.of("1200.5", "EUR"))
                .hasSameHashCodeAs(Money.of("1200.5000", "EUR"));
        assertThat(Money.of("1e3", "EUR")).isEqualTo(Money.of("1000", "EUR"));
        assertThat(Money.of("0.00", "EUR")).isEqualTo(Money.of("0", "EUR"));
    }

    @Test
    void is_written_plainly_with_its_currency() {
        assertThat(Money.of("1200.50", "EUR")).hasToString("1200.5 EUR");
        assertThat(Money.of("1e14", "JPY")).hasToString("100000000000000 JPY");
    }

    @Test
    void amounts_of_one_currency_add_up_exactly() {
        assertThat(Money.of("0.1", "USD").plus(Money.of("0.2", "USD"))).isEqualTo(Money.of("0.3", "USD"));
    }

    @Test
    void amounts_of_two_currencies_are_never_added() {
        assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
                .isInstanceOf(CurrencyMismatchException.class)
                .hasMessage("cannot add EUR and USD; add per currency or convert first");
    }

    @Test
    void the_sum_of_many_large_amounts_is_an_amount_too() {
        Money largest = Money.of("999999999999999.9999", "EUR");

        assertThat(largest.plus(largest)).hasToString("1999999999999999.9998 EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1000000000000000", "0.00001", "1e15", "1e-5"})
    void refuses_an_amount_that_not_every_store_keeps(String amount) {
        assertThatThrownBy(() -> Money.of(amount, "EUR"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("amount: expected 0 or more, below 10^15, with at most four decimals, found ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999"})
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void refuses_an_amount_with_an_immense_exponent_at_once(String amount) {
        assertThatThrownBy(() -> Money.of(amount, "EUR")).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "NaN", "Infinity", "1,5", "1 000", "€5", "12abc"})
    void refuses_what_is_no_number(String amount) {
        assertThatThrownBy(() -> Money.of(amount, "EUR"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("amount: expected a decimal number such as 1200.50, found ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eur", "EURO", "XYZ", "€"})
    void refuses_what_is_no_currency(String currency) {
        assertThatThrownBy(() -> Money.of("1", currency))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("currency: expected an ISO 4217 code such as EUR, found ");
    }
}
