package dev.leadkit.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the leads of a view are shown. */
public enum ViewMode {
    LIST,
    BOARD;

    static final List<String> KEYS = Arrays.stream(values()).map(ViewMode::key).toList();

    /** In lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ViewMode ofKey(String key) {
        return values()[KEYS.indexOf(key)];
    }
}
