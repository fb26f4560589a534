package dev.leadkit.store.jdbc;

import dev.leadkit.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
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
     * @param plain whether it may be something that only speaks a database's language
     * @throws StoreException if it is none that is known, does not compare text exactly, or a transaction is under way
     */
    static JdbcSession open(
            DataSource dataSource, TableNames tables, @Nullable BooleanSupplier underWay, boolean plain) {
        try (Connection connection = dataSource.getConnection()) {
            HostBinding binding = HostBinding.learn(dataSource, connection, underWay);
            Dialect dialect = Dialect.of(connection);
            dialect.inexactness(connection).ifPresent(found -> {
                throw new StoreException(found, null);
            });
            dialect.durabilityWarning(connection).ifPresent(LOG::warn);
            return new JdbcSession(dataSource, binding, plain ? dialect.plain() : dialect, tables, null);
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
        return run(work, this::readCommitted);
    }

    /**
     * As {@link #transaction}, and in one of our own all statements see the database as it was at the first. The isolation
     * of the host's is left to the host.
     */
    <T> T snapshot(Work<T> work) {
        return run(work, this::repeatableRead);
    }

    /**
     * As {@link #transaction}, for work that is a single statement. Where that is a transaction by itself, its answer comes
     * after the commit, so that a connection may be lost with the answer and the work is done all the same.
     */
    <T> T statement(Work<T> work) {
        return dialect.isStatementEnough() ? run(work, this::alone) : transaction(work);
    }

    /** As {@link #statement}, and its answer comes before the commit. */
    <T> T confirmed(Work<T> work) {
        return dialect.isStatementEnough() ? run(work, this::committed) : transaction(work);
    }

    /** How work is done in a transaction of our own. */
    private interface Course {
        <T> T run(Connection connection, Work<T> work) throws SQLException;
    }

    private <T> T run(Work<T> work, Course course) {
        if (joined != null) {
            return new HostTransaction(joined, dialect, tables).run(work);
        }
        // H2 takes the sign away from a thread that waits for another's lock.
        boolean interrupted = Thread.currentThread().isInterrupted();
        try {
            return onOwnConnection(work, course);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T onOwnConnection(Work<T> work, Course course) {
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
                    : course.run(connection, work);
        } catch (SQLException failure) {
            throw SqlErrors.translated(failure, dialect);
        } finally {
            quietly(connection::close);
        }
    }

    private <T> T alone(Connection connection, Work<T> work) throws SQLException {
        return connection.getAutoCommit() ? work.run(ours(connection)) : committed(connection, work);
    }

    private <T> T readCommitted(Connection connection, Work<T> work) throws SQLException {
        return isolated(connection, work, Connection.TRANSACTION_READ_COMMITTED);
    }

    private <T> T repeatableRead(Connection connection, Work<T> work) throws SQLException {
        Optional<String> begin = dialect.beginSnapshot();
        if (begin.isEmpty()) {
            return isolated(connection, work, Connection.TRANSACTION_REPEATABLE_READ);
        }
        return committed(connection, statements -> {
            statements.execute(begin.get());
            return work.run(statements);
        });
    }

    private <T> T isolated(Connection connection, Work<T> work, int isolation) throws SQLException {
        int isolationBefore = connection.getTransactionIsolation();
        if (isolationBefore == isolation) {
            return committed(connection, work);
        }
        try {
            connection.setTransactionIsolation(isolation);
            return committed(connection, work);
        } finally {
            quietly(() -> connection.setTransactionIsolation(isolationBefore));
        }
    }

    private <T> T committed(Connection connection, Work<T> work) throws SQLException {
        boolean autoCommitBefore = connection.getAutoCommit();
        boolean committed = false;
        try {
            if (autoCommitBefore) {
                connection.setAutoCommit(false);
            }
            T result = work.run(ours(connection));
            connection.commit();
            committed = true;
            return result;
        } finally {
            if (!committed && !quietly(connection::rollback)) {
                // Switching auto-commit on would commit whatever could not be rolled back.
                quietly(() -> connection.abort(Runnable::run));
            } else if (autoCommitBefore) {
                quietly(() -> connection.setAutoCommit(true));
            }
        }
    }

    private Statements ours(Connection connection) {
        return new Statements(connection, dialect, tables, Statements.Ownership.OURS);
    }

    private interface Step {
        void run() throws SQLException;
    }

    /**
     * Failures here are only logged: they must not hide why the work failed, nor make a commit look like a failure.
     *
     * @return whether it was done
     */
    private static boolean quietly(Step step) {
        try {
            step.run();
            return true;
        } catch (SQLException broken) {
            LOG.debug("A connection could not be restored {}", SqlErrors.codes(broken));
            return false;
        }
    }
}
