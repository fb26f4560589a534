package dev.leadkit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.InvalidInputException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RelayPolicyTest {
    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration DAYS_366 = Duration.ofDays(366);

    @Test
    void the_last_of_each_range_is_taken() {
        RelayPolicy least = RelayPolicy.DEFAULT
                .withLease(MILLISECOND)
                .withBatch(1)
                .withLimit(1)
                .withMaxAttempts(1)
                .withTrippingFailures(1);

        assertThat(least).isEqualTo(new RelayPolicy(MILLISECOND, 1, 1, 1, BackOff.DEFAULT, 1));
        assertThat(new BackOff(MILLISECOND, 1, MILLISECOND, 0).after(9, 0.5)).isEqualTo(MILLISECOND);
        assertThat(new BackOff(DAYS_366, 1_000, DAYS_366, 1).after(1, 1)).isEqualTo(DAYS_366);
    }

    static Stream<Runnable> beyond() {
        return Stream.of(
                () -> RelayPolicy.DEFAULT.withLease(Duration.ofNanos(999_999)),
                () -> RelayPolicy.DEFAULT.withBatch(0),
                () -> RelayPolicy.DEFAULT.withLimit(0),
                () -> RelayPolicy.DEFAULT.withMaxAttempts(0),
                () -> RelayPolicy.DEFAULT.withTrippingFailures(0),
                () -> new BackOff(Duration.ofNanos(999_999), 2, DAYS_366, 0),
                () -> new BackOff(MILLISECOND, 0.999, DAYS_366, 0),
                () -> new BackOff(MILLISECOND, 1_000.1, DAYS_366, 0),
                () -> new BackOff(MILLISECOND, Double.NaN, DAYS_366, 0),
                () -> new BackOff(DAYS_366, 2, DAYS_366.minusMillis(1), 0),
                () -> new BackOff(MILLISECOND, 2, DAYS_366.plusMillis(1), 0),
                () -> new BackOff(MILLISECOND, 2, DAYS_366, -0.1),
                () -> new BackOff(MILLISECOND, 2, DAYS_366, 1.1),
                () -> new BackOff(MILLISECOND, 2, DAYS_366, Double.NaN));
    }

    @ParameterizedTest
    @MethodSource
    void beyond(Runnable made) {
        assertThatThrownBy(made::run).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_wait_grows_by_its_factor_up_to_the_longest_and_chance_shortens_it() {
        var backOff = new BackOff(Duration.ofSeconds(5), 3, Duration.ofSeconds(40), 0.2);

        assertThat(backOff.after(1, 1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(backOff.after(2, 1)).isEqualTo(Duration.ofSeconds(15));
        assertThat(backOff.after(3, 1)).isEqualTo(Duration.ofSeconds(40));
        assertThat(backOff.after(1, 0)).isEqualTo(Duration.ofSeconds(4));
        assertThat(backOff.after(1, 0.5)).isEqualTo(Duration.ofMillis(4_500));
    }

    @Test
    void results_add_up_part_by_part() {
        var one = new RelayResult(1, 2, 3, 4, 5);
        var other = new RelayResult(10, 20, 30, 40, 50);

        assertThat(one.total()).isEqualTo(15);
        assertThat(one.plus(other)).isEqualTo(new RelayResult(11, 22, 33, 44, 55));
        assertThat(one.plus(RelayResult.NOTHING)).isEqualTo(one);
    }
}
