package dev.leadkit.store;

import java.util.UUID;

/** The id of one erasure, version 7 when LeadKit made it. A store carries out an order of one id at most once. */
public record ErasureId(UUID value) implements Comparable<ErasureId> {
    /** By the unsigned value, which is the order of the text form and of version-7 time. */
    @Override
    public int compareTo(ErasureId other) {
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
