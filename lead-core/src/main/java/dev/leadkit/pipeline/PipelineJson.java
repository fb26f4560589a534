package dev.leadkit.pipeline;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a pipeline from its JSON document; the schema is {@code pipeline.schema.json} beside this class. */
final class PipelineJson {
    private PipelineJson() {}

    static Pipeline parse(String json) {
        return DefinitionReader.read(json, "pipeline", (name, version, fields) -> {
            List<Placed<Stage>> stages = fields.objects("stages", PipelineJson::stage);
            String start = fields.text("start");
            boolean free = fields.optionalFlag("free");
            List<Placed<Transition>> transitions = fields.optionalObjects("transitions", PipelineJson::transition);
            var draft = new PipelineDraft(
                    name,
                    version,
                    stages,
                    start == null ? "" : start,
                    free,
                    fields.has("transitions"),
                    transitions,
                    MoveRulesJson.reopening(fields),
                    MoveRulesJson.timed(fields));
            PipelineCheck.check(draft, fields.problems());
            return fields.problems().isEmpty() ? new Pipeline(draft) : null;
        });
    }

    private static @Nullable Placed<Stage> stage(JsonFields fields) {
        String key = fields.text("key");
        String name = fields.text("name");
        String category = fields.oneOf("category", StageCategory.KEYS);
        var stage = new Stage(
                key == null ? "" : key,
                name == null ? "" : name,
                category == null ? StageCategory.OPEN : StageCategory.ofKey(category),
                fields.optionalText("colour"),
                fields.optionalNumber("probability", 0, 1),
                fields.optionalDuration("staleAfter"),
                MoveRulesJson.wipLimit(fields),
                fields.optionalTexts("required"));
        return key == null ? null : new Placed<>(fields.pointer(), stage);
    }

    private static @Nullable Placed<Transition> transition(JsonFields fields) {
        String from = fields.text("from");
        String to = fields.text("to");
        List<Guard> guards = fields.optionalObjects("guards", PipelineJson::guard);
        return from == null || to == null ? null : new Placed<>(fields.pointer(), new Transition(from, to, guards));
    }

    private static @Nullable Guard guard(JsonFields fields) {
        if (fields.has("has")) {
            String field = fields.text("has");
            return field == null ? null : Guard.has(field);
        }
        if (fields.has("score")) {
            JsonFields score = fields.object("score");
            if (score == null) {
                return null;
            }
            Integer least = score.integer("atLeast", 0, 100);
            score.rejectUnknown();
            return least == null ? null : Guard.scoreAtLeast(least);
        }
        fields.problems()
                .add(
                        fields.pointer(),
                        "unknown-guard",
                        "expected {\"has\": field} or {\"score\": {\"atLeast\": n}}, found keys " + fields.keys(),
                        "write one of the two");
        fields.ignoreUnknown();
        return null;
    }
}
