package dev.leadkit.plan;

import org.jspecify.annotations.Nullable;

/**
 * How far a feature is open, and what to say where it is not.
 *
 * @param upgradeHint for the user, such as {@code Insights come with Pro}; absent when there is nothing to say
 */
public record Gate(FeatureAccess access, @Nullable String upgradeHint) {
    /** It can be used. */
    public static final Gate OPEN = new Gate(FeatureAccess.ON, null);

    /** @throws NotEntitledException unless what is there can be seen */
    public void requireRead(Feature feature) {
        if (!access.mayRead()) {
            throw new NotEntitledException(feature, this);
        }
    }

    /** @throws NotEntitledException unless something can be changed or added */
    public void requireWrite(Feature feature) {
        if (!access.mayWrite()) {
            throw new NotEntitledException(feature, this);
        }
    }
}
