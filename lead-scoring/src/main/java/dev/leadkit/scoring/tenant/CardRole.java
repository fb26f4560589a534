package dev.leadkit.scoring.tenant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a published card is for. */
public enum CardRole {
    /** It scores the tenant's leads. */
    LIVE,
    /** Its scores are computed beside those of the live card, to be compared; no lead gets them, and nobody is told. */
    SHADOW;

    static final List<String> KEYS = Arrays.stream(values()).map(CardRole::key).toList();

    /** The name in JSON. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CardRole ofKey(String key) {
        return values()[KEYS.indexOf(key)];
    }
}
