package dev.leadkit.search;

import dev.leadkit.lead.Lead;
import java.util.List;

/**
 * A lead that a search found.
 *
 * @param lead as the actor sees it
 * @param score 0 to 100, how well it was found: by {@link SearchRanking}, or by the host's {@link SearchIndex}
 * @param matches which term was found where, in the order of the terms and of {@link TermMatch.Place}; one a term and place, the
 *     best. Empty only for what a {@link SearchIndex} found by something else
 */
public record SearchHit(Lead lead, int score, List<TermMatch> matches) {
    public SearchHit {
        matches = List.copyOf(matches);
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("score must be 0 to 100, was " + score);
        }
    }
}
