package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A unit of work failed as a whole and may succeed when it is repeated as a whole. */
class PassingException extends StoreException {
    private static final long serialVersionUID = 1L;

    PassingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether the connection was lost, so that the unit may have been applied all the same. */
    boolean isOutcomeUnknown() {
        return getCause() instanceof SQLException failure
                && failure.getSQLState() != null
                && failure.getSQLState().startsWith("08");
    }

    /** Somebody else writes, or has written, what this unit wanted to write. */
    static final class LostRace extends PassingException {
        private static final long serialVersionUID = 1L;

        LostRace(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
