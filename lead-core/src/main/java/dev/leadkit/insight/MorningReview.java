package dev.leadkit.insight;

import dev.leadkit.lead.Lead;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Page;
import dev.leadkit.store.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What to look at first in the morning: hot leads that nobody took on, and those that are about to be forgotten.
 *
 * @param asOf when the morning is
 * @param hot new leads of the last 24 hours, see {@link #hotFilter}; the highest score first. The cursor goes on with {@link
 *     LeadQuery} of that filter by {@link LeadQuery.Sort#SCORE}
 * @param unnoticed older ones that are as hot and still new, see {@link #unnoticedFilter}; likewise
 * @param goingStale those that become stale in the next 24 hours if nobody touches or snoozes them, the first of them first
 * @param stale how many are stale already, by stage key, sorted; stages without any are left out
 */
public record MorningReview(
        Instant asOf, Page<Lead> hot, Page<Lead> unnoticed, List<GoingStale> goingStale, Map<String, Long> stale) {
    /** The score from which a lead is hot. */
    public static final int HOT = 70;

    static final Duration DAY = Duration.ofHours(24);

    /** @param staleAt when the lead has been untouched for as long as its stage says, and its snooze is over if it has one */
    public record GoingStale(Lead lead, Instant staleAt) {}

    public MorningReview {
        goingStale = List.copyOf(goingStale);
        stale = Collections.unmodifiableMap(new TreeMap<>(stale));
    }

    /**
     * Those in the pipeline's first stage with a score of {@value #HOT} or more that were created in the 24 hours up to an
     * instant, or later.
     *
     * @param leads conditions that hold besides; what it says of pipeline, stage, lowest score and creation is replaced
     */
    public static LeadFilter hotFilter(LeadFilter leads, Pipeline pipeline, Instant asOf) {
        return hotAndNew(leads, pipeline).createdIn(new TimeRange(asOf.minus(DAY), null));
    }

    /** The same, but created earlier. */
    public static LeadFilter unnoticedFilter(LeadFilter leads, Pipeline pipeline, Instant asOf) {
        return hotAndNew(leads, pipeline).createdIn(new TimeRange(null, asOf.minus(DAY)));
    }

    private static LeadFilter hotAndNew(LeadFilter leads, Pipeline pipeline) {
        return leads.inPipeline(pipeline.name()).inStage(pipeline.start().key()).scoredAtLeast(HOT);
    }
}
