package dev.leadkit.examples.scaleout;

import java.util.Locale;

/** How much the tests do, by {@code -Dleadkit.tier} as those of lead-store-jdbc: little, unless it is {@code soak} or {@code endurance}. */
public final class Tier {
    private static final String NAME =
            System.getProperty("leadkit.tier", "verify").toLowerCase(Locale.ROOT);

    private Tier() {}

    static int of(int verify, int longer) {
        return of(verify, longer, longer);
    }

    /** The size for the tier of this run. */
    public static int of(int verify, int soak, int endurance) {
        return switch (NAME) {
            case "endurance" -> endurance;
            case "soak" -> soak;
            default -> verify;
        };
    }

    static boolean isLong() {
        return of(0, 1) == 1;
    }
}
