package dev.leadkit.definition;

/**
 * One thing wrong with a definition.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901) into the document; empty for the document as a whole
 * @param code what kind of mistake it is: stable and kebab-case, for programs; a heading of {@code lead-core/docs/errors.md}
 * @param message what is wrong, with what was expected and what was found
 * @param mend what to do about it
 */
public record Problem(String pointer, String code, String message, String mend) {
    @Override
    public String toString() {
        return "%s: %s: %s; %s".formatted(pointer.isEmpty() ? "/" : pointer, code, message, mend);
    }
}
