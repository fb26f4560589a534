package dev.leadkit.store;

import org.jspecify.annotations.Nullable;

/**
 * The storage failed while it was making a change durable, so that nobody can tell whether it did. Commit the same
 * changeset again to find out: it is applied once, whatever happened. Who has no changeset at hand looks before he asks
 * for the change again.
 */
public final class UnknownOutcomeException extends StoreException {
    private static final long serialVersionUID = 1L;

    /** @param message without contact data, as is the cause */
    public UnknownOutcomeException(String message, @Nullable Throwable cause) {
        super(message + "; whether the change was written is unknown", cause);
    }
}
