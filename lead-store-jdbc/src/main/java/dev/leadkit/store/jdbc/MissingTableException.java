package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;
import org.jspecify.annotations.Nullable;

/** A statement named a table, or a column of one, that is not there. */
final class MissingTableException extends StoreException {
    private static final long serialVersionUID = 1L;

    MissingTableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
