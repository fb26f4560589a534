package dev.leadkit.capture.rule;

import java.util.Locale;

/** Kinds of contact data that a rule can ask for. */
public enum ContactKind {
    EMAIL,
    PHONE,
    NAME,
    /** The company that the visitor named as their own. */
    COMPANY,
    LOCATION,
    /** An e-mail address or a phone number. */
    ANY;

    /** The name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
