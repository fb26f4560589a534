package dev.leadkit.search;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import java.util.List;

/**
 * Finds leads for {@code desk.search} in the place of the store: a search engine of the host's, that knows synonyms, misspellings or
 * the texts of notes, say. The host feeds it, by an endpoint that hears of every change. Called from several threads.
 *
 * <p>It need not be up to date, and it is not trusted: each lead is read from the store, and shown only if the tenant has it, the
 * actor may see it and the rest of the filter holds. Lists, boards, views and bulk work by a text always ask the store, whose
 * search is exact.
 */
@FunctionalInterface
public interface SearchIndex {
    /**
     * A lead that was found.
     *
     * @param score 0 to 100, how well
     */
    record Found(LeadId lead, int score) {
        public Found {
            if (score < 0 || score > 100) {
                throw new IllegalArgumentException("score must be 0 to 100, was " + score);
            }
        }
    }

    /**
     * What fits a text, best first.
     *
     * @param text as somebody typed it, with at least one letter or digit
     * @param most how many at most; if as many come, there may be more
     */
    List<Found> find(TenantId tenant, String text, int most);
}
