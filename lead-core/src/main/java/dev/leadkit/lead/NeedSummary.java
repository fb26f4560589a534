package dev.leadkit.lead;

import java.util.List;

/**
 * What the visitor wants, in at most 160 characters and without contact data.
 *
 * @param by what wrote it, such as {@code extractive}
 * @param evidence the characters of the messages that it was taken from
 */
public record NeedSummary(String text, String by, List<Evidence> evidence) {
    /** The most characters of a summary. */
    public static final int MAX_LENGTH = 160;

    public NeedSummary {
        text = Input.name("need", text);
        if (text.length() > MAX_LENGTH) {
            throw new InvalidInputException(
                    "need", "at most %d characters".formatted(MAX_LENGTH), text.length() + " characters");
        }
        evidence = List.copyOf(evidence);
    }
}
