package dev.leadkit;

import dev.leadkit.lead.IdSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Version-7 UUIDs (RFC 9562): milliseconds of the clock first, then 74 random bits. */
final class UuidV7 implements IdSource {
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    UuidV7(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        long high = clock.millis() << 16 | 0x7000L | (bits[0] & 0x0fL) << 8 | bits[1] & 0xffL;
        long low = 0;
        for (int i = 2; i < 10; i++) {
            low = low << 8 | bits[i] & 0xffL;
        }
        return new UUID(high, low & 0x3fffffffffffffffL | 0x8000000000000000L);
    }
}
