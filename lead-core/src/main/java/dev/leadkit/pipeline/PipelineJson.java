package dev.leadkit.pipeline;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.JsonMembers;
import dev.leadkit.definition.json.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a pipeline from its JSON document and writes it; the schema is {@code pipeline.schema.json} beside this class. */
final class PipelineJson {
    private PipelineJson() {}

    static Pipeline parse(String json) {
        return DefinitionReader.read(json, "pipeline", (name, version, fields) -> {
            List<Placed<Stage>> stages = fields.objects("stages", PipelineJson::stage);
            String start = fields.text("start");
            boolean free = fields.optionalFlag("free");
            List<Placed<Transition>> transitions = fields.optionalObjects("transitions", PipelineJson::transition);
            var draft = new PipelineDraft(
                    name, version, stages, start == null ? "" : start, free, fields.has("transitions"), transitions);
            PipelineCheck.check(draft, fields.problems());
            return fields.problems().isEmpty() ? new Pipeline(draft) : null;
        });
    }

    static String write(Pipeline pipeline) {
        var document = new JsonMembers()
                .text("kind", "pipeline")
                .number("format", 1L)
                .text("name", pipeline.name())
                .number("version", (long) pipeline.version())
                .objects(
                        "stages",
                        pipeline.stages().stream().map(PipelineJson::write).toList())
                .text("start", pipeline.start().key());
        if (pipeline.isFree()) {
            document.flag("free", true);
        } else {
            document.objects(
                    "transitions",
                    pipeline.transitions().stream().map(PipelineJson::write).toList());
        }
        return JsonText.write(document.toObject());
    }

    private static JsonMembers write(Stage stage) {
        Integer limit = stage.wipLimit();
        return new JsonMembers()
                .text("key", stage.key())
                .text("name", stage.name())
                .text("category", stage.category().key())
                .text("colour", stage.colour())
                .decimal("probability", stage.probability())
                .text("staleAfter", stage.staleAfter())
                .number("wipLimit", limit == null ? null : Long.valueOf(limit))
                .texts("required", stage.required());
    }

    private static JsonMembers write(Transition transition) {
        return new JsonMembers()
                .text("from", transition.from())
                .text("to", transition.to())
                .objects(
                        "guards",
                        transition.guards().stream().map(PipelineJson::write).toList());
    }

    private static JsonMembers write(Guard guard) {
        if (guard instanceof Guard.Has has) {
            return new JsonMembers().text("has", has.field());
        } else if (guard instanceof Guard.ScoreAtLeast score) {
            return new JsonMembers().object("score", new JsonMembers().number("atLeast", (long) score.least()));
        }
        throw new IllegalArgumentException("no JSON for " + guard.getClass());
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
                fields.optionalInteger("wipLimit", 1, Integer.MAX_VALUE),
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
