package dev.leadkit.store;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;

/**
 * By what a tenant's document is known.
 *
 * @param kind what it is for, such as {@code view} or {@code rotation}, at most {@value #MAX_KIND_LENGTH} characters; each part
 *     of LeadKit has kinds of its own
 * @param name unique among the tenant's documents of the kind
 */
public record DocumentKey(String kind, String name) {
    /** The most characters of a kind. */
    public static final int MAX_KIND_LENGTH = 64;

    /** @throws InvalidInputException if one of them is no id, see {@link Input#id}, or the kind too long */
    public DocumentKey {
        kind = Input.id("document.kind", kind);
        if (kind.length() > MAX_KIND_LENGTH) {
            throw new InvalidInputException(
                    "document.kind", "at most %d characters".formatted(MAX_KIND_LENGTH), kind.length() + " characters");
        }
        name = Input.id("document.name", name);
    }
}
