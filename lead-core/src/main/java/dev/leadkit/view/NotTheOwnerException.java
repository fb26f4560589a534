package dev.leadkit.view;

/** A view that others see is changed by its owner alone. Save a view of your own, as it should be. */
public final class NotTheOwnerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ViewId view;
    private final String owner;

    public NotTheOwnerException(ViewId view, String owner) {
        super("view %s: expected its owner %s, found another user; save a view of your own".formatted(view, owner));
        this.view = view;
        this.owner = owner;
    }

    public ViewId view() {
        return view;
    }

    public String owner() {
        return owner;
    }
}
