package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens connections, and begins and ends transactions; nothing else does. A connection goes back as it came. Within a
 * transaction of the host the work is left to {@link HostTransaction}.
 */
final class JdbcSession {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcSession.class);

    private final DataSource dataSource;
    private final HostBinding binding;
    private final Dialect dialect;
    private final TableNames tables;
    private final @Nullable Connection joined;

    private JdbcSession(
            DataSource dataSource,
            HostBinding binding,
            Dialect dialect,
            TableNames tables,
            @Nullable Connection joined) {
        this.dataSource = dataSource;
        this.binding = binding;
        this.dialect = dialect;
        this.tables = tables;
        this.joined = joined;
    }

    /** On connections that are always our own. */
    JdbcSession(DataSource dataSource, Dialect dialect, TableNames tables) {
        this(dataSource, HostBinding.none(dataSource), dialect, tables, null);
    }

    /**
     * Connects to see what database it is and whether it can be used.
     *
     * @param underWay whether a transaction of the host is under way; absent when the host did not say
     * @throws StoreException if it is none that is known, does not compare text exactly, or a transaction is under way
     */
    static JdbcSession open(DataSource dataSource, TableNames tables, @Nullable BooleanSupplier underWay) {
        try (Connection connection = dataSource.getConnection()) {
            HostBinding binding = HostBinding.learn(dataSource, connection, underWay);
            Dialect dialect = Dialect.of(connection);
            dialect.inexactness(connection).ifPresent(found -> {
                throw new StoreException(found, null);
            });
            dialect.durabilityWarning(connection).ifPresent(LOG::warn);
            return new JdbcSession(dataSource, binding, dialect, tables, null);
        } catch (SQLException failure) {
            throw new StoreException(
                    "the database can't be used " + SqlErrors.codes(failure), SqlErrors.withoutText(failure));
        }
    }

    Dialect dialect() {
        return dialect;
    }

    /** The same within the transaction of a connection of the host. */
    JdbcSession joining(Connection connection) {
        return new JdbcSession(dataSource, binding, dialect, tables, connection);
    }

    /** What is done within a transaction. */
    interface Work<T> {
        T run(Statements statements) throws SQLException;
    }

    /**
     * Does all of the work in a transaction of its own, or within the host's as {@link HostTransaction#run} does, or nothing
     * of it.
     *
     * @throws PassingException if it may succeed when it is repeated
     * @throws StoreException if the database failed otherwise, during the commit with unknown outcome
     */
    <T> T transaction(Work<T> work) {
        return run(work, Connection.TRANSACTION_READ_COMMITTED);
    }

    /**
     * As {@link #transaction}, and in one of our own all statements see the database as it was at the first. The isolation
     * of the host's is left to the host.
     */
    <T> T snapshot(Work<T> work) {
        return run(work, Connection.TRANSACTION_REPEATABLE_READ);
    }

    private <T> T run(Work<T> work, int isolation) {
        if (joined != null) {
            return new HostTransaction(joined, dialect, tables).run(work);
        }
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException unavailable) {
            // Not passing: a pool has waited long enough already.
            throw new StoreException(
                    "no connection to the database " + SqlErrors.codes(unavailable),
                    SqlErrors.withoutText(unavailable));
        }
        try {
            return binding.isHosts(connection)
                    ? new HostTransaction(connection, dialect, tables).run(work)
                    : inTransaction(connection, work, isolation);
        } catch (SQLException failure) {
            throw SqlErrors.translated(failure, dialect);
        } finally {
            quietly(connection::close);
        }
    }

    private <T> T inTransaction(Connection connection, Work<T> work, int isolation) throws SQLException {
        boolean autoCommitBefore = connection.getAutoCommit();
        int isolationBefore = connection.getTransactionIsolation();
        boolean committed = false;
        try {
            if (isolationBefore != isolation) {
                connection.setTransactionIsolation(isolation);
            }
            if (autoCommitBefore) {
                connection.setAutoCommit(false);
            }
            T result = work.run(new Statements(connection, dialect, tables, Statements.Ownership.OURS));
            connection.commit();
            committed = true;
            return result;
        } finally {
            restore(connection, !committed, autoCommitBefore, isolation == isolationBefore ? null : isolationBefore);
        }
    }

    /** As far as it goes, whatever of it fails. */
    private static void restore(
            Connection connection, boolean rollback, boolean autoCommit, @Nullable Integer isolation) {
        if (rollback) {
            quietly(connection::rollback);
        }
        if (isolation != null) {
            quietly(() -> connection.setTransactionIsolation(isolation));
        }
        if (autoCommit) {
            quietly(() -> connection.setAutoCommit(true));
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    /** Failures here are only logged: they must not hide why the work failed, nor make a commit look like a failure. */
    private static void quietly(Step step) {
        try {
            step.run();
        } catch (SQLException broken) {
            LOG.debug("A connection could not be restored {}", SqlErrors.codes(broken));
        }
    }
}
