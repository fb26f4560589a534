package dev.leadkit.examples.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.csv.LineError;
import dev.leadkit.csv.LineOutcome;
import dev.leadkit.csv.LineOutcome.Conflicted;
import dev.leadkit.csv.LineOutcome.Created;
import dev.leadkit.csv.LineOutcome.Refused;
import dev.leadkit.csv.LineOutcome.Unchanged;
import dev.leadkit.csv.LineOutcome.Updated;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes, or became, of a line of a table, with the keys and their order as they stand in a line of output.
 *
 * @param outcome {@code created}, {@code updated}, {@code unchanged}, {@code refused} or {@code conflicted}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportLine(
        long line,
        String outcome,
        @Nullable String leadId,
        @Nullable Collection<String> fields,
        @Nullable List<LineError> errors) {

    static ImportLine of(LineOutcome outcome) {
        long line = outcome.line();
        if (outcome instanceof Created created) {
            String lead = created.lead() == null ? null : created.lead().toString();
            return new ImportLine(line, "created", lead, created.fields(), null);
        }
        if (outcome instanceof Updated updated) {
            return new ImportLine(line, "updated", updated.lead().toString(), updated.fields(), null);
        }
        if (outcome instanceof Unchanged unchanged) {
            return new ImportLine(line, "unchanged", unchanged.lead().toString(), null, null);
        }
        return outcome instanceof Refused refused
                ? new ImportLine(line, "refused", null, null, refused.errors())
                : conflicted((Conflicted) outcome);
    }

    private static ImportLine conflicted(Conflicted outcome) {
        return new ImportLine(outcome.line(), "conflicted", null, null, null);
    }
}
