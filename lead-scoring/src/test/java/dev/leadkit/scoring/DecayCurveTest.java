package dev.leadkit.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecayCurveTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final long DAY = A_DAY.toMillis() * 1000;
    private static final DecayCurve HALVING = DecayCurve.of(Decay.halfLife(A_DAY));
    private static final DecayCurve FALLING = DecayCurve.of(Decay.linear(A_DAY));
    private static final DecayCurve SHUTTING = DecayCurve.of(Decay.window(A_DAY));
    private static final DecayCurve STEPPING =
            DecayCurve.of(Decay.steps(new Decay.Step(A_DAY, 0.5), new Decay.Step(A_DAY.multipliedBy(3), 0.255)));

    private static Stream<DecayCurve> curves() {
        DecayCurve oddTime = DecayCurve.of(Decay.linear(Duration.ofSeconds(7).plusNanos(3000)));
        DecayCurve century = DecayCurve.of(Decay.linear(Duration.ofDays(36_500)));
        return Stream.of(HALVING, FALLING, SHUTTING, STEPPING, oddTime, century);
    }

    private static int left(DecayCurve curve, int points, long age) {
        return DecayCurve.left(curve, points, age);
    }

    @Test
    void a_half_life_leaves_exactly_half_after_it_and_a_quarter_after_two() {
        for (int points = 4; points <= 100; points += 4) {
            assertThat(left(HALVING, points, DAY)).isEqualTo(points / 2);
            assertThat(left(HALVING, points, 2 * DAY)).isEqualTo(points / 4);
            assertThat(left(HALVING, -points, 2 * DAY)).isEqualTo(-points / 4);
        }
    }

    @Test
    void a_half_life_follows_its_curve_to_the_nearest_point() {
        for (int points = -100; points <= 100; points++) {
            for (int hour = 0; hour < 240; hour++) {
                double exact = points * Math.pow(2, -hour / 24.0);

                int left = left(HALVING, points, hour * DAY / 24);

                assertThat((double) left).isCloseTo(exact, within(0.5 + 1e-9));
            }
        }
    }

    @Test
    void linear_decay_leaves_what_time_is_left() {
        assertThat(left(FALLING, 40, DAY / 4)).isEqualTo(30);
        assertThat(left(FALLING, 40, DAY / 4 + DAY / 80)).isEqualTo(30);
        assertThat(left(FALLING, 40, DAY / 4 + DAY / 80 + 1)).isEqualTo(29);
        assertThat(left(FALLING, -40, DAY / 2)).isEqualTo(-20);
        assertThat(left(FALLING, 40, DAY - 1)).isZero();
        assertThat(left(FALLING, 40, DAY)).isZero();
    }

    @Test
    void a_window_leaves_all_until_it_shuts() {
        assertThat(left(SHUTTING, 40, DAY - 1)).isEqualTo(40);
        assertThat(left(SHUTTING, 40, DAY)).isZero();
    }

    @Test
    void steps_leave_a_share_of_what_there_was_at_first() {
        assertThat(left(STEPPING, 50, DAY - 1)).isEqualTo(50);
        assertThat(left(STEPPING, 50, DAY)).isEqualTo(25);
        assertThat(left(STEPPING, 50, 3 * DAY)).isEqualTo(13);
        assertThat(left(STEPPING, 50, 400 * DAY)).isEqualTo(13);
    }

    @Test
    void no_point_is_lost_right_after_the_message() {
        DecayCurve month = DecayCurve.of(Decay.halfLife(Duration.ofDays(30)));

        assertThat(left(month, 20, 1)).isEqualTo(20);
        assertThat(left(month, -20, DAY)).isEqualTo(-20);
        assertThat(DecayCurve.nextChange(month, 20, 20)).isBetween(DAY, 2 * DAY);
        assertThat(DecayCurve.nextChange(FALLING, -100, -100)).isEqualTo(DAY / 200 + 1);
    }

    @ParameterizedTest
    @MethodSource("curves")
    void points_change_for_the_first_time_when_it_says_so(DecayCurve curve) {
        for (int points = -100; points <= 100; points++) {
            int left = points;
            long age = 0;
            long next = DecayCurve.nextChange(curve, points, left);
            while (next != DecayCurve.NEVER) {
                assertThat(next).isGreaterThan(age);
                assertThat(left(curve, points, next - 1)).isEqualTo(left);
                assertThat(Math.abs(left(curve, points, next))).isLessThan(Math.abs(left));
                age = next;
                left = left(curve, points, age);
                next = DecayCurve.nextChange(curve, points, left);
            }
            assertThat(left(curve, points, 3_650_000 * DAY)).isEqualTo(left);
        }
    }

    @ParameterizedTest
    @MethodSource("curves")
    void points_are_whole_before_it_begins(DecayCurve curve) {
        assertThat(left(curve, 50, -DAY)).isEqualTo(50);
        assertThat(left(curve, 50, 0)).isEqualTo(50);
    }

    @Test
    void ends_at_zero_for_any_age() {
        assertThat(left(DecayCurve.of(Decay.halfLife(Duration.ofSeconds(1))), 100, Long.MAX_VALUE))
                .isZero();
        assertThat(left(DecayCurve.of(Decay.halfLife(Duration.ofDays(36_500))), 100, 3_650_000 * DAY))
                .isZero();
    }
}
