package dev.leadkit.examples.cli;

/** A line that is no conversation. Its reason says why, and repeats nothing of what stands in it. */
final class BadLineException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    BadLineException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** A field that is not as it should be. */
    BadLineException(String field, String expected, String found) {
        this("%s: expected %s, found %s".formatted(field, expected, found));
    }

    String reason() {
        return reason;
    }
}
