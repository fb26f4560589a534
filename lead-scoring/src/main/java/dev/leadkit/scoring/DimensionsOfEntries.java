package dev.leadkit.scoring;

import dev.leadkit.lead.Contribution;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the entries of a card's breakdowns speak of, by the ids that contributions have. Immutable. */
final class DimensionsOfEntries {
    private final Map<String, Dimension> byId;

    DimensionsOfEntries(List<Factor> factors) {
        Map<String, Dimension> dimensions = new HashMap<>();
        Map<String, Set<Dimension>> ofGroups = new HashMap<>();
        for (Factor factor : factors) {
            dimensions.put(factor.id(), factor.dimension());
            if (factor.group() != null) {
                ofGroups.computeIfAbsent(factor.group(), its -> EnumSet.noneOf(Dimension.class))
                        .add(factor.dimension());
            }
        }
        ofGroups.forEach((group, its) -> {
            if (its.size() == 1) {
                dimensions.put(Contribution.CAP_PREFIX + group, its.iterator().next());
            }
        });
        byId = Map.copyOf(dimensions);
    }

    /** Null for what speaks of neither, or of both. */
    @Nullable
    Dimension of(String entry) {
        return byId.get(entry);
    }
}
