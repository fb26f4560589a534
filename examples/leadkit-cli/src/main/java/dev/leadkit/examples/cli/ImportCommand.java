package dev.leadkit.examples.cli;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.csv.CsvSource;
import dev.leadkit.csv.ImportCounts;
import dev.leadkit.csv.ImportPlan;
import dev.leadkit.csv.ImportResult;
import dev.leadkit.csv.ImportSettings;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.operation.OperationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadkit import}: makes leads of a table, or brings leads up to date, and says of each line what came of it. */
@Command(
        name = "import",
        description = {
            "Imports leads from a table with a header; one JSON object a line out, for each line of the table.",
            "Lines that are refused are reported on stderr with all that is wrong; the exit code is then 1."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--in", paramLabel = "FILE", description = "The table, as CSV.")
    private @Nullable Path in;

    @Option(
            names = "--undo",
            paramLabel = "OPERATION",
            description = "Instead of --in: takes back an import, by the id that it told; one JSON object a lead out.")
    private @Nullable String undo;

    @Option(names = "--out", paramLabel = "FILE", description = "Where results go; without: stdout.")
    private @Nullable Path out;

    @Option(names = "--dry-run", description = "Says what would become of each line, and writes no lead.")
    private boolean dryRun;

    @Option(names = "--strict", description = "Imports nothing if any line would be refused.")
    private boolean strict;

    @Mixin
    private ImportOptions importOptions;

    @Mixin
    private LeadDeskOptions deskOptions;

    @Mixin
    private StoreOptions storeOptions;

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        ImportSettings settings = importOptions.settings(command);
        checkUsage(command);
        LeadKit.Builder kit = deskOptions.read(command.getErr());
        if (kit == null) {
            return LeadKitCli.PROBLEMS;
        }
        // Asked first: when it can't be read, nothing is overwritten or created.
        long size = in == null ? 0 : Files.size(in);
        try (OpenStore store = undo == null ? storeOptions.open(command) : storeOptions.openExisting(command);
                ResultWriter writer = ResultWriter.to(out, command.getOut())) {
            LeadDesk desk = LeadDeskOptions.desk(store.build(kit));
            if (in == null) {
                return new ImportUndo(writer, command.getErr())
                        .run(desk, OperationId.parse(Objects.requireNonNull(undo)));
            }
            ImportCounts counts =
                    run(desk, CsvSource.of(in), settings, new ImportReport(writer, command.getErr(), size));
            return counts.refused() + counts.conflicted() == 0 ? 0 : LeadKitCli.PROBLEMS;
        } catch (InvalidInputException unclear) {
            command.getErr().println("leadkit: " + unclear.getMessage());
            return LeadKitCli.PROBLEMS;
        }
    }

    private ImportCounts run(LeadDesk desk, CsvSource table, ImportSettings settings, ImportReport report) {
        ImportPlan plan = desk.imports().plan(table, settings, dryRun ? report : line -> {});
        report.understood(plan);
        boolean nothing = strict && plan.counts().refused() > 0;
        if (nothing && !dryRun) {
            desk.imports().plan(table, settings, report);
        }
        if (dryRun || nothing) {
            report.end("planned", plan.counts());
            return plan.counts();
        }
        ImportResult result = desk.imports().run(plan, report);
        report.end("import " + result.id(), result.counts());
        report.undoable(result);
        return result.counts();
    }

    private void checkUsage(CommandLine command) throws IOException {
        if ((in == null) == (undo == null)) {
            throw new ParameterException(
                    command, "expected a table to import (--in), or an import to take back (--undo)");
        }
        if (undo != null && (dryRun || strict)) {
            throw new ParameterException(command, "--undo: expected neither --dry-run nor --strict");
        }
        if (!storeOptions.isDatabase() && !dryRun) {
            throw new ParameterException(command, "--jdbc-url: expected a database to import into, or --dry-run");
        }
        OutFile.check(command);
    }
}
