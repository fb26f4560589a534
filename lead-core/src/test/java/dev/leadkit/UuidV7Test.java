package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidV7Test {
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T09:00:00.123Z"), ZoneOffset.UTC);

    @Test
    void is_of_version_7_and_the_standard_variant() {
        UUID id = new UuidV7(clock).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void begins_with_the_milliseconds_of_the_clock() {
        UUID id = new UuidV7(clock).next();

        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }

    @Test
    void a_later_id_sorts_after_an_earlier_one() {
        UUID earlier = new UuidV7(clock).next();
        UUID later = new UuidV7(Clock.offset(clock, Duration.ofMillis(1))).next();

        assertThat(later.toString()).isGreaterThan(earlier.toString());
    }

    @Test
    void ids_of_one_millisecond_differ() {
        var ids = new UuidV7(clock);
        Set<UUID> given = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            given.add(ids.next());
        }

        assertThat(given).hasSize(10_000);
    }
}
