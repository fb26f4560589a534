package dev.leadkit.store;

import dev.leadkit.lead.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit 1 to {@value #MAX_LIMIT}
 * @param cursor where the last page ended, as it gave it; absent for the first page
 */
public record PageRequest(int limit, @Nullable String cursor) {
    /** The most items of a page. */
    public static final int MAX_LIMIT = 500;

    /** @throws InvalidInputException if the limit is out of range */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("limit", "1 to " + MAX_LIMIT, Integer.toString(limit));
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }

    public PageRequest after(String newCursor) {
        return new PageRequest(limit, newCursor);
    }
}
