package dev.leadkit.capture.intent;

import java.util.Locale;

/** What somebody said that a visitor wanted. */
public enum IntentLabel {
    /** To buy, book or order. */
    PURCHASE,
    /** To know something before buying. */
    QUALIFIED,
    /** Neither: support, complaints, anything else. */
    NONE;

    /** The name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether there is an intent to buy, now or later. */
    public boolean isIntent() {
        return this != NONE;
    }
}
