package dev.leadkit.examples.cli;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.UnsuppliedInputsException;
import dev.leadkit.scoring.backtest.Backtest;
import dev.leadkit.scoring.table.InvalidTableException;
import dev.leadkit.scoring.table.LeadTable;
import dev.leadkit.scoring.table.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leadkit backtest}: scores leads whose end is known, and says how good the scores were. */
@Command(
        name = "backtest",
        description = {
            "Scores a table of leads whose end is known, and reports as JSON how good the scores were.",
            "With a second card: both side by side, and the rows that change band."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BacktestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--scorecard", required = true, paramLabel = "FILE", description = "The card.")
    private Path scorecard;

    @Option(names = "--compare", paramLabel = "FILE", description = "Another card, to be set beside it.")
    private @Nullable Path compare;

    @Mixin
    private LeadTableOptions tableOptions;

    @Option(
            names = "--label",
            required = true,
            paramLabel = "COLUMN",
            description =
                    "How each lead ended: 1, true, yes or won, or 0, false, no or lost. Rows without it are passed over.")
    private String label;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the report goes; without: stdout.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        OutFile.check(command);
        Where where = tableOptions.where(command);
        var badRows = new BadRows(command.getErr());
        Path reading = scorecard;
        try {
            Scorecard card = Scorecard.read(scorecard);
            reading = compare == null ? scorecard : compare;
            Scorecard other = compare == null ? null : Scorecard.read(compare);
            LeadTable table = tableOptions.open(command);
            var history = table.history(label, where, badRows);
            String report =
                    ReportJson.of(other == null ? Backtest.of(card, history) : Backtest.compare(card, other, history));
            if (out == null) {
                command.getOut().println(report);
            } else {
                Files.writeString(out, report + "\n");
            }
            return badRows.end();
        } catch (InvalidDefinitionException invalid) {
            ProblemLines.print(command.getErr(), reading, invalid);
        } catch (InvalidTableException | UnsuppliedInputsException | InvalidInputException unusable) {
            badRows.end();
            command.getErr().println("leadkit: " + unusable.getMessage());
        }
        return LeadKitCli.PROBLEMS;
    }
}
