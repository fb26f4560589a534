package dev.leadkit.examples.scaleout;

/** How much the long checks do, by {@code -Dleadkit.tier} as those of lead-store-jdbc: little, unless it is {@code soak}. */
final class Tier {
    private static final boolean LONG =
            !System.getProperty("leadkit.tier", "verify").equals("verify");

    private Tier() {}

    static int of(int shortly, int atLength) {
        return LONG ? atLength : shortly;
    }

    static boolean isLong() {
        return LONG;
    }
}
