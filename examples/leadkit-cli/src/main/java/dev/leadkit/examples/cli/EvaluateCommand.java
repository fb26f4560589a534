package dev.leadkit.examples.cli;

import dev.leadkit.LeadKit;
import dev.leadkit.store.memory.InMemoryLeadStore;
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
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code leadkit evaluate}: captures conversations of which the right values are known, and says how often it was right. */
@Command(
        name = "evaluate",
        description = {
            "Captures conversations that say what is right, one JSON object a line with \"source\" and \"gold\","
                    + " and reports how much was found, as JSON.",
            "A gold list that is null is not scored, an empty one makes any value wrong, of others any value is right."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class EvaluateCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @Spec
    private CommandSpec spec;

    @Option(names = "--in", required = true, paramLabel = "FILE", description = "The conversations, as JSON lines.")
    private Path in;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the report goes; without: stdout.")
    private @Nullable Path out;

    @Mixin
    private DefinitionOptions definitionOptions;

    @Mixin
    private RegionOption regionOption;

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        regionOption.check(command);
        OutFile.check(command);
        DefinitionOptions.Definitions by = definitionOptions.read(command.getErr());
        if (by == null) {
            return LeadKitCli.PROBLEMS;
        }
        LeadKit kit = by.kit().store(new InMemoryLeadStore()).build();
        var engine = by.engine(kit);
        regionOption.setOn(engine);
        var evaluation = new Evaluation();
        boolean allGood;
        try (var reader = ConversationReader.ofSources(Files.newInputStream(in))) {
            var progress = new Progress(command.getErr(), Progress.isTerminal(), Files.size(in));
            allGood = new CaptureRun(kit, engine.build(), progress)
                    .run(reader, result -> evaluation.add(GoldLine.parse(reader.text()), result), false);
        }
        String report = JSON.writeValueAsString(evaluation.report());
        if (out == null) {
            command.getOut().println(report);
        } else {
            Files.writeString(out, report + "\n");
        }
        return allGood ? 0 : LeadKitCli.PROBLEMS;
    }
}
