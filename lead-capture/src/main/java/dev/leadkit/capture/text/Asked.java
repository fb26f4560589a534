package dev.leadkit.capture.text;

import org.jspecify.annotations.Nullable;

/**
 * What bot or agent wrote since a visitor's answer before, or the first 4,096 characters of it. Not safe to share.
 */
public final class Asked {
    private static final int MOST = 4096;

    private final StringBuilder asked = new StringBuilder();
    private boolean answered;

    /** Takes the next message of a bot or agent. */
    public void ask(String text) {
        if (answered) {
            asked.setLength(0);
            answered = false;
        }
        int room = MOST - asked.length();
        if (room > 0) {
            asked.append(asked.isEmpty() ? "" : "\n").append(text, 0, Math.min(room, text.length()));
        }
    }

    /** What the visitor's next message answers, which stands for all messages of the answer; null if nothing was asked. */
    public @Nullable String answer() {
        answered = true;
        return asked.isEmpty() ? null : asked.toString();
    }
}
