package dev.leadkit.pipeline;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.JsonItem;
import dev.leadkit.lead.LeadField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a pipeline from its JSON document and writes it; the schema is {@code pipeline.schema.json} beside this class. */
final class PipelineJson {
    private final GuardJson guards;

    private PipelineJson(HostGuards hostGuards) {
        guards = new GuardJson(hostGuards);
    }

    static Pipeline parse(String json, HostGuards hostGuards) {
        var its = new PipelineJson(hostGuards);
        return DefinitionReader.read(json, "pipeline", its::pipeline);
    }

    private @Nullable Pipeline pipeline(String name, int version, JsonFields fields) {
        List<Placed<Stage>> stages = fields.objects("stages", PipelineJson::stage);
        String start = fields.text("start");
        boolean free = fields.optionalFlag("free");
        List<Placed<Transition>> transitions = fields.optionalObjects("transitions", this::transition);
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
                required(fields),
                lostReasons(fields));
        return key == null ? null : new Placed<>(fields.pointer(), stage);
    }

    private @Nullable Placed<Transition> transition(JsonFields fields) {
        String from = fields.text("from");
        String to = fields.text("to");
        List<String> required = required(fields);
        List<Guard> its = fields.optionalItems("guards", guards::read);
        return from == null || to == null
                ? null
                : new Placed<>(fields.pointer(), new Transition(from, to, required, its));
    }

    /** One that can't be read becomes a field that there is, so that the others keep their places. */
    private static List<String> required(JsonFields fields) {
        return fields.optionalItems("required", item -> {
            String field = item.text();
            return field == null ? LeadField.NAME : field;
        });
    }

    /** May be missing, but not be empty, which could mean that none is taken. */
    private static List<LostReason> lostReasons(JsonFields fields) {
        String key = "lostReasons";
        return fields.has(key)
                ? fields.items(key, PipelineJson::lostReason)
                : fields.optionalItems(key, PipelineJson::lostReason);
    }

    /** One that can't be read gets a key of its own, so that the others keep their places. */
    private static LostReason lostReason(JsonItem item) {
        LostReason unreadable = LostReason.of(item.pointer());
        if (item.isText()) {
            String key = item.text();
            return key == null ? unreadable : LostReason.of(key);
        }
        JsonFields fields = item.object();
        if (fields == null) {
            return unreadable;
        }
        String key = fields.text("key");
        String name = fields.text("name");
        fields.rejectUnknown();
        return key == null || name == null ? unreadable : new LostReason(key, name);
    }
}
