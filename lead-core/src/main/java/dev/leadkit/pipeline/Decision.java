package dev.leadkit.pipeline;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a pipeline says to a move. A value: nothing has happened yet. */
public sealed interface Decision {
    /** The key of the stage to which the lead would move. */
    String to();

    default boolean isAllowed() {
        return this instanceof Allowed;
    }

    /** The reasons against it; empty when it is allowed. */
    List<Refusal> refusals();

    /** What should be known before it is made, such as that the stage is full; empty when there is nothing, or it is refused. */
    default List<Reason> warnings() {
        return List.of();
    }

    /** The same as it is told to somebody from whom some of what was found is hidden, see {@link Refusal#without}. */
    Decision without(Predicate<String> hidden);

    /** The move may be made. */
    final class Allowed implements Decision {
        private final Pipeline pipeline;
        private final Stage target;
        private final List<Reason> warnings;
        private final List<Refusal> overridden;

        Allowed(Pipeline pipeline, Stage target) {
            this(pipeline, target, List.of(), List.of());
        }

        Allowed(Pipeline pipeline, Stage target, List<Reason> warnings, List<Refusal> overridden) {
            this.pipeline = pipeline;
            this.target = target;
            this.warnings = List.copyOf(warnings);
            this.overridden = List.copyOf(overridden);
        }

        @Override
        public String to() {
            return target.key();
        }

        @Override
        public List<Refusal> refusals() {
            return List.of();
        }

        @Override
        public List<Reason> warnings() {
            return warnings;
        }

        /** The reasons against it that somebody overrode who may; empty for a move that the pipeline allows by itself. */
        public List<Refusal> overridden() {
            return overridden;
        }

        @Override
        public Decision without(Predicate<String> hidden) {
            return new Allowed(pipeline, target, warnings, told(overridden, hidden));
        }

        /**
         * The lead in its new stage, as of an instant. Its reason for being lost goes when it leaves such a stage, unless
         * the pipeline keeps it, see {@link Reopening}.
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
            boolean keepsReason = target.category() == StageCategory.LOST
                    || lead.closed()
                            && pipeline.reopening()
                                    .filter(Reopening::keepsLostReason)
                                    .isPresent();
            return (keepsReason ? moved : moved.lostReason(null)).build();
        }

        @Override
        public String toString() {
            return "Allowed[to=" + target.key() + "]";
        }
    }

    /** The move may not be made; each reason counts. Equal to another of the same stage and reasons. */
    final class Refused implements Decision {
        private final String to;
        private final Reasons reasons;
        private final @Nullable Attempt attempt;

        /** Gives the same reasons against an attempt whenever it is asked. */
        interface Reasons {
            List<Refusal> against(@Nullable Attempt attempt);
        }

        public Refused(String to, List<Refusal> refusals) {
            List<Refusal> copy = List.copyOf(refusals);
            this.to = to;
            this.reasons = any -> copy;
            this.attempt = null;
        }

        /**
         * A refusal whose reasons are worked out when they are read: a board that greys out columns never does. It holds what
         * they are worked out from as it is, so that being refused costs two small objects.
         */
        Refused(Reasons reasons, Attempt attempt) {
            this.to = attempt.to();
            this.reasons = reasons;
            this.attempt = attempt;
        }

        @Override
        public String to() {
            return to;
        }

        @Override
        public List<Refusal> refusals() {
            return reasons.against(attempt);
        }

        @Override
        public Decision without(Predicate<String> hidden) {
            return new Refused(to, told(refusals(), hidden));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Refused its
                    && to.equals(its.to)
                    && refusals().equals(its.refusals());
        }

        @Override
        public int hashCode() {
            return Objects.hash(to, refusals());
        }

        @Override
        public String toString() {
            return "Refused[to=%s, refusals=%s]".formatted(to, refusals());
        }
    }

    private static List<Refusal> told(List<Refusal> refusals, Predicate<String> hidden) {
        return refusals.stream().map(refusal -> refusal.without(hidden)).toList();
    }
}
