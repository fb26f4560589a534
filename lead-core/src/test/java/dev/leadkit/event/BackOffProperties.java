package dev.leadkit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.InvalidInputException;
import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BackOffProperties {
    @Property
    void a_wait_is_within_its_bounds_and_never_shorter_after_more_failures(
            @ForAll @IntRange(min = 1, max = 5_000) int failures,
            @ForAll @DoubleRange(min = 1, max = 1_000) double factor,
            @ForAll @DoubleRange(min = 0, max = 1) double jitter,
            @ForAll @DoubleRange(min = 0, max = 1) double chance) {
        var backOff = new BackOff(Duration.ofSeconds(1), factor, Duration.ofHours(6), jitter);

        Duration wait = backOff.after(failures, chance);

        assertThat(wait).isBetween(backOff.after(failures, 0), backOff.after(failures, 1));
        assertThat(backOff.after(failures, 1)).isLessThanOrEqualTo(backOff.longest());
        assertThat(backOff.after(failures, 0))
                .isGreaterThanOrEqualTo(Duration.ofMillis((long) (1_000 * (1 - jitter)) - 1));
        assertThat(backOff.after(failures + 1, chance)).isGreaterThanOrEqualTo(wait);
    }

    @Example
    void the_default_grows_threefold_to_six_hours() {
        var waits = new BackOff(Duration.ofSeconds(5), 3, Duration.ofHours(6), 0.2);

        assertThat(waits.after(1, 1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(waits.after(2, 1)).isEqualTo(Duration.ofSeconds(15));
        assertThat(waits.after(3, 0)).isEqualTo(Duration.ofSeconds(36));
        assertThat(waits.after(30, 1)).isEqualTo(Duration.ofHours(6));
        assertThat(waits).isEqualTo(BackOff.DEFAULT);
    }

    @Example
    void refuses_what_is_out_of_range() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new BackOff(Duration.ZERO, 2, second, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new BackOff(second, 0.5, second, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new BackOff(second, Double.NaN, second, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new BackOff(second, 2, Duration.ZERO, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new BackOff(second, 2, second, 1.1)).isInstanceOf(InvalidInputException.class);
    }
}
