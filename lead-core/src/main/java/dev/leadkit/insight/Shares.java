package dev.leadkit.insight;

import java.util.OptionalDouble;

/** Parts of a whole that may be nothing. */
final class Shares {
    private Shares() {}

    static OptionalDouble of(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
