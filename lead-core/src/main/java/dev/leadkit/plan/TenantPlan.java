package dev.leadkit.plan;

import java.util.List;
import java.util.Optional;

/** What a tenant's plan says at this moment. A desk hands it out; safe to share. */
public interface TenantPlan {
    /** The plan itself. */
    Plan plan();

    /** How far a feature is open, for menus and buttons; calls at the desk are held to it anyway. */
    default Gate gate(Feature feature) {
        return plan().gate(feature);
    }

    /** How much of a quota is used; empty when the plan does not limit it. Counts all leads, whoever may see them. */
    Optional<Usage> usage(Quota quota);

    /** The usage of each quota that the plan limits. */
    default List<Usage> usages() {
        return plan().limits().keySet().stream()
                .flatMap(quota -> usage(quota).stream())
                .toList();
    }

    /**
     * What may be shown of a locked feature; also of one that is open further.
     *
     * @throws NotEntitledException if it is hidden
     */
    LockedPreview preview(Feature feature);
}
