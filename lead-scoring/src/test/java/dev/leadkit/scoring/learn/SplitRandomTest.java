package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitRandomTest {
    @Test
    void gives_the_published_numbers_of_its_generator() {
        var random = new SplitRandom(1234567);

        // The published ones without their last bit.
        assertThat(random.belowLong(Long.MAX_VALUE)).isEqualTo(3228913858555182658L);
        assertThat(random.belowLong(Long.MAX_VALUE)).isEqualTo(1601584105599403986L);
        assertThat(random.belowLong(Long.MAX_VALUE)).isEqualTo(4908745966099185211L);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE})
    void divides_the_numbers_of_its_generator_by_the_bound(long seed) {
        var random = new SplitRandom(seed);
        var same = new SplittableRandom(seed);

        for (int i = 0; i < 50; i++) {
            assertThat(random.below(10)).isEqualTo((int) ((same.nextLong() >>> 1) % 10));
            assertThat(random.belowLong(1L << 40)).isEqualTo((same.nextLong() >>> 1) % (1L << 40));
        }
    }

    @Test
    void each_order_of_three_comes_about_as_often() {
        var random = new SplitRandom(5);
        Map<String, Integer> seen = new HashMap<>();

        for (int i = 0; i < 6_000; i++) {
            int[] numbers = {1, 2, 3};
            random.shuffle(numbers);
            seen.merge(Arrays.toString(numbers), 1, Integer::sum);
        }

        assertThat(seen)
                .hasSize(6)
                .allSatisfy((order, times) -> assertThat(times).isBetween(850, 1150));
    }
}
