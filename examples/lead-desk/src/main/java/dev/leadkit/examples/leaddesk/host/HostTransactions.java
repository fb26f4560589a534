package dev.leadkit.examples.leaddesk.host;

import dev.leadkit.store.ConflictException;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.StoreException;
import dev.leadkit.store.UnknownOutcomeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Transactions of the host, which LeadKit joins: what is done in one is committed as a whole or not at all, with what the
 * host writes beside it. Safe to share.
 */
public final class HostTransactions {
    private static final int ATTEMPTS = 12;
    private static final long LONGEST_WAIT_NANOS = 20_000_000;

    private final DataSource source;

    /** What is done within one. */
    public interface Work<T> {
        T on(Connection connection) throws Exception;
    }

    HostTransactions(DataSource source) {
        this.source = source;
    }

    /**
     * Does a unit of work once.
     *
     * @throws UnknownOutcomeException if it may have been committed after all
     * @throws StoreException if the database failed, and nothing was written
     */
    public <T> T once(Work<T> work) throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            T result;
            try {
                result = work.on(connection);
            } catch (Throwable failed) {
                rollBack(connection, failed);
                throw failed;
            }
            commit(connection);
            return result;
        } catch (SQLException failed) {
            throw new StoreException("the database failed", failed);
        }
    }

    /** The same, done again on the fresh state when somebody else was faster. */
    public <T> T repeated(Work<T> work) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (ConflictException conflict) {
                if (attempt == ATTEMPTS || conflict instanceof IdentityTakenException) {
                    throw conflict;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_WAIT_NANOS));
            }
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException unknown) {
            throw new UnknownOutcomeException("the commit failed, and may have been done", unknown);
        }
    }

    private static void rollBack(Connection connection, Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException failed) {
            because.addSuppressed(failed);
        }
    }
}
