package dev.leadkit.plan;

import org.jspecify.annotations.Nullable;

/** The tenant's plan does not open a feature so far. Nothing was written, and nothing is lost: it is there again with another plan. */
public final class NotEntitledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Feature feature;
    private final FeatureAccess access;
    private final @Nullable String upgradeHint;

    NotEntitledException(Feature feature, Gate gate) {
        super("feature %s is %s in the tenant's plan; change the plan to open it"
                .formatted(feature.key(), gate.access().key()));
        this.feature = feature;
        this.access = gate.access();
        this.upgradeHint = gate.upgradeHint();
    }

    public Feature feature() {
        return feature;
    }

    /** How far the plan opens it; read-only where something was to be changed. */
    public FeatureAccess access() {
        return access;
    }

    /** What to say to the user; absent when the plan says nothing. */
    public @Nullable String upgradeHint() {
        return upgradeHint;
    }
}
