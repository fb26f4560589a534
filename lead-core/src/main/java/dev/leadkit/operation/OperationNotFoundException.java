package dev.leadkit.operation;

/** The tenant keeps no such operation, or no longer. One of another tenant looks exactly alike. */
public final class OperationNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient OperationId operation;

    public OperationNotFoundException(OperationId operation) {
        super("expected the operation %s, found none; check the id and the tenant".formatted(operation));
        this.operation = operation;
    }

    public OperationId operation() {
        return operation;
    }
}
