package dev.leadkit.pipeline;

import dev.leadkit.lead.Lead;
import java.time.Instant;
import java.util.List;

/** What a pipeline says to a move. A value: nothing has happened yet. */
public sealed interface Decision {
    /** The key of the stage to which the lead would move. */
    String to();

    default boolean isAllowed() {
        return this instanceof Allowed;
    }

    /** The reasons against it; empty when it is allowed. */
    List<Refusal> refusals();

    /** The move may be made. */
    final class Allowed implements Decision {
        private final Pipeline pipeline;
        private final Stage target;

        Allowed(Pipeline pipeline, Stage target) {
            this.pipeline = pipeline;
            this.target = target;
        }

        @Override
        public String to() {
            return target.key();
        }

        @Override
        public List<Refusal> refusals() {
            return List.of();
        }

        /**
         * The lead in its new stage, as of an instant. Its reason for being lost goes when it leaves such a stage.
         *
         * @param lead the lead for which this was decided
         */
        public Lead apply(Lead lead, Instant at) {
            var moved = lead.toBuilder()
                    .stage(
                            pipeline.name(),
                            pipeline.version(),
                            target.key(),
                            target.category().isClosed(),
                            at);
            return (target.category() == StageCategory.LOST ? moved : moved.lostReason(null)).build();
        }

        @Override
        public String toString() {
            return "Allowed[to=" + target.key() + "]";
        }
    }

    /** The move may not be made; each reason counts. */
    record Refused(String to, List<Refusal> refusals) implements Decision {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
