package dev.leadkit.store;

import java.sql.Connection;

/**
 * Works within transactions of the host, so that a lead and a row of the host's come to be together or not at all.
 *
 * <p>The connection stays the host's: it is never committed, rolled back as a whole, closed or left changed in any
 * setting, and nothing is repeated on it. A changeset that can't be applied leaves nothing in the transaction, which can
 * go on, unless a {@link HostTransactionException} says that the host must roll back. Results and conflicts say that they
 * are {@linkplain CommitResult#joined joined}, so that nobody takes them for durable or repeats them.
 */
public interface Joining {
    /**
     * The same store within the transaction of a connection. It sees what the transaction has written, and at any moment
     * as much of others' as the transaction's isolation shows. Cheap; to be used as long as the connection is, by one
     * thread at a time.
     *
     * <p>Changes need a transaction to be part of: with auto-commit on, each throws {@link NoTransactionException} and
     * writes nothing, while reads work.
     *
     * @param connection to the store's own database
     */
    LeadStore joining(Connection connection);
}
