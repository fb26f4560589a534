package dev.leadkit.lead;

/** Two amounts of different currencies were to be added. Add them per currency, or convert one first. */
public final class CurrencyMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String left;
    private final String right;

    CurrencyMismatchException(String left, String right) {
        super("cannot add %s and %s; add per currency or convert first".formatted(left, right));
        this.left = left;
        this.right = right;
    }

    public String left() {
        return left;
    }

    public String right() {
        return right;
    }
}
