package dev.leadkit.conversation;

import dev.leadkit.lead.InvalidInputException;
import java.util.Arrays;
import java.util.List;

/** How much is kept of what is said in a conversation, the least first. */
public enum CaptureMode {
    /** Nothing is kept and nobody becomes a lead. */
    NONE("none"),
    /** What happened is kept, but no text, and nothing by which the visitor could be told. */
    PSEUDONYMOUS("pseudonymous"),
    /** Everything is kept. */
    FULL("full");

    private final String key;

    CaptureMode(String key) {
        this.key = key;
    }

    /** The name in attributes and JSON. */
    public String key() {
        return key;
    }

    /** @throws InvalidInputException if there is no mode of this name */
    public static CaptureMode ofKey(String key) {
        return Arrays.stream(values())
                .filter(mode -> mode.key.equals(key))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> keys =
                            Arrays.stream(values()).map(CaptureMode::key).toList();
                    return new InvalidInputException(
                            "captureMode", "one of " + String.join(", ", keys), "another text");
                });
    }

    /** The one of the two that keeps less. */
    public CaptureMode orStricter(CaptureMode other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
