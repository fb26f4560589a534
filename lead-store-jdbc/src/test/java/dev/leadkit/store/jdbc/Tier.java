package dev.leadkit.store.jdbc;

import java.util.Locale;

/**
 * How much the reliability tests do, by {@code -Dleadkit.tier}: a moment within {@code mvn verify}, at most an hour with
 * {@code -Psoak}, as long as it takes with {@code -Pendurance}.
 */
enum Tier {
    VERIFY,
    SOAK,
    ENDURANCE;

    static final String PROPERTY = "leadkit.tier";

    static final Tier CURRENT = valueOf(System.getProperty(PROPERTY, "verify").toUpperCase(Locale.ROOT));

    /** The size for the tier of this run. */
    static int of(int verify, int soak, int endurance) {
        return switch (CURRENT) {
            case VERIFY -> verify;
            case SOAK -> soak;
            case ENDURANCE -> endurance;
        };
    }
}
