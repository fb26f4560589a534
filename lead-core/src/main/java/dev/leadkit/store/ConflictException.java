package dev.leadkit.store;

/** Somebody else was faster, or holds what was asked for. Nothing was written. */
public abstract sealed class ConflictException extends StoreException
        permits StaleLeadException, StaleConversationException, StaleDocumentException, IdentityTakenException {
    private static final long serialVersionUID = 1L;

    private boolean joined;

    ConflictException(String message) {
        super(message, null);
    }

    /** Says that it came up within a transaction of the host, see {@link #isJoined()}. For stores. */
    public final void markJoined() {
        joined = true;
    }

    /**
     * Whether it came up within a transaction of the host, see {@link Joining}. Then it is not tried again on a fresh state,
     * which the transaction might never see: that is for the host, in a new transaction.
     */
    public final boolean isJoined() {
        return joined;
    }
}
