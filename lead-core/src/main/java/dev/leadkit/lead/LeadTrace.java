package dev.leadkit.lead;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a lead changed beside what its activities tell: where values came from and in what order they stand,
 * which fields are kept from captures, by what it is known. People have no need of it, {@link LeadRebuild} does. It stands
 * on the first activity of the version. Immutable and safe to share.
 *
 * @param values those that came, came from elsewhere or stand elsewhere, by field and in the order of their places
 * @param pinned the fields that are pinned since
 * @param unpinned the fields that no longer are
 * @param known the identities that came
 * @param unknown the identities that went
 * @param entered how it stands in its stage; absent when that stayed
 * @param sessions all its conversations in order, where a merge put them in another one; otherwise empty
 * @param source where it comes from, unless it came from there before
 * @param createdAt when it became a lead, unless that is what was known before
 */
public record LeadTrace(
        List<Given> values,
        Set<String> pinned,
        Set<String> unpinned,
        List<Identity> known,
        List<Identity> unknown,
        @Nullable Entered entered,
        List<String> sessions,
        @Nullable LeadSource source,
        @Nullable Instant createdAt) {

    /** Nothing changed that is not told. */
    public static final LeadTrace NONE =
            new LeadTrace(List.of(), Set.of(), Set.of(), List.of(), List.of(), null, List.of(), null, null);

    /**
     * How a value of a field was given.
     *
     * @param text the value as an activity tells it
     * @param place its place, from 0, among the values of the field
     * @param number the whole of a phone number; absent for every other field
     * @param type the type of a custom field; absent for every other field
     */
    public record Given(
            String field,
            String text,
            int place,
            Provenance from,
            @Nullable PhoneNumber number,
            @Nullable FieldType type) {}

    /** How a lead stands in its stage: as {@link Lead} has it. */
    public record Entered(String pipeline, int pipelineVersion, String stage, boolean closed, Instant at) {
        static Entered of(Lead lead) {
            return new Entered(
                    lead.pipeline(), lead.pipelineVersion(), lead.stage(), lead.closed(), lead.stageEnteredAt());
        }
    }

    public LeadTrace {
        values = List.copyOf(values);
        pinned = Collections.unmodifiableSet(new TreeSet<>(pinned));
        unpinned = Collections.unmodifiableSet(new TreeSet<>(unpinned));
        known = List.copyOf(known);
        unknown = List.copyOf(unknown);
        sessions = List.copyOf(sessions);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
