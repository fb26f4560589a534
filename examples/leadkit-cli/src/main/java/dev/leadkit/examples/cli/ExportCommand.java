package dev.leadkit.examples.cli;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.csv.CsvField;
import dev.leadkit.csv.ExportSettings;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadField;
import dev.leadkit.store.LeadFilter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadkit export}: writes leads into a table that comes back in with {@code leadkit import}. */
@Command(
        name = "export",
        description =
                "Exports leads as CSV: for spreadsheets, in which nothing is taken for a formula, or with --lossless.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExportCommand implements Callable<Integer> {
    private static final Set<String> NO_FILTERS = Set.of("sort", "limit", "cursor");

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the table goes; without: stdout.")
    private @Nullable Path out;

    @Option(names = "--lossless", description = "Writes values as they are, for programs.")
    private boolean lossless;

    @Option(
            names = "--columns",
            paramLabel = "FIELDS",
            split = ",",
            description = "Which, in order, those of every lead before field:KEY; without: all.")
    private List<String> columns = List.of();

    @Option(names = "--separator", paramLabel = "CHAR", defaultValue = ",", description = "A character, or tab.")
    private String separator = ",";

    @Option(
            names = "--filter",
            paramLabel = "NAME=VALUE",
            description = "Which leads: stage, source, tag, assignee, from, to, band, minScore, q and others. May be"
                    + " repeated; a lead passes all names, and any value of one.")
    private List<String> filters = List.of();

    @Mixin
    private LeadDeskOptions deskOptions;

    @Mixin
    private StoreOptions storeOptions;

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        ExportSettings settings = usage(command, this::settings);
        if (!storeOptions.isDatabase()) {
            throw new ParameterException(command, "--jdbc-url: expected a database to export from");
        }
        OutFile.check(command);
        LeadKit.Builder kit = deskOptions.read(command.getErr());
        if (kit == null) {
            return LeadKitCli.PROBLEMS;
        }
        try (OpenStore store = storeOptions.openExisting(command)) {
            LeadDesk desk = LeadDeskOptions.desk(store.build(kit));
            LeadFilter filter = usage(command, () -> filter(desk));
            command.getErr().println("%d leads".formatted(write(desk, filter, settings, command)));
            return 0;
        }
    }

    private long write(LeadDesk desk, LeadFilter filter, ExportSettings settings, CommandLine command)
            throws IOException {
        if (out != null) {
            try (Writer file = Files.newBufferedWriter(out)) {
                return desk.exports().write(filter, settings, file);
            }
        }
        long leads = desk.exports().write(filter, settings, command.getOut());
        if (command.getOut().checkError()) {
            throw new IOException("stdout was closed before the last line");
        }
        return leads;
    }

    private ExportSettings settings() {
        ExportSettings settings = lossless ? ExportSettings.asTheyAre() : ExportSettings.spreadsheetSafe();
        settings = settings.separator(ImportOptions.separator("--separator", separator));
        if (columns.isEmpty()) {
            return settings;
        }
        String custom = LeadField.custom("");
        return settings.columns(columns.stream()
                        .filter(column -> !column.startsWith(custom))
                        .map(CsvField::of)
                        .toArray(CsvField[]::new))
                .fields(columns.stream()
                        .filter(column -> column.startsWith(custom))
                        .map(column -> column.substring(custom.length()))
                        .toArray(String[]::new));
    }

    private LeadFilter filter(LeadDesk desk) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String filter : filters) {
            int equals = filter.indexOf('=');
            if (equals < 1 || NO_FILTERS.contains(filter.substring(0, equals))) {
                throw new InvalidInputException("--filter", "a filter such as stage=new", "another text");
            }
            parameters
                    .computeIfAbsent(filter.substring(0, equals), none -> new ArrayList<>())
                    .add(filter.substring(equals + 1));
        }
        return desk.parameters(ZoneOffset.UTC).query(parameters).filter();
    }

    /** What options say that are none is wrong usage. */
    private static <T> T usage(CommandLine command, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInputException none) {
            throw new ParameterException(command, String.valueOf(none.getMessage()));
        }
    }
}
