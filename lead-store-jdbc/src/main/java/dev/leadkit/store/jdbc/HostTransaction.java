package dev.leadkit.store.jdbc;

import dev.leadkit.store.HostTransactionException;
import dev.leadkit.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on a connection whose transaction is the host's, and which is never committed, rolled back as a whole, closed or
 * changed.
 *
 * <p>A savepoint guards each piece of work, reads too: on PostgreSQL whatever fails otherwise ends the transaction.
 */
final class HostTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(HostTransaction.class);

    private final Connection connection;
    private final Dialect dialect;
    private final TableNames tables;

    HostTransaction(Connection connection, Dialect dialect, TableNames tables) {
        this.connection = connection;
        this.dialect = dialect;
        this.tables = tables;
    }

    /**
     * Does all of the work within the transaction, or nothing of it.
     *
     * @throws PassingException.LostRace joined, if somebody else has written what this wanted to write
     * @throws dev.leadkit.store.NoTransactionException if there is no transaction and something is to be written
     * @throws HostTransactionException if the database failed
     */
    <T> T run(JdbcSession.Work<T> work) {
        boolean none;
        try {
            none = connection.getAutoCommit();
        } catch (SQLException broken) {
            throw failed(broken, false);
        }
        Savepoint guard = none ? null : guard();
        try {
            T result = work.run(new Statements(
                    connection, dialect, tables, none ? Statements.Ownership.NOBODYS : Statements.Ownership.HOSTS));
            if (guard != null) {
                connection.releaseSavepoint(guard);
            }
            return result;
        } catch (SQLException failure) {
            throw failed(failure, none || isUndone(guard));
        } catch (PassingException.LostRace lost) {
            throw lost(lost, none || isUndone(guard));
        } catch (RuntimeException failure) {
            if (none || isUndone(guard)) {
                throw failure;
            }
            throw new HostTransactionException("the call failed half way", true, failure);
        }
    }

    /** Absent when the driver has none; also when the connection is broken, which the work will see. */
    private @Nullable Savepoint guard() {
        try {
            return connection.setSavepoint();
        } catch (SQLException none) {
            LOG.debug("No savepoint in the host's transaction {}", SqlErrors.codes(none));
            return null;
        }
    }

    /** False when the database has rolled back everything by itself, after a deadlock say, and the savepoint with it. */
    private boolean isUndone(@Nullable Savepoint guard) {
        if (guard == null) {
            return false;
        }
        try {
            connection.rollback(guard);
            connection.releaseSavepoint(guard);
            return true;
        } catch (SQLException gone) {
            LOG.debug("The host's transaction could not be kept {}", SqlErrors.codes(gone));
            return false;
        }
    }

    private StoreException failed(SQLException failure, boolean undone) {
        StoreException meaning = SqlErrors.translated(failure, dialect);
        return meaning instanceof PassingException.LostRace lost
                ? lost(lost, undone)
                : new HostTransactionException(
                        "the database failed " + SqlErrors.codes(failure), !undone, meaning.getCause());
    }

    private static StoreException lost(PassingException.LostRace lost, boolean undone) {
        return undone
                ? lost.joined()
                : new HostTransactionException("somebody else has written the same", true, lost.getCause());
    }
}
