package dev.leadkit.assign;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which of those who can take a lead comes first. */
public enum Order {
    /** Each in turn. */
    ROUND_ROBIN,
    /** Each in turn, as often as his weight says. */
    WEIGHTED,
    /** Whoever can take the most leads more; who can take equally many, in turn. Each member needs a capacity. */
    CAPACITY;

    static final List<String> KEYS = Arrays.stream(values()).map(Order::key).toList();

    /** In kebab-case, such as {@code round-robin}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Order ofKey(String key) {
        return values()[KEYS.indexOf(key)];
    }
}
