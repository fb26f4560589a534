package dev.leadkit.store;

import dev.leadkit.lead.InvalidInputException;
import java.util.Collections;
import java.util.Set;

/**
 * Which tags are wanted; an empty set asks for nothing. Each holds at most {@value #MAX_TAGS}, since
 * every one of them is looked up by itself.
 *
 * @param any at least one of these
 * @param all each of these
 * @param none none of these
 */
public record TagFilter(Set<String> any, Set<String> all, Set<String> none) {
    /** The most tags of each kind. */
    public static final int MAX_TAGS = 100;

    /** Asks for nothing. */
    static final TagFilter ANYTHING = new TagFilter(Set.of(), Set.of(), Set.of());

    /** @throws InvalidInputException if there are too many of them */
    public TagFilter {
        any = LeadFilter.values("tags", any, MAX_TAGS);
        all = LeadFilter.values("tags", all, MAX_TAGS);
        none = LeadFilter.values("tags", none, MAX_TAGS);
    }

    /** Whether a lead with these tags is wanted. */
    public boolean matches(Set<String> tags) {
        return (any.isEmpty() || !Collections.disjoint(any, tags))
                && tags.containsAll(all)
                && Collections.disjoint(none, tags);
    }
}
