package dev.leadkit.scoring.table;

/** A table that can't be used as a whole: its header is broken, or a column that was asked for is not there. */
public final class InvalidTableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final long line;

    InvalidTableException(String code, long line, String message) {
        super("line %d: %s".formatted(line, message));
        this.code = code;
        this.line = line;
    }

    /** Stable and kebab-case: {@code no-header}, {@code broken-header}, {@code duplicate-header}, {@code unknown-column}. */
    public String code() {
        return code;
    }

    /** The line of the file, counted from 1. */
    public long line() {
        return line;
    }
}
