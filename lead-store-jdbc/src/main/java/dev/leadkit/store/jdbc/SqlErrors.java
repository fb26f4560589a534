package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;
import java.sql.SQLException;

/** What errors of the database mean, without the drivers' texts, which hold key values and parts of statements. */
final class SqlErrors {
    private SqlErrors() {}

    /**
     * @return {@link PassingException} if the unit of work may succeed when it is repeated, {@link MissingTableException}
     *     if there was no such table or column, else a plain one
     */
    static StoreException translated(SQLException failure, Dialect dialect) {
        String message = "the database failed " + codes(failure);
        // With its causes: MariaDB's driver, told to disablePipeline, wraps what failed in a batch and gives no code.
        for (Throwable each : failure) {
            if (each instanceof SQLException sql) {
                if (dialect.isMissingTable(sql)) {
                    return new MissingTableException(
                            message
                                    + ": a table is missing; open the store with SchemaMode.MIGRATE, or run DatabaseKind.ddl()",
                            withoutText(failure));
                }
                if (dialect.isMissingColumn(sql)) {
                    return new MissingTableException(
                            message
                                    + ": a column is missing; the tables may be of another release: open the store with"
                                    + " SchemaMode.MIGRATE, which brings older ones up to date and tells of others what is wrong",
                            withoutText(failure));
                }
                if (dialect.isDuplicateKey(sql)) {
                    return new PassingException.LostRace(message, withoutText(failure));
                }
                if (dialect.isPassing(sql)) {
                    return new PassingException(message, withoutText(failure));
                }
            }
        }
        return new StoreException(message, withoutText(failure));
    }

    /**
     * Whether a statement that is a transaction by itself may have been applied all the same: the connection was lost, or
     * the server went away, before the answer was there.
     */
    static boolean leavesOutcomeUnknown(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P") || state.equals("40003");
    }

    static String codes(SQLException failure) {
        return "(SQLState %s, vendor code %d)".formatted(failure.getSQLState(), failure.getErrorCode());
    }

    /** Where it happened is kept. */
    static SQLException withoutText(SQLException failure) {
        var clean = new SQLException(
                failure.getClass().getName() + ", its text left out", failure.getSQLState(), failure.getErrorCode());
        clean.setStackTrace(failure.getStackTrace());
        return clean;
    }
}
