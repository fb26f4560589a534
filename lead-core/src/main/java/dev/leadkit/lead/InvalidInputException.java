package dev.leadkit.lead;

/**
 * A value from outside that LeadKit does not take. Thrown before anything is written.
 *
 * <p>The message never repeats message text or contact details; {@link #found()} describes the value instead.
 */
public final class InvalidInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String expected;
    private final String found;

    /**
     * @param field the name of the value, such as {@code message.id}
     * @param expected what is taken, as a noun phrase that also tells the mend
     * @param found what was given, described without personal data
     */
    public InvalidInputException(String field, String expected, String found) {
        super("%s: expected %s, found %s".formatted(field, expected, found));
        this.field = field;
        this.expected = expected;
        this.found = found;
    }

    public String field() {
        return field;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }
}
