package dev.leadkit.pipeline;

import dev.leadkit.lead.Lead;
import org.jspecify.annotations.Nullable;

/** A condition on the lead that a transition asks for. Data, like the pipeline itself. */
public sealed interface Guard {

    static Guard scoreAtLeast(int least) {
        return new ScoreAtLeast(least);
    }

    /** @param field a name of {@link dev.leadkit.lead.LeadField} */
    static Guard has(String field) {
        return new Has(field);
    }

    /** Why the lead is refused; null when it is not. */
    @Nullable
    Refusal refusalOf(Lead lead);

    /** The condition in a few words, for diagrams. */
    String label();

    /** The score is at least so high; a lead without a score is refused. */
    record ScoreAtLeast(int least) implements Guard {
        @Override
        public @Nullable Refusal refusalOf(Lead lead) {
            var score = lead.score();
            if (score != null && score.value() >= least) {
                return null;
            }
            String found = score == null ? "there is none" : "it is " + score.value();
            return new Refusal("score-too-low", "the score must be at least %d, %s".formatted(least, found), null);
        }

        @Override
        public String label() {
            return "score ≥ " + least;
        }
    }

    /** The lead has a value in the field. */
    record Has(String field) implements Guard {
        @Override
        public @Nullable Refusal refusalOf(Lead lead) {
            return RequiredField.isPresent(lead, field) ? null : RequiredField.refusal(field);
        }

        @Override
        public String label() {
            return "has " + field;
        }
    }
}
