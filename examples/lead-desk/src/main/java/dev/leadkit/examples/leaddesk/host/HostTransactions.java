package dev.leadkit.examples.leaddesk.host;

import dev.leadkit.store.ConflictException;
import dev.leadkit.store.HostTransactionException;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.StoreException;
import dev.leadkit.store.UnknownOutcomeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Transactions of the host, which LeadKit joins: what is done in one is committed as a whole or not at all, with what the
 * host writes beside it. Safe to share.
 */
public final class HostTransactions {
    private static final int ATTEMPTS = 12;
    private static final int MOST_CAUSES = 5;

    /** Locks that were waited for too long, of any database, H2 and PostgreSQL; and rows that changed meanwhile, of H2. */
    private static final Set<String> PASSING = Set.of("HYT00", "55P03", "90131");

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
     * Does a unit of work once; again only when the database gave way to another transaction, so that nothing was done.
     *
     * @throws UnknownOutcomeException if it may have been committed after all
     * @throws StoreException if the database failed, and nothing was written
     */
    public <T> T once(Work<T> work) throws Exception {
        return attempts(work, false);
    }

    /** The same, done again on the fresh state when somebody else was faster. */
    public <T> T repeated(Work<T> work) throws Exception {
        return attempts(work, true);
    }

    private <T> T attempts(Work<T> work, boolean onConflict) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(work);
            } catch (StoreException failed) {
                boolean again = failed instanceof ConflictException
                        ? onConflict && !(failed instanceof IdentityTakenException)
                        : isPassing(failed);
                if (!again || attempt == ATTEMPTS) {
                    throw failed;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_WAIT_NANOS));
            }
        }
    }

    private <T> T attempt(Work<T> work) throws Exception {
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

    /** A deadlock, a failed serialization, or a lock that another transaction held for too long. */
    private static boolean isPassing(StoreException failed) {
        if (failed instanceof HostTransactionException) {
            return true; // rolled back by now, so that all of it may be done again
        }
        if (failed instanceof UnknownOutcomeException) {
            return false;
        }
        Throwable cause = failed.getCause();
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            String state = cause instanceof SQLException its ? its.getSQLState() : null;
            if (state != null && (state.startsWith("40") || PASSING.contains(state))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
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
