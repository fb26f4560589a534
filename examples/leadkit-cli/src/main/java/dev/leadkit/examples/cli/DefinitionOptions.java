package dev.leadkit.examples.cli;

import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.intent.IntentModel;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.scoring.Scorecard;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The definitions that capture works by: each is a file, or what the library uses without one. */
final class DefinitionOptions {
    @Option(names = "--rules", paramLabel = "FILE", description = "Capture rules; without: the three usual triggers.")
    private @Nullable Path rules;

    @Option(names = "--pipeline", paramLabel = "FILE", description = "The pipeline; without: the one of five stages.")
    private @Nullable Path pipeline;

    @Option(names = "--scorecard", paramLabel = "FILE", description = "The scorecard; without: the standard one.")
    private @Nullable Path scorecard;

    @Option(names = "--intent-model", paramLabel = "FILE", description = "The intent model; without: the trained one.")
    private @Nullable Path intentModel;

    /** All four, read. */
    record Definitions(CaptureRules rules, Pipeline pipeline, Scorecard scorecard, IntentModel intentModel) {
        /** A kit that works by them, still without a store. */
        LeadKit.Builder kit() {
            return LeadKit.builder().pipeline(pipeline).scorer(scorecard).normalizer(new LibPhoneNormalizer());
        }

        CaptureEngine.Builder engine(LeadKit kit) {
            return CaptureEngine.builder(kit).rules(rules).intent(intentModel);
        }
    }

    /** Reads all four; null when one has problems, after those of all were printed. */
    @Nullable
    Definitions read(PrintWriter problems) {
        CaptureRules itsRules = read(rules, CaptureRules::read, CaptureRules::standard, problems);
        Pipeline itsPipeline = read(pipeline, Pipeline::read, Pipeline::fiveStage, problems);
        Scorecard itsCard = read(scorecard, LeadCard::read, Scorecard::standard, problems);
        IntentModel itsModel = read(intentModel, IntentModel::read, IntentModel::trained, problems);
        return itsRules == null || itsPipeline == null || itsCard == null || itsModel == null
                ? null
                : new Definitions(itsRules, itsPipeline, itsCard, itsModel);
    }

    /** What a file holds, or the usual; null when it has problems, after they were printed. */
    static <T> @Nullable T read(
            @Nullable Path file, Function<Path, T> reader, Supplier<T> usual, PrintWriter problems) {
        if (file == null) {
            return usual.get();
        }
        try {
            return reader.apply(file);
        } catch (InvalidDefinitionException invalid) {
            ProblemLines.print(problems, file, invalid);
            return null;
        }
    }
}
