package dev.leadkit.undo;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.operation.Outcome;
import java.util.List;

/** What became of one lead when something was undone. Only {@link Restored} and {@link Partly} wrote something. */
public sealed interface UndoOutcome extends Outcome {
    /** All is as it was before, beside what was done since to other fields. */
    record Restored(Lead lead) implements UndoOutcome {
        @Override
        public String code() {
            return "restored";
        }
    }

    /** Some of it is as it was before; the rest was kept, for a reason each. */
    record Partly(Lead lead, List<KeptChange> kept) implements UndoOutcome {
        public Partly {
            kept = List.copyOf(kept);
        }

        @Override
        public String code() {
            return "partly";
        }
    }

    /** Nothing could be taken back, for these reasons. */
    record Refused(List<KeptChange> kept) implements UndoOutcome {
        public Refused {
            kept = List.copyOf(kept);
        }

        @Override
        public String code() {
            return "refused";
        }
    }

    /** It is undone already, or did nothing to the lead. */
    record NothingToUndo(Lead lead) implements UndoOutcome {
        @Override
        public String code() {
            return "nothing-to-undo";
        }
    }

    /** The lead was merged into another since, of which this is the id; take that apart first. */
    record Merged(LeadId survivor) implements UndoOutcome {
        @Override
        public String code() {
            return "merged";
        }
    }

    /** Whoever undoes does not see the lead, or no more; it stays as it is. */
    record NotSeen() implements UndoOutcome {
        @Override
        public String code() {
            return "not-seen";
        }
    }

    /** The lead is gone for good. */
    record Erased() implements UndoOutcome {
        @Override
        public String code() {
            return "erased";
        }
    }
}
