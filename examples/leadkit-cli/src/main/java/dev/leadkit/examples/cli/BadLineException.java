package dev.leadkit.examples.cli;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

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

    /** A line that no parser takes. The parser's own message quotes the text around the mistake, which a log must not hold. */
    static BadLineException notJson(JacksonException broken) {
        if (broken instanceof StreamConstraintsException) {
            return new BadLineException("nested too deeply, or a key, text or number in it is too long");
        }
        var at = broken.getLocation();
        return new BadLineException("not JSON" + (at == null ? "" : ": broken at column " + at.getColumnNr()));
    }

    String reason() {
        return reason;
    }
}
