package dev.leadkit.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HalfLifeTest {

    private static final long DAY = Duration.ofDays(1).toMillis() * 1000;

    @Test
    void leaves_exactly_half_after_a_half_life_and_a_quarter_after_two() {
        for (int points = 4; points <= 100; points += 4) {
            assertThat(HalfLife.left(points, DAY, DAY)).isEqualTo(points / 2);
            assertThat(HalfLife.left(points, DAY, 2 * DAY)).isEqualTo(points / 4);
            assertThat(HalfLife.left(-points, DAY, 2 * DAY)).isEqualTo(-points / 4);
        }
    }

    @Test
    void follows_the_curve_within_a_point() {
        for (int points = -100; points <= 100; points++) {
            for (int hour = 0; hour < 240; hour++) {
                double exact = points * Math.pow(2, -hour / 24.0);

                int left = HalfLife.left(points, DAY, hour * DAY / 24);

                assertThat((double) left).isCloseTo(exact, within(1.0));
                assertThat(Math.abs(left)).isLessThanOrEqualTo((int) (Math.abs(exact) + 1e-9));
            }
        }
    }

    @Test
    void changes_for_the_first_time_when_it_says_so() {
        for (int points = -100; points <= 100; points++) {
            int left = points;
            long age = 0;
            while (left != 0) {
                long next = HalfLife.nextChange(points, left, DAY);
                assertThat(next).isGreaterThan(age);
                assertThat(HalfLife.left(points, DAY, next - 1)).isEqualTo(left);
                assertThat(Math.abs(HalfLife.left(points, DAY, next))).isLessThan(Math.abs(left));
                age = next;
                left = HalfLife.left(points, DAY, age);
            }
            assertThat(HalfLife.nextChange(points, left, DAY)).isEqualTo(HalfLife.NEVER);
        }
    }

    @Test
    void is_whole_before_it_begins() {
        assertThat(HalfLife.left(50, DAY, -DAY)).isEqualTo(50);
        assertThat(HalfLife.left(50, DAY, 0)).isEqualTo(50);
    }

    @Test
    void ends_at_zero_for_any_age() {
        assertThat(HalfLife.left(100, 1_000_000, Long.MAX_VALUE)).isZero();
        assertThat(HalfLife.left(100, 36_500 * DAY, 3_650_000 * DAY)).isZero();
    }
}
