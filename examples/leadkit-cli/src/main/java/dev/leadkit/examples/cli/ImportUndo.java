package dev.leadkit.examples.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.LeadDesk;
import dev.leadkit.lead.LeadId;
import dev.leadkit.operation.OperationId;
import dev.leadkit.operation.OperationNotFoundException;
import dev.leadkit.operation.OperationReport;
import dev.leadkit.operation.Portion;
import dev.leadkit.undo.KeptChange;
import dev.leadkit.undo.UndoOutcome;
import dev.leadkit.undo.UndoOutcome.Partly;
import dev.leadkit.undo.UndoOutcome.Refused;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes back a whole import and writes what became of each of its leads. */
final class ImportUndo {
    private final ResultWriter out;
    private final PrintWriter err;

    ImportUndo(ResultWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /**
     * A line of output.
     *
     * @param outcome a code of {@link UndoOutcome}
     * @param kept what stays, and why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String leadId, String outcome, @Nullable List<KeptChange> kept) {
        static Line of(LeadId lead, UndoOutcome outcome) {
            List<KeptChange> kept = outcome instanceof Partly partly
                    ? partly.kept()
                    : outcome instanceof Refused refused ? refused.kept() : null;
            return new Line(lead.toString(), outcome.code(), kept);
        }
    }

    /** @return the exit code: a problem when something stays, or there is no such import */
    int run(LeadDesk desk, OperationId operation) {
        try {
            OperationReport report = desk.undo(operation, this::write);
            report.counts().forEach((outcome, count) -> err.println("%s: %d".formatted(outcome, count)));
            err.println("undone as %s; undo that to do it again".formatted(report.operation()));
            return report.count("partly") + report.count("refused") == 0 ? 0 : LeadKitCli.PROBLEMS;
        } catch (OperationNotFoundException unknown) {
            err.println("leadkit: " + unknown.getMessage());
            return LeadKitCli.PROBLEMS;
        }
    }

    private void write(Portion<UndoOutcome> portion) {
        for (Map.Entry<LeadId, UndoOutcome> each : portion.outcomes().entrySet()) {
            try {
                out.write(Line.of(each.getKey(), each.getValue()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
