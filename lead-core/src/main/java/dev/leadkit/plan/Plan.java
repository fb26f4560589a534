package dev.leadkit.plan;

import dev.leadkit.lead.Input;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant may use, and how much of it. Immutable and safe to share.
 *
 * <pre>{@code
 * Plan freemium = Plan.named("freemium")
 *         .gate(Feature.INSIGHTS, FeatureAccess.LOCKED_PREVIEW, "Insights come with Pro")
 *         .limit(Quota.OPEN_LEADS, 100, "Pro holds any number of open leads")
 *         .build();
 * }</pre>
 *
 * @param key by which hosts and documents know it
 * @param gates of the features that the plan names
 * @param otherwise of all others
 * @param limits of the quotas that the plan names; of others there may be any number
 * @param captureWhileGated whether conversations are made leads also where {@link Feature#CAPTURE} is not on, to be kept
 *     behind the gate so that nothing is lost on an upgrade
 */
public record Plan(
        String key,
        Map<Feature, Gate> gates,
        FeatureAccess otherwise,
        Map<Quota, Limit> limits,
        boolean captureWhileGated) {
    /** Everything is open, without limits. */
    public static final Plan EVERYTHING = named("everything").build();

    /** @throws dev.leadkit.lead.InvalidInputException if the key is no id, see {@link Input#id} */
    public Plan {
        Input.id("plan.key", key);
        gates = Collections.unmodifiableMap(sorted(Feature.class, gates));
        limits = Collections.unmodifiableMap(sorted(Quota.class, limits));
    }

    private static <K extends Enum<K>, V> Map<K, V> sorted(Class<K> keys, Map<K, V> from) {
        Map<K, V> sorted = new EnumMap<>(keys);
        sorted.putAll(from);
        return sorted;
    }

    /** Begins a plan in which everything is on that is not named. */
    public static Builder named(String key) {
        return new Builder(key);
    }

    /** How far a feature is open. */
    public Gate gate(Feature feature) {
        Gate named = gates.get(feature);
        return named == null ? new Gate(otherwise, null) : named;
    }

    /** How many there may be; empty when any number. */
    public Optional<Limit> limit(Quota quota) {
        return Optional.ofNullable(limits.get(quota));
    }

    /** Whether conversations are made leads. */
    public boolean captures() {
        return captureWhileGated || gate(Feature.CAPTURE).access().mayWrite();
    }

    /** Makes a plan. Not safe to share. */
    public static final class Builder {
        private final String key;
        private final Map<Feature, Gate> gates = new EnumMap<>(Feature.class);
        private final Map<Quota, Limit> limits = new EnumMap<>(Quota.class);
        private FeatureAccess otherwise = FeatureAccess.ON;
        private boolean captureWhileGated = true;

        private Builder(String key) {
            this.key = key;
        }

        public Builder gate(Feature feature, FeatureAccess access) {
            return gate(feature, access, null);
        }

        /** @param upgradeHint for the user; may be absent */
        public Builder gate(Feature feature, FeatureAccess access, @Nullable String upgradeHint) {
            gates.put(feature, new Gate(access, upgradeHint));
            return this;
        }

        /** How far the features are open that are not named, those of later releases among them; on unless said. */
        public Builder otherwise(FeatureAccess access) {
            otherwise = access;
            return this;
        }

        public Builder limit(Quota quota, long most) {
            return limit(quota, most, null);
        }

        /** @param upgradeHint for the user; may be absent */
        public Builder limit(Quota quota, long most, @Nullable String upgradeHint) {
            limits.put(quota, new Limit(most, upgradeHint));
            return this;
        }

        /** No conversation is made a lead while {@link Feature#CAPTURE} is not on; nothing of them is kept either. */
        public Builder noCaptureWhileGated() {
            captureWhileGated = false;
            return this;
        }

        public Plan build() {
            return new Plan(key, gates, otherwise, limits, captureWhileGated);
        }
    }
}
