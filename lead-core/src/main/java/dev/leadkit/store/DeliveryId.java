package dev.leadkit.store;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.LeadId;
import java.util.Comparator;

/**
 * What makes an entry of a tenant's outbox unique: a version of a lead, for an endpoint. Sorts by endpoint, lead and
 * version.
 */
public record DeliveryId(String endpoint, LeadId lead, long version) implements Comparable<DeliveryId> {
    private static final Comparator<DeliveryId> ORDER = Comparator.comparing(DeliveryId::endpoint)
            .thenComparing(DeliveryId::lead)
            .thenComparingLong(DeliveryId::version);

    /** @throws dev.leadkit.lead.InvalidInputException if the endpoint is no id, see {@link Input#id} */
    public DeliveryId {
        Input.id("endpoint", endpoint);
    }

    @Override
    public int compareTo(DeliveryId other) {
        return ORDER.compare(this, other);
    }
}
