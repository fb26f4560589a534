package dev.leadkit.examples.scaleout.flink;

import dev.leadkit.lead.IdSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * The present and the ids of a task that works on one message after the other: both follow from the message. So two tasks that work
 * on the same one name what they make the same, and a replay of years ago gives the rows of years ago. For one thread.
 */
final class MessageTime implements IdSource {
    private String message = "";
    private Instant at = Instant.EPOCH;
    private int given;

    /** Goes on to the next message. */
    void at(SentMessage next) {
        message = next.conversation() + '\n' + next.id();
        at = next.at();
        given = 0;
    }

    Clock clock() {
        InstantSource present = () -> at;
        return present.withZone(ZoneOffset.UTC);
    }

    @Override
    public UUID next() {
        byte[] name = (message + '\n' + given++).getBytes(StandardCharsets.UTF_8);
        UUID hash = UUID.nameUUIDFromBytes(name);
        // As a version-7 UUID has it: the milliseconds first, so that ids sort by time.
        long high = at.toEpochMilli() << 16 | 0x7000 | hash.getMostSignificantBits() & 0xfff;
        return new UUID(high, hash.getLeastSignificantBits());
    }
}
