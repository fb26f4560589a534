package dev.leadkit.store;

import org.jspecify.annotations.Nullable;

/** The storage failed within a transaction of the host that a call had {@linkplain Joining joined}. Nothing was repeated. */
public final class HostTransactionException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final boolean hostMustRollBack;

    /**
     * @param message without contact data, as is the cause
     * @param hostMustRollBack as {@link #hostMustRollBack()}
     */
    public HostTransactionException(String message, boolean hostMustRollBack, @Nullable Throwable cause) {
        super(
                message
                        + (hostMustRollBack
                                ? "; the host must roll back its transaction"
                                : "; nothing of the call is left in the host's transaction, which can go on"),
                cause);
        this.hostMustRollBack = hostMustRollBack;
    }

    /**
     * Whether the transaction may hold a part of what failed, or is lost: the host must roll it back, and may then do all
     * of it again. Otherwise it is as it was before the call.
     */
    public boolean hostMustRollBack() {
        return hostMustRollBack;
    }
}
