package dev.leadkit.store;

import org.jspecify.annotations.Nullable;

/**
 * A store could not do what was asked. The subclasses are conflicts that a caller can act on; this class itself stands
 * for the storage below.
 */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message without contact data: causes from drivers may hold some, so pass on only what is known to be clean */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
