package dev.leadkit.examples.cli;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.scoring.learn.Bands;
import dev.leadkit.scoring.learn.ScorecardTrainer;
import dev.leadkit.scoring.learn.TooLittleHistoryException;
import dev.leadkit.scoring.learn.Training;
import dev.leadkit.scoring.table.InvalidTableException;
import dev.leadkit.scoring.table.LeadTable;
import dev.leadkit.scoring.table.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code leadkit train-scorecard}: makes a scorecard of leads whose end is known, and reports how well it will do. */
@Command(
        name = "train-scorecard",
        description = {
            "Learns a scorecard from a table of leads whose end is known.",
            "Prints a report as JSON, and the gist of it on stderr."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TrainScorecardCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private LeadTableOptions tableOptions;

    @Option(
            names = "--label",
            required = true,
            paramLabel = "COLUMN",
            description =
                    "How each lead ended: 1, true, yes or won, or 0, false, no or lost. Rows without it are passed over.")
    private String label;

    @Option(
            names = "--ignore",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns that are not looked at, with commas between.")
    private List<String> ignore = List.of();

    @Option(
            names = "--keep",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns to keep even if they seem to be known only after the outcome.")
    private List<String> keep = List.of();

    @Option(
            names = "--bands",
            paramLabel = "BY",
            description = "What the bands stand for: rank, probability, or without: rank where a good end is rare.")
    private @Nullable String bands;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of what is left to chance.")
    private long seed;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "learned", description = "What to call the card.")
    private String name;

    @Option(names = "--version", paramLabel = "N", defaultValue = "1", description = "The version of the card.")
    private int version;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the card goes.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        if (name.isBlank() || version < 1) {
            throw new ParameterException(command, "a card has a name and a version from 1");
        }
        Bands by = bands(command);
        OutFile.check(command);
        Where where = tableOptions.where(command);
        var badRows = new BadRows(command.getErr());
        try {
            LeadTable table = tableOptions.open(command);
            var history = table.history(label, where, badRows);
            ignore.forEach(table::column);
            keep.forEach(table::column);
            Set<String> there = Set.copyOf(history.inputs());
            Training training = ScorecardTrainer.standard()
                    .named(name, version)
                    .withBands(by)
                    .withSeed(seed)
                    .ignoring(inputs(ignore, there))
                    .keeping(inputs(keep, there))
                    .train(history);
            Files.writeString(out, indented(training.card().toJson()) + "\n");
            command.getOut().println(ReportJson.of(training.report()));
            training.report().toText().lines().forEach(command.getErr()::println);
            if (history.open() > 0) {
                command.getErr().println("%,d rows without an outcome were passed over".formatted(history.open()));
            }
            return badRows.end();
        } catch (InvalidTableException | TooLittleHistoryException | InvalidInputException unusable) {
            badRows.end();
            command.getErr().println("leadkit: " + unusable.getMessage());
            return LeadKitCli.PROBLEMS;
        } catch (InvalidDefinitionException unwritable) {
            command.getErr().println("leadkit: no card can be written: " + unwritable.getMessage());
            return LeadKitCli.PROBLEMS;
        }
    }

    /** The label and the column of --where are no inputs, whether they are named again or not. */
    private static Set<String> inputs(List<String> columns, Set<String> there) {
        return columns.stream()
                .map(column -> "column." + column.strip())
                .filter(there::contains)
                .collect(Collectors.toSet());
    }

    private Bands bands(CommandLine command) {
        if (bands == null) {
            return Bands.BY_RANK_IF_RARE;
        }
        return Stream.of(Bands.BY_RANK, Bands.BY_PROBABILITY)
                .filter(its -> its.name().equalsIgnoreCase("BY_" + bands))
                .findFirst()
                .orElseThrow(() -> new ParameterException(command, "--bands: expected rank or probability"));
    }

    private static String indented(String json) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(mapper.readTree(json));
    }
}
