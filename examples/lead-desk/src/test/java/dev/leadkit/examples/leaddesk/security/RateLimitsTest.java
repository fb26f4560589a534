package dev.leadkit.examples.leaddesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final RateLimits limits = new RateLimits(2, 3, nanos::get);

    @Test
    void a_burst_is_let_through_and_then_as_many_as_the_rate_says() {
        assertThat(limits.secondsToWait("ann")).isZero();
        assertThat(limits.secondsToWait("ann")).isZero();
        assertThat(limits.secondsToWait("ann")).isZero();
        assertThat(limits.secondsToWait("ann")).isEqualTo(1);
        assertThat(limits.secondsToWait("bob")).isZero();

        nanos.addAndGet(500_000_000);
        assertThat(limits.secondsToWait("ann")).isZero();
        assertThat(limits.secondsToWait("ann")).isEqualTo(1);
    }

    @Test
    void who_was_away_for_long_has_the_burst_and_no_more() {
        nanos.addAndGet(3_600_000_000_000L);

        for (int i = 0; i < 3; i++) {
            assertThat(limits.secondsToWait("ann")).isZero();
        }
        assertThat(limits.secondsToWait("ann")).isEqualTo(1);
    }
}
