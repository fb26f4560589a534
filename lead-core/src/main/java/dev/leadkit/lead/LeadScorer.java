package dev.leadkit.lead;

import java.time.Instant;
import java.util.Set;

/**
 * Says how warm a lead is. Pure: the same lead and instant give the same score. Safe to share. Where it throws, the lead keeps
 * the score that it has.
 */
@FunctionalInterface
public interface LeadScorer {
    /**
     * The lead's score at an instant. Never looks at the stage. An earlier score of the lead may decide in which of two
     * neighbouring bands it stays, if it is of the same card; its value never depends on it. Where the score says when it
     * changes next, that is after the instant.
     *
     * @param asOf the instant for which time-dependent factors are read
     */
    Score score(Lead lead, Instant asOf);

    /**
     * Refuses to score leads where it could score none, whatever they hold. Asked once, before it scores any; by default
     * nothing stands against it.
     *
     * @throws RuntimeException of a type of its own that says what is wrong with it
     */
    default void requireFitForLeads() {}

    /** The names of the custom fields that it reads, see {@link LeadField#custom}, which the kit then must define; by default none. */
    default Set<String> askedFields() {
        return Set.of();
    }
}
