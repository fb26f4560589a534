package dev.leadkit.store;

/** Somebody else was faster, or holds what was asked for. Nothing was written. */
public abstract sealed class ConflictException extends StoreException
        permits StaleLeadException, StaleConversationException, IdentityTakenException {
    private static final long serialVersionUID = 1L;

    ConflictException(String message) {
        super(message, null);
    }
}
