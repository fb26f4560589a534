package dev.leadkit.csv;

import dev.leadkit.lead.Change;
import dev.leadkit.lead.LeadId;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What becomes, or became, of a line of a table. Only {@link Created} and {@link Updated} write something. */
public sealed interface LineOutcome {
    /** Where the line begins in the file, counted from 1. */
    long line();

    /** Its name for programs, such as {@code created}. */
    default String code() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /**
     * It makes a lead.
     *
     * @param lead absent in a plan
     * @param changes all that the lead begins with
     */
    record Created(long line, @Nullable LeadId lead, List<Change> changes) implements LineOutcome {
        public Created {
            changes = List.copyOf(changes);
        }

        /** The fields that it sets, by their names in {@link dev.leadkit.lead.LeadField}, and {@code externalId}. */
        public SortedSet<String> fields() {
            return ChangedFields.of(changes);
        }
    }

    /** It changes a lead; as what happens to it stands on the timeline, apart from a new score. */
    record Updated(long line, LeadId lead, List<Change> changes) implements LineOutcome {
        public Updated {
            changes = List.copyOf(changes);
        }

        /** The fields that it sets, by their names in {@link dev.leadkit.lead.LeadField}, and {@code externalId}. */
        public SortedSet<String> fields() {
            return ChangedFields.of(changes);
        }
    }

    /** The lead is so already, or is to be skipped. */
    record Unchanged(long line, LeadId lead) implements LineOutcome {}

    /** It can't be taken, for every reason that was found. */
    record Refused(long line, List<LineError> errors) implements LineOutcome {
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /** Somebody changed the lead, made it or took it away since the plan, so that other than planned would happen. */
    record Conflicted(long line) implements LineOutcome {}
}
