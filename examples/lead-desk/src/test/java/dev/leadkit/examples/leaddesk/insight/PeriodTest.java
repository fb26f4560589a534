package dev.leadkit.examples.leaddesk.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void is_the_last_thirty_days_unless_it_says_something_else() {
        Period standard = Period.of(null, null, null, NOW);

        assertThat(standard.key()).isEqualTo("last-30-days");
        assertThat(standard.to()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(Period.of("nonsense", "x", "y", NOW)).isEqualTo(standard);
        assertThat(Period.of("custom", "2026-02-30", "2026-03-01", NOW)).isEqualTo(standard);
        assertThat(Period.of("custom", "-999999999-01-01", "+999999999-12-31", NOW))
                .isEqualTo(standard);
    }

    @Test
    void holds_its_last_day_whole() {
        Period period = Period.of("custom", "2026-02-01", "2026-02-28", NOW);

        assertThat(period.range().contains(Instant.parse("2026-02-28T23:59:59.999999Z")))
                .isTrue();
        assertThat(period.range().contains(Instant.parse("2026-03-01T00:00:00Z")))
                .isFalse();
    }

    @Test
    void turns_days_round_that_are_given_the_wrong_way() {
        assertThat(Period.of("custom", "2026-02-28", "2026-02-01", NOW))
                .isEqualTo(Period.of("custom", "2026-02-01", "2026-02-28", NOW));
    }

    @Test
    void figures_read_as_people_write_them() {
        assertThat(Figures.money(Money.of("12400.00", "EUR"))).isEqualTo("EUR 12,400");
        assertThat(Figures.money(Money.of("9.5", "USD"))).isEqualTo("USD 9.50");
        assertThat(Figures.duration(Duration.ofHours(76))).isEqualTo("3 d 4 h");
        assertThat(Figures.duration(Duration.ofMinutes(60))).isEqualTo("1 h");
        assertThat(Figures.duration(Duration.ofSeconds(45))).isEqualTo("45 s");
        assertThat(Figures.duration(null)).isEqualTo("–");
        assertThat(Figures.percent(OptionalDouble.empty())).isEqualTo("–");
        assertThat(Figures.percent(1, 3)).isEqualTo("33 %");
        assertThat(Figures.count(1234567)).isEqualTo("1,234,567");
    }
}
