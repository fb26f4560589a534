package dev.leadkit.examples.cli;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.Actor;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.scoring.Scorecard;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By what leads are worked on at a desk: each is a file, or what the library uses without one. */
final class LeadDeskOptions {
    @Option(names = "--pipeline", paramLabel = "FILE", description = "The pipeline; without: the one of five stages.")
    private @Nullable Path pipeline;

    @Option(names = "--scorecard", paramLabel = "FILE", description = "The scorecard; without: the standard one.")
    private @Nullable Path scorecard;

    @Option(names = "--fields", paramLabel = "FILE", description = "The custom fields of leads; without: none.")
    private @Nullable Path fields;

    /** A kit, still without a store; null when a file has problems, after those of all were printed. */
    LeadKit.@Nullable Builder read(PrintWriter problems) {
        Pipeline itsPipeline = DefinitionOptions.read(pipeline, Pipeline::read, Pipeline::fiveStage, problems);
        Scorecard itsCard = DefinitionOptions.read(scorecard, LeadCard::read, Scorecard::standard, problems);
        LeadFields itsFields = DefinitionOptions.read(fields, LeadFields::read, () -> LeadFields.NONE, problems);
        return itsPipeline == null || itsCard == null || itsFields == null
                ? null
                : LeadKit.builder()
                        .pipeline(itsPipeline)
                        .scorer(itsCard)
                        .fields(itsFields)
                        .normalizer(new LibPhoneNormalizer());
    }

    /** The desk of the command line. */
    static LeadDesk desk(LeadKit kit) {
        return kit.tenant(CaptureRun.TENANT).as(Actor.importer("leadkit-cli"));
    }
}
