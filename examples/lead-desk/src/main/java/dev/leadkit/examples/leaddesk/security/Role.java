package dev.leadkit.examples.leaddesk.security;

import java.util.Locale;

/** What somebody is in his tenant; each may do all that the ones before it may. */
public enum Role {
    /** Looks at leads, without their amounts, and changes nothing. */
    VIEWER,
    /** Works on his own leads and on those of nobody. */
    REP,
    /** Works on all leads, imports, exports, merges and erases. */
    MANAGER,
    /** Also says how pipelines, capture rules, scorecard and plan are. */
    ADMIN;

    public boolean isAtLeast(Role other) {
        return compareTo(other) >= 0;
    }

    /** Its name in texts, such as {@code rep}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of this key */
    public static Role ofKey(String key) {
        for (Role role : values()) {
            if (role.key().equals(key)) {
                return role;
            }
        }
        throw new IllegalArgumentException("expected one of viewer, rep, manager, admin");
    }
}
