package dev.leadkit.store;

/**
 * A change was asked of a store that {@linkplain Joining joined} a connection with auto-commit on, where there is no
 * transaction that it could be part of. Nothing was written. Switch auto-commit off before, or work through the kit that
 * is not joined, whose store has transactions of its own.
 */
public final class NoTransactionException extends StoreException {
    private static final long serialVersionUID = 1L;

    public NoTransactionException() {
        super(
                "expected a connection with auto-commit off, whose transaction the change can join, found auto-commit on;"
                        + " switch it off before, or use the kit that is not joined",
                null);
    }
}
