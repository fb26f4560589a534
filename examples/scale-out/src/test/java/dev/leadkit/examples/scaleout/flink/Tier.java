package dev.leadkit.examples.scaleout.flink;

import java.util.Locale;

/** How much the tests do, by {@code -Dleadkit.tier}. */
final class Tier {
    private Tier() {}

    /** The size for the tier of this run. */
    static int of(int verify, int soak, int endurance) {
        return switch (System.getProperty("leadkit.tier", "verify").toLowerCase(Locale.ROOT)) {
            case "endurance" -> endurance;
            case "soak" -> soak;
            default -> verify;
        };
    }
}
