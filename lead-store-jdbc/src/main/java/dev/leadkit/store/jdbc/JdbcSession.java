package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens connections, begins and ends transactions, and translates errors; nothing else does. A connection goes back as
 * it came.
 */
final class JdbcSession {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcSession.class);

    private final DataSource dataSource;
    private final Dialect dialect;
    private final TableNames tables;

    JdbcSession(DataSource dataSource, Dialect dialect, TableNames tables) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.tables = tables;
    }

    /**
     * Connects to see what database it is and whether it can be used.
     *
     * @throws StoreException if it is none that is known, or does not compare text exactly
     */
    static Dialect dialectOf(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            dialect.inexactness(connection).ifPresent(found -> {
                throw new StoreException(found, null);
            });
            dialect.durabilityWarning(connection).ifPresent(LOG::warn);
            return dialect;
        } catch (SQLException failure) {
            throw new StoreException("the database can't be used " + codes(failure), withoutText(failure));
        }
    }

    /** What is done within a transaction. */
    interface Work<T> {
        T run(Statements statements) throws SQLException;
    }

    /**
     * Does all of the work in a transaction of its own, or nothing of it.
     *
     * @throws PassingException if it may succeed when it is repeated
     * @throws StoreException if the database failed otherwise, during the commit with unknown outcome
     */
    <T> T transaction(Work<T> work) {
        return run(work, Connection.TRANSACTION_READ_COMMITTED);
    }

    /** As {@link #transaction}, and all statements see the database as it was at the first. */
    <T> T snapshot(Work<T> work) {
        return run(work, Connection.TRANSACTION_REPEATABLE_READ);
    }

    /**
     * As {@link #transaction}, for work that is a single statement. Where that is a transaction by itself, its answer
     * comes after the commit, so that a connection may be lost with the answer and the work is done all the same.
     */
    <T> T statement(Work<T> work) {
        return dialect.isStatementEnough() ? connected(connection -> alone(connection, work)) : transaction(work);
    }

    /** As {@link #statement}, and its answer comes before the commit. */
    <T> T confirmed(Work<T> work) {
        return dialect.isStatementEnough()
                ? connected(connection -> inTransaction(connection, work, null))
                : transaction(work);
    }

    private <T> T run(Work<T> work, int isolation) {
        return connected(connection -> inTransaction(connection, work, isolation));
    }

    private interface Use<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T connected(Use<T> use) {
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException unavailable) {
            // Not passing: a pool has waited long enough already.
            throw new StoreException("no connection to the database " + codes(unavailable), withoutText(unavailable));
        }
        try {
            return use.with(connection);
        } catch (SQLException failure) {
            throw translated(failure);
        } finally {
            close(connection);
        }
    }

    private <T> T alone(Connection connection, Work<T> work) throws SQLException {
        return connection.getAutoCommit()
                ? work.run(new Statements(connection, dialect, tables))
                : inTransaction(connection, work, null);
    }

    /** @param isolation absent where any level will do */
    private <T> T inTransaction(Connection connection, Work<T> work, @Nullable Integer isolation) throws SQLException {
        boolean autoCommitBefore = connection.getAutoCommit();
        Integer isolationBefore = null;
        if (isolation != null) {
            int found = connection.getTransactionIsolation();
            if (found != isolation) {
                isolationBefore = found;
                connection.setTransactionIsolation(isolation);
            }
        }
        if (autoCommitBefore) {
            connection.setAutoCommit(false);
        }
        boolean committed = false;
        try {
            T result = work.run(new Statements(connection, dialect, tables));
            connection.commit();
            committed = true;
            return result;
        } finally {
            restore(connection, !committed, autoCommitBefore, isolationBefore);
        }
    }

    /** Failures here are only logged: they must not hide why the work failed, nor make a commit look like a failure. */
    private static void restore(
            Connection connection, boolean rollback, boolean autoCommit, @Nullable Integer isolation) {
        try {
            if (rollback) {
                connection.rollback();
            }
            if (isolation != null) {
                connection.setTransactionIsolation(isolation);
            }
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException broken) {
            LOG.debug("A connection could not be restored {}", codes(broken));
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            LOG.debug("A connection could not be closed {}", codes(broken));
        }
    }

    private StoreException translated(SQLException failure) {
        String message = "the database failed " + codes(failure);
        for (SQLException each = failure; each != null; each = each.getNextException()) {
            if (dialect.isMissingTable(each)) {
                return new MissingTableException(message, withoutText(failure));
            }
            if (dialect.isDuplicateKey(each)) {
                return new PassingException.LostRace(message, withoutText(failure));
            }
            if (dialect.isPassing(each)) {
                return new PassingException(message, withoutText(failure));
            }
        }
        return new StoreException(message, withoutText(failure));
    }

    private static String codes(SQLException failure) {
        return "(SQLState %s, vendor code %d)".formatted(failure.getSQLState(), failure.getErrorCode());
    }

    /** Drivers put key values and parts of statements into their messages; where it happened is kept. */
    private static SQLException withoutText(SQLException failure) {
        var clean = new SQLException(
                failure.getClass().getName() + ", its text left out", failure.getSQLState(), failure.getErrorCode());
        clean.setStackTrace(failure.getStackTrace());
        return clean;
    }
}
