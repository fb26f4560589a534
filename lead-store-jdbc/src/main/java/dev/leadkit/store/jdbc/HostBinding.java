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
 * Tells whether a connection that a data source gave belongs to a transaction of the host, as those of Spring's
 * {@code TransactionAwareDataSourceProxy} do while one is under way. To commit it would be to commit what the host has
 * not finished; not to commit one of our own would be to lose it. So nothing is guessed.
 *
 * <p>With auto-commit on there is no transaction. With it off there is one of the host's if the host says so; or, where it
 * was on when the store was opened, if the data source has nothing but this connection to give to this thread.
 */
final class HostBinding {
    private static final Logger LOG = LoggerFactory.getLogger(HostBinding.class);

    private static final int SECONDS_TO_ANSWER = 5;

    private final DataSource dataSource;
    private final @Nullable BooleanSupplier underWay;
    private final boolean usuallyOff;

    private HostBinding(DataSource dataSource, @Nullable BooleanSupplier underWay, boolean usuallyOff) {
        this.dataSource = dataSource;
        this.underWay = underWay;
        this.usuallyOff = usuallyOff;
    }

    /** For a data source all of whose connections are the store's alone. */
    static HostBinding none(DataSource dataSource) {
        return new HostBinding(dataSource, () -> false, false);
    }

    /**
     * Looks at what the data source usually gives.
     *
     * @param connection one that it gave
     * @param underWay whether a transaction of the host is under way on this thread; absent when the host did not say
     * @throws StoreException if one is
     */
    static HostBinding learn(DataSource dataSource, Connection connection, @Nullable BooleanSupplier underWay)
            throws SQLException {
        boolean off = !connection.getAutoCommit();
        if (off && underWay == null) {
            LOG.info(
                    "This data source gives connections with auto-commit off. Asking it for a second one, to see whether"
                            + " they are bound to a transaction of the host; a pool of one lets that wait until its time-out. Tell"
                            + " the store's builder by hostTransactions(…) which it is, and nothing is asked.");
        }
        var binding = new HostBinding(dataSource, underWay, off);
        if (off && (underWay == null ? binding.givesTheSameAs(connection) : underWay.getAsBoolean())) {
            throw new StoreException(
                    "expected to open the store outside of a transaction of the host, found one under way on this"
                            + " thread; open it outside, or tell its builder by hostTransactions(…) when there is one",
                    null);
        }
        if (off && underWay == null) {
            LOG.warn("This data source gives connections with auto-commit off, which the store commits by itself. If it"
                    + " binds them to transactions of the host, work done within one is committed before the host"
                    + " does so. Tell the store's builder by hostTransactions(…) which it is.");
        }
        return binding;
    }

    /**
     * @throws StoreException if that can't be told
     * @throws SQLException if the connection is broken
     */
    boolean isHosts(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            return false;
        }
        if (underWay != null) {
            return underWay.getAsBoolean();
        }
        if (usuallyOff) {
            return false;
        }
        if (givesTheSameAs(connection)) {
            return true;
        }
        // What a broken connection says of auto-commit means nothing.
        if (!connection.isValid(SECONDS_TO_ANSWER)) {
            throw new SQLException("the connection is broken", "08003");
        }
        throw new StoreException(
                "expected a connection with auto-commit on, as when the store was opened, or one bound to a transaction"
                        + " of the host, found auto-commit off on one that is not bound; tell the store's builder by"
                        + " hostTransactions(…) when a transaction is under way",
                null);
    }

    /** Two at a time are two connections, unless they are bound to the thread. Handles differ, so look behind them. */
    private boolean givesTheSameAs(Connection connection) throws SQLException {
        try (Connection another = dataSource.getConnection()) {
            return another.getMetaData().getConnection()
                    == connection.getMetaData().getConnection();
        } catch (SQLException noOther) {
            LOG.debug("The data source has no second connection {}", SqlErrors.codes(noOther));
            return false;
        }
    }
}
