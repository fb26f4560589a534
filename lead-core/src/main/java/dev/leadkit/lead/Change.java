package dev.leadkit.lead;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a lead. Old and new values are those of the lead before and after. */
public sealed interface Change {

    /** The lead came into being. {@code previous} is the closed lead of the same visitor, where there is one. */
    record Created(
            LeadSource source,
            String pipeline,
            int pipelineVersion,
            String stage,
            @Nullable LeadId previous) implements Change {}

    /** Capture took the visitor in, or found other reasons for it when a late message arrived. */
    record Captured(List<Reason> because) implements Change {
        public Captured {
            because = List.copyOf(because);
        }
    }

    /** Later facts took back the capture, and nobody had touched the lead. */
    record Withdrawn() implements Change {}

    /** A withdrawn lead is supported again. */
    record Restored() implements Change {}

    /** Another lead was merged into this one. */
    record Merged(LeadId other) implements Change {}

    /** The lead was merged into another, which stands for it from now on. */
    record MergedInto(LeadId survivor) implements Change {}

    /** A lead that was merged into this one was taken out again. */
    record Unmerged(LeadId other) implements Change {}

    /** The lead stands by itself again. */
    record UnmergedFrom(LeadId survivor) implements Change {}

    /** {@code inFrom} is the time spent in the stage that it left; zero or more. */
    record StageChanged(String from, String to, @Nullable String reason, Duration inFrom) implements Change {}

    /**
     * The lead was brought to another version of its pipeline. Not a move: the stages are the same, or the one takes the
     * other's place, and the time in it goes on.
     */
    record Migrated(int fromVersion, int toVersion, String fromStage, String toStage) implements Change {}

    /** The lead was moved to another pipeline; the rest is as in {@link StageChanged}. */
    record PipelineChanged(
            String fromPipeline,
            String fromStage,
            String toPipeline,
            int toVersion,
            String toStage,
            @Nullable String reason,
            Duration inFrom)
            implements Change {}

    /**
     * The move in the same unit of work was made in spite of what the pipeline says, by somebody who may.
     *
     * @param why in the words of who did it
     * @param refusals each reason that was overridden, by its code; at least one
     */
    record Overridden(String why, List<Reason> refusals) implements Change {
        public Overridden {
            refusals = List.copyOf(refusals);
        }
    }

    /** A single value was set (old absent), replaced, or removed (new absent). Values of a list change one by one. */
    record FieldChanged(
            String field, @Nullable String from, @Nullable String to) implements Change {}

    record Tagged(String tag) implements Change {}

    record Untagged(String tag) implements Change {}

    /** {@code from} or {@code to} is absent where nobody looked or looks after the lead. */
    record Assigned(@Nullable String from, @Nullable String to) implements Change {}

    record Noted(String text) implements Change {}

    /** A note says something else now; what it said before stays in the timeline. */
    record NoteEdited(NoteId note, String text) implements Change {}

    /** A note is no longer shown; what it said stays in the timeline. */
    record NoteRemoved(NoteId note) implements Change {}

    /** The score changed; {@code from} is absent for a first score. */
    record Scored(@Nullable Integer from, int to, @Nullable String bandFrom, String bandTo, String card)
            implements Change {
        /** Whether the lead moved from one band to another; a first score came from none. */
        public boolean changesBand() {
            return bandFrom != null && !bandTo.equals(bandFrom);
        }
    }

    /**
     * The score left one band for another; stands beside the {@link Scored} that did it. A first score is no change of band.
     */
    record BandChanged(String from, String to) implements Change {}

    /** The lead is known by one more identity; the value itself stands on the lead. */
    record Identified(IdentityKind kind, Assurance assurance) implements Change {}

    record ConversationLinked(String session) implements Change {}

    /** The conversation went with a lead that was taken out again of this one. */
    record ConversationUnlinked(String session) implements Change {}

    /** The person agreed to a purpose, or no longer does; for the first time, or otherwise than before. */
    record ConsentStated(Attributed<Consent> consent) implements Change {}

    /** Nothing is known any more of what the person said of a purpose: it was said of another lead, or by a rule in error. */
    record ConsentDropped(String purpose) implements Change {}

    /** The need summary was written anew; {@code text} is absent when there is none any more. */
    record Summarised(@Nullable String text) implements Change {}

    /**
     * Nothing changed that is told, only what stands behind it: where a value came from, which one is used first, which
     * fields are kept from captures; see {@link LeadTrace}.
     */
    record Adjusted() implements Change {}
}
