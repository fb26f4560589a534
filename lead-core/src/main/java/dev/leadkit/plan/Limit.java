package dev.leadkit.plan;

import org.jspecify.annotations.Nullable;

/**
 * How many of something a plan holds.
 *
 * @param most 0 or more
 * @param upgradeHint for the user; absent when there is nothing to say
 */
public record Limit(long most, @Nullable String upgradeHint) {
    public Limit {
        if (most < 0) {
            throw new IllegalArgumentException("a limit must be 0 or more, was " + most);
        }
    }
}
