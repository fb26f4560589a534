package dev.leadkit.pipeline;

import java.util.List;
import java.util.Locale;

/** What a stage means. Logic reads this alone, never a stage's name or place. */
public enum StageCategory {
    OPEN,
    WON,
    LOST;

    static final List<String> KEYS = List.of("open", "won", "lost");

    static StageCategory ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** The name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isClosed() {
        return this != OPEN;
    }
}
