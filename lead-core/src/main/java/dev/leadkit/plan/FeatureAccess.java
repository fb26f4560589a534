package dev.leadkit.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far a plan opens a feature. Nothing is ever deleted by a gate, and what was behind it is there again with the next plan. */
public enum FeatureAccess {
    /** It can be used. */
    ON,
    /** What is there can be seen, and not changed or added to. */
    READ_ONLY,
    /** It is shown to be there, with counts and nothing else, see {@link TenantPlan#preview}. */
    LOCKED_PREVIEW,
    /** It is not shown at all. */
    HIDDEN;

    /** The names in JSON. */
    static final List<String> KEYS =
            Arrays.stream(values()).map(FeatureAccess::key).toList();

    /** The name in JSON, such as {@code read-only}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FeatureAccess ofKey(String key) {
        return values()[KEYS.indexOf(key)];
    }

    /** Whether what is there can be seen. */
    public boolean mayRead() {
        return this == ON || this == READ_ONLY;
    }

    /** Whether something can be changed or added. */
    public boolean mayWrite() {
        return this == ON;
    }
}
