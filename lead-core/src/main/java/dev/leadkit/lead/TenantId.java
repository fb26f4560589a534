package dev.leadkit.lead;

/** The customer of the host whose leads are kept apart from everybody else's. Leads every key of every store. */
public record TenantId(String value) implements Comparable<TenantId> {
    /** @throws InvalidInputException if the value is no id, see {@link Input#id} */
    public TenantId {
        Input.id("tenant", value);
    }

    public static TenantId of(String value) {
        return new TenantId(value);
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
