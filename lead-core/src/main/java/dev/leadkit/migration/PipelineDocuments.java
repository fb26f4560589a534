package dev.leadkit.migration;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.JsonMembers;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.migration.PipelineHistory.Version;
import dev.leadkit.store.DocumentKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How published pipelines are kept: the history under the pipeline's name, written over with each version, and each
 * version's definition under a name of its own, written once.
 */
final class PipelineDocuments {
    static final String HISTORY = "pipeline";
    private static final String DEFINITION = "pipeline-version";

    private PipelineDocuments() {}

    static DocumentKey history(String pipeline) {
        return new DocumentKey(HISTORY, pipeline);
    }

    static DocumentKey definition(String pipeline, int version) {
        return new DocumentKey(DEFINITION, pipeline + "@" + version);
    }

    static String write(String pipeline, PipelineHistory history) {
        return JsonText.write(new JsonMembers()
                .text("kind", "pipeline-history")
                .number("format", 1L)
                .text("name", pipeline)
                .number("version", (long) history.current().number())
                .objects(
                        "versions",
                        history.versions().stream()
                                .map(PipelineDocuments::write)
                                .toList())
                .toObject());
    }

    private static JsonMembers write(Version version) {
        Integer restores = version.restores();
        return new JsonMembers()
                .number("number", (long) version.number())
                .number("restores", restores == null ? null : Long.valueOf(restores))
                .objects(
                        "stages",
                        version.stages().stages().entrySet().stream()
                                .map(each -> new JsonMembers()
                                        .text("from", each.getKey())
                                        .text("to", each.getValue()))
                                .toList());
    }

    static PipelineHistory read(String text) {
        return DefinitionReader.read(text, "pipeline-history", (name, version, fields) -> {
            List<Version> versions = new ArrayList<>(fields.objects("versions", PipelineDocuments::version));
            return fields.problems().isEmpty() ? new PipelineHistory(versions) : null;
        });
    }

    private static @Nullable Version version(JsonFields fields) {
        Integer number = fields.integer("number", 1, Integer.MAX_VALUE);
        Integer restores = fields.optionalInteger("restores", 1, Integer.MAX_VALUE);
        StageMap stages = StageMap.NONE;
        for (Map.Entry<String, String> each : fields.optionalObjects("stages", PipelineDocuments::mapped)) {
            stages = stages.and(each.getKey(), each.getValue());
        }
        return number == null ? null : new Version(number, stages, restores);
    }

    private static Map.@Nullable Entry<String, String> mapped(JsonFields fields) {
        String from = fields.text("from");
        String to = fields.text("to");
        return from == null || to == null ? null : Map.entry(from, to);
    }
}
