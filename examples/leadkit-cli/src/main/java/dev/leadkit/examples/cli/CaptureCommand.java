package dev.leadkit.examples.cli;

import dev.leadkit.LeadKit;
import java.io.IOException;
import java.io.PrintWriter;
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

/** {@code leadkit capture}: makes leads of conversations, and says of each what it came to and why. */
@Command(
        name = "capture",
        description = {
            "Captures leads from conversations: one JSON object a line in, one a line out, in order.",
            "Bad lines are reported on stderr by number and left out; the exit code is then 1."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CaptureCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--in", required = true, paramLabel = "FILE", description = "The conversations, as JSON lines.")
    private Path in;

    @Option(names = "--out", paramLabel = "FILE", description = "Where results go; without: stdout.")
    private @Nullable Path out;

    @Mixin
    private DefinitionOptions definitionOptions;

    @Mixin
    private RegionOption regionOption;

    @Mixin
    private StoreOptions storeOptions;

    @Option(names = "--strict", description = "Stops at the first bad line.")
    private boolean strict;

    @Option(names = "--progress", description = "Draws the progress bar even if stderr is no terminal.")
    private boolean progress;

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        regionOption.check(command);
        OutFile.check(command);
        DefinitionOptions.Definitions by = definitionOptions.read(command.getErr());
        if (by == null) {
            return LeadKitCli.PROBLEMS;
        }
        // The input is opened first: when it can't be read, nothing is overwritten or created.
        try (var reader = ConversationReader.of(Files.newInputStream(in));
                OpenStore store = storeOptions.open(command);
                ResultWriter writer = ResultWriter.to(out, command.getOut())) {
            LeadKit built = store.build(by.kit());
            var engine = by.engine(built);
            regionOption.setOn(engine);
            Progress shown = progress(command.getErr());
            return new CaptureRun(built, engine.build(), shown).run(reader, writer::write, strict)
                    ? 0
                    : LeadKitCli.PROBLEMS;
        }
    }

    private Progress progress(PrintWriter err) throws IOException {
        return new Progress(err, progress || Progress.isTerminal(), Files.size(in));
    }
}
