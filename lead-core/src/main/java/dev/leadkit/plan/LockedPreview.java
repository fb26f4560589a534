package dev.leadkit.plan;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What may be shown of a feature that is {@linkplain FeatureAccess#LOCKED_PREVIEW locked}: how many leads wait behind it.
 * No name, no value, no single lead.
 *
 * @param leads how many of those that the actor may see are in each stage, by the stage's key
 */
public record LockedPreview(Feature feature, @Nullable String upgradeHint, Map<String, Long> leads) {
    public LockedPreview {
        leads = Collections.unmodifiableMap(new TreeMap<>(leads));
    }

    /** How many there are in all stages. */
    public long total() {
        return leads.values().stream().mapToLong(Long::longValue).sum();
    }
}
