package dev.leadkit.capture.rule;

import java.util.Locale;

/** What a visitor may want. */
public enum IntentKind {
    /** To buy, book or order. */
    PURCHASE,
    /** To know something before buying. */
    QUALIFIED;

    /** The name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
