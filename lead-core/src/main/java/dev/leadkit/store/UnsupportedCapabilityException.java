package dev.leadkit.store;

/** Something was asked of a store that it declares not to have, see {@link Capabilities}. Nothing was written. */
public final class UnsupportedCapabilityException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final String capability;

    /** @param capability as a noun, such as {@code an outbox} */
    public UnsupportedCapabilityException(String capability) {
        super(
                "expected a store with %s, found one that declares to have none; use another store or do without"
                        .formatted(capability),
                null);
        this.capability = capability;
    }

    public String capability() {
        return capability;
    }
}
