package dev.leadkit.store;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which tags are wanted; an empty set asks for nothing.
 *
 * @param any at least one of these
 * @param all each of these
 * @param none none of these
 */
public record TagFilter(Set<String> any, Set<String> all, Set<String> none) {
    /** Asks for nothing. */
    static final TagFilter ANYTHING = new TagFilter(Set.of(), Set.of(), Set.of());

    public TagFilter {
        any = sorted(any);
        all = sorted(all);
        none = sorted(none);
    }

    /** Whether a lead with these tags is wanted. */
    public boolean matches(Set<String> tags) {
        return (any.isEmpty() || !Collections.disjoint(any, tags))
                && tags.containsAll(all)
                && Collections.disjoint(none, tags);
    }

    private static Set<String> sorted(Collection<String> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
