package dev.leadkit.store;

import dev.leadkit.lead.Activity;
import java.util.List;

/**
 * An entry of the outbox on lease: to be handed to its endpoint and then settled.
 *
 * @param failures how many attempts have failed so far
 * @param owner whose lease it is on
 * @param activities what happened to the lead in that version, as in its timeline; empty only when they were erased
 */
public record Delivery(DeliveryId id, int failures, String owner, List<Activity> activities) {
    public Delivery {
        activities = List.copyOf(activities);
    }
}
