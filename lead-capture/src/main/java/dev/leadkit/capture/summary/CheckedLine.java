package dev.leadkit.capture.summary;

/** What a check came to of one line of a model's answer. */
sealed interface CheckedLine permits Claim, CheckedLine.Refused {
    /** @param problem why it is not taken, a code as in {@link CheckedSummary#fallback()} */
    record Refused(String problem) implements CheckedLine {}
}
