package dev.leadkit.scoring;

import java.util.List;
import java.util.Locale;

/** What a factor speaks of: who the lead is, or what the lead does. */
public enum Dimension {
    /** Who it is: firm, place, size of the deal. */
    FIT,
    /** What it does: writes, asks, gives an address. */
    ENGAGEMENT;

    static final List<String> KEYS = List.of("fit", "engagement");

    static Dimension ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** The name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
