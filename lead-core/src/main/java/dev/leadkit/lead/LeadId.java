package dev.leadkit.lead;

import java.util.UUID;

/** A lead's id: a UUID, version 7 when LeadKit made it, so that ids of one tenant sort by creation. */
public record LeadId(UUID value) implements Comparable<LeadId> {
    /** @throws InvalidInputException if the text is no UUID */
    public static LeadId parse(String text) {
        try {
            return new LeadId(UUID.fromString(text));
        } catch (IllegalArgumentException notAUuid) {
            throw new InvalidInputException("lead id", "a UUID", "a text of %d characters".formatted(text.length()));
        }
    }

    /** By the unsigned value, which is the order of the text form and of version-7 time. */
    @Override
    public int compareTo(LeadId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
