package dev.leadkit.lead;

/**
 * The characters of a message that a decision rests on.
 *
 * @param session the session of the message
 * @param message the message's id
 * @param start the first character, from 0
 * @param end one past the last character; equal to {@code start} when the message as a whole is meant
 */
public record Evidence(String session, String message, int start, int end) {
    public Evidence {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("evidence must be 0 <= start <= end, was %d..%d".formatted(start, end));
        }
    }
}
