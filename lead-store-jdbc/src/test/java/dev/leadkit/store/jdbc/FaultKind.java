package dev.leadkit.store.jdbc;

import java.sql.SQLException;
import java.util.Set;

/** What may go wrong at a call, as each database tells it, and what then becomes of the transaction. */
enum FaultKind {
    /** The database rolls back and says so; at a commit too. */
    DEADLOCK(false, false),
    /** Another reason to roll back, which may as well come at the commit. */
    SERIALIZATION_FAILURE(false, false),
    /** Nothing came of the statement. */
    LOCK_TIME_OUT(false, false),
    /** The connection breaks before the database has heard of the call. */
    LOST_BEFORE(true, false),
    /** The connection breaks before we hear that the call was done. */
    LOST_AFTER(true, true);

    private static final Set<String> CHANGES_OF_SETTINGS = Set.of("setAutoCommit", "setTransactionIsolation");

    private final boolean lost;
    private final boolean after;

    FaultKind(boolean lost, boolean after) {
        this.lost = lost;
        this.after = after;
    }

    boolean isLost() {
        return lost;
    }

    /** Whether the call is done before it fails. */
    boolean isAfter() {
        return after;
    }

    /** Whether it can happen at all. */
    boolean concerns(String call) {
        if (call.equals("getConnection")) {
            return this == LOST_BEFORE;
        }
        if (call.equals("commit")) {
            return this != LOCK_TIME_OUT;
        }
        if (call.equals("rollback")) {
            return lost || this == LOCK_TIME_OUT; // which leaves open what was to be rolled back
        }
        return lost || !CHANGES_OF_SETTINGS.contains(call) && !call.equals("close");
    }

    /** A new one each time, as from a driver. */
    SQLException of(Database database) {
        SQLException told = asTold(database);
        return new SQLException(told.getMessage(), told.getSQLState(), told.getErrorCode());
    }

    private SQLException asTold(Database database) {
        return switch (this) {
            case DEADLOCK -> database.deadlock();
            case SERIALIZATION_FAILURE ->
                database == Database.MARIADB
                        ? new SQLException("record has changed", "HY000", 1020)
                        : new SQLException("could not serialize", "40001", database == Database.H2 ? 40001 : 0);
            case LOCK_TIME_OUT -> database.lockTimeOut();
            case LOST_BEFORE, LOST_AFTER -> database.lostConnection();
        };
    }
}
