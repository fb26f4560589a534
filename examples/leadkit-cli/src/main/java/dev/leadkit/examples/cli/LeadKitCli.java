package dev.leadkit.examples.cli;

import dev.leadkit.store.StoreException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * {@code leadkit}: data on stdout, progress and problems on stderr, both in UTF-8. The exit code is 0 when all went well,
 * 1 when problems were found in the input, 2 for wrong usage.
 */
@Command(
        name = "leadkit",
        description = "Turns conversations into leads, and checks and draws what that is done by.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CaptureCommand.class,
            EvaluateCommand.class,
            TrainIntentCommand.class,
            TrainScorecardCommand.class,
            ScoreCommand.class,
            BacktestCommand.class,
            CheckCommand.class,
            DiagramCommand.class,
            ImportCommand.class,
            ExportCommand.class
        })
public final class LeadKitCli {
    static final int PROBLEMS = 1;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean help;

    private LeadKitCli() {}

    public static void main(String[] args) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // numbers are for programs too
        PrintWriter out = utf8(FileDescriptor.out, false);
        int code = commandLine(out, utf8(FileDescriptor.err, true)).execute(args);
        out.flush();
        System.exit(code);
    }

    private static PrintWriter utf8(FileDescriptor descriptor, boolean autoFlush) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), autoFlush);
    }

    /** The commands, with where they write. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new LeadKitCli())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("leadkit: " + describe(failure));
                    return PROBLEMS;
                });
    }

    private static String describe(Exception failure) {
        if (failure instanceof UncheckedIOException unchecked) {
            return describe(Objects.requireNonNull(unchecked.getCause()));
        }
        if (failure instanceof NoSuchFileException missing) {
            return "no such file: " + missing.getFile();
        }
        if (failure instanceof AccessDeniedException denied) {
            return "access denied: " + denied.getFile();
        }
        if (failure instanceof IOException || failure instanceof StoreException) {
            return String.valueOf(failure.getMessage());
        }
        return whereItBroke(failure);
    }

    /** A mistake of ours, without its message: that may repeat what a visitor wrote. */
    static String whereItBroke(Throwable failure) {
        String at = Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.leadkit."))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        return "internal error: " + failure.getClass().getName() + at;
    }
}
