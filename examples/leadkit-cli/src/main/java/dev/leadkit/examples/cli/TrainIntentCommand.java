package dev.leadkit.examples.cli;

import dev.leadkit.capture.intent.IntentExample;
import dev.leadkit.capture.intent.IntentLabel;
import dev.leadkit.capture.intent.IntentTrainer;
import dev.leadkit.capture.intent.IntentTraining;
import dev.leadkit.capture.intent.IntentTraining.Judgement;
import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.InvalidInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadkit train-intent}: makes an intent model of labelled utterances, and reports how well it will do. */
@Command(
        name = "train-intent",
        description = {
            "Trains an intent model on labelled utterances, one JSON object a line:"
                    + " {\"text\",\"label\":\"purchase|qualified|none\",\"source\"?}; conversations with gold will do too.",
            "Prints a report as JSON: how well such a model does on utterances, and on sources, that it did not see."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TrainIntentCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--in", required = true, paramLabel = "FILE", description = "The utterances, as JSON lines.")
    private Path in;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the model goes.")
    private Path out;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "trained", description = "What to call the model.")
    private String name;

    @Option(names = "--version", paramLabel = "N", defaultValue = "1", description = "The version of the model.")
    private int version;

    /** What is printed. */
    record Report(
            Map<String, Integer> examples,
            int badLines,
            int cues,
            double threshold,
            double shift,
            Judgement crossValidation,
            @Nullable Judgement leftOutSources) {}

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        if (name.isBlank() || version < 1) {
            throw new ParameterException(command, "a model has a name and a version from 1");
        }
        OutFile.check(command);
        List<IntentExample> examples = new ArrayList<>();
        int badLines = read(examples, command.getErr());
        IntentTraining training;
        try {
            training = IntentTrainer.standard().train(name, version, examples);
        } catch (InvalidDefinitionException unnameable) {
            throw new ParameterException(command, String.valueOf(unnameable.getMessage()));
        } catch (InvalidInputException tooFew) {
            command.getErr().println("leadkit: " + tooFew.getMessage());
            return LeadKitCli.PROBLEMS;
        }
        Files.writeString(out, training.model().toJson() + "\n");
        command.getOut().println(ReportJson.of(report(training, badLines)));
        return badLines == 0 ? 0 : LeadKitCli.PROBLEMS;
    }

    /** @return how many lines were bad */
    private int read(List<IntentExample> examples, PrintWriter err) throws IOException {
        int badLines = 0;
        try (var reader = new UtteranceReader(Files.newInputStream(in))) {
            boolean more = true;
            while (more) {
                try {
                    more = next(reader, examples);
                } catch (BadLineException bad) {
                    badLines++;
                    err.println("line %d: %s".formatted(reader.number(), bad.reason()));
                }
            }
        }
        return badLines;
    }

    /** @return whether there was an utterance */
    private static boolean next(UtteranceReader reader, List<IntentExample> examples)
            throws IOException, BadLineException {
        IntentExample example = reader.next();
        return example != null && examples.add(example);
    }

    private static Report report(IntentTraining training, int badLines) {
        Map<String, Integer> counts = new TreeMap<>();
        for (IntentLabel label : IntentLabel.values()) {
            counts.put(label.key(), training.examples().getOrDefault(label, 0));
        }
        return new Report(
                counts,
                badLines,
                training.cues(),
                ResultLines.LIKELY,
                training.shift(),
                training.crossValidation(),
                training.leftOutSources());
    }
}
