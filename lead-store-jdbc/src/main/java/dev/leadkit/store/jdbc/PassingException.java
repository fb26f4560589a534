package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;
import org.jspecify.annotations.Nullable;

/** A unit of work failed as a whole and may succeed when it is repeated as a whole. */
class PassingException extends StoreException {
    private static final long serialVersionUID = 1L;

    PassingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether it must not be repeated, because it came up within a transaction of the host. */
    boolean isJoined() {
        return false;
    }

    /** Somebody else writes, or has written, what this unit wanted to write. */
    static final class LostRace extends PassingException {
        private static final long serialVersionUID = 1L;

        private final boolean joined;

        LostRace(String message, @Nullable Throwable cause) {
            this(message, cause, false);
        }

        private LostRace(String message, @Nullable Throwable cause, boolean joined) {
            super(message, cause);
            this.joined = joined;
        }

        LostRace joined() {
            return new LostRace(String.valueOf(getMessage()), getCause(), true);
        }

        @Override
        boolean isJoined() {
            return joined;
        }
    }
}
