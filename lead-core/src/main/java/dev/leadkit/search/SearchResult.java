package dev.leadkit.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param hits best first
 * @param complete whether all that was found was ranked; if not, there are more leads than a search looks at, and an older one that
 *     fits better may be missing: ask for more words, or list them with {@link dev.leadkit.store.LeadFilter#matching}
 */
public record SearchResult(List<SearchHit> hits, boolean complete) {
    public SearchResult {
        hits = List.copyOf(hits);
    }
}
