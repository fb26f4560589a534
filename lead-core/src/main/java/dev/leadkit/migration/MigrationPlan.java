package dev.leadkit.migration;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.lead.LeadId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What publishing a version of a pipeline would do: a dry run over all of its leads. Nothing is written. Immutable and
 * safe to share.
 *
 * @param current the version that leads enter now; absent when the pipeline is a new one
 * @param next the version to publish
 * @param history up to that version
 * @param difference what differs; against itself, and so empty, when the pipeline is a new one
 * @param moves what becomes of the leads, by the stage in which they are and the one that they come to; none for a stage
 *     without leads
 * @param problems what keeps it from being published; empty when nothing does
 * @param expected the version of the stored history that this is based on; 0 when there is none
 * @param token equal for plans that publish the same over the same, so that a confirmation can name what was shown
 */
public record MigrationPlan(
        @Nullable Pipeline current,
        Pipeline next,
        PipelineHistory history,
        PipelineDifference difference,
        List<StageMove> moves,
        List<Problem> problems,
        long expected,
        String token) {

    /** The most ids of leads that are named for one reason. */
    public static final int MOST_NAMED = 20;

    /**
     * The leads that come from one stage to another.
     *
     * @param from the key of the stage in which they are
     * @param to the key of the stage that they come to; absent when none takes the place of their own
     * @param leads how many
     * @param closing how many of them are open and would be closed
     * @param reopening how many of them are closed and would be open again
     * @param lacking what would keep them from moving into that stage by themselves; they are brought there all the same
     */
    public record StageMove(
            String from, @Nullable String to, long leads, long closing, long reopening, List<Lacking> lacking) {
        public StageMove {
            lacking = List.copyOf(lacking);
        }
    }

    /**
     * What leads lack for the stage that they come to.
     *
     * @param refusal as a move there would be refused
     * @param leads how many lack it
     * @param first the oldest of them, at most {@value #MOST_NAMED}
     */
    public record Lacking(Refusal refusal, long leads, List<LeadId> first) {
        public Lacking {
            first = List.copyOf(first);
        }
    }

    public MigrationPlan {
        moves = List.copyOf(moves);
        problems = List.copyOf(problems);
    }

    /** How many leads it brings to the new version. */
    public long leads() {
        return moves.stream().mapToLong(StageMove::leads).sum();
    }

    /** @throws InvalidDefinitionException with all problems, if there are any */
    void requireSound() {
        if (!problems.isEmpty()) {
            throw new InvalidDefinitionException(problems);
        }
    }
}
