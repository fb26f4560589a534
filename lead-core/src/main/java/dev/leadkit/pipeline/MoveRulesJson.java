package dev.leadkit.pipeline;

import dev.leadkit.definition.json.JsonFields;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a pipeline says of moves beside its transitions: limits, reopening, timed rules. */
final class MoveRulesJson {
    private MoveRulesJson() {}

    /** A number, which is a soft limit on the stage, or an object. */
    static @Nullable WipLimit wipLimit(JsonFields stage) {
        if (!stage.isObject("wipLimit")) {
            Integer leads = stage.optionalInteger("wipLimit", 1, Integer.MAX_VALUE);
            return leads == null ? null : WipLimit.of(leads);
        }
        JsonFields fields = stage.object("wipLimit");
        if (fields == null) {
            return null;
        }
        Integer leads = fields.optionalInteger("leads", 1, Integer.MAX_VALUE);
        Integer perAssignee = fields.optionalInteger("perAssignee", 1, Integer.MAX_VALUE);
        boolean hard = fields.optionalFlag("hard");
        fields.rejectUnknown();
        if (!fields.has("leads") && !fields.has("perAssignee")) {
            fields.problems()
                    .add(
                            fields.pointer(),
                            "missing",
                            "neither \"leads\" nor \"perAssignee\" is there",
                            "add one or both");
        }
        return leads == null && perAssignee == null ? null : new WipLimit(leads, perAssignee, hard);
    }

    static @Nullable Reopening reopening(JsonFields pipeline) {
        JsonFields fields = pipeline.optionalObject("reopen");
        if (fields == null) {
            return null;
        }
        var reopening = new Reopening(fields.optionalText("to"), fields.optionalFlag("keepLostReason"));
        fields.rejectUnknown();
        return reopening;
    }

    static List<Placed<TimedRule>> timed(JsonFields pipeline) {
        return pipeline.optionalObjects("timed", MoveRulesJson::timedRule);
    }

    private static @Nullable Placed<TimedRule> timedRule(JsonFields fields) {
        String id = fields.text("id");
        String stage = fields.text("stage");
        Duration after = fields.duration("after");
        String to = fields.optionalText("to");
        String reason = fields.optionalText("reason");
        String tag = fields.optionalText("tag");
        return id == null || stage == null || after == null
                ? null
                : new Placed<>(fields.pointer(), new TimedRule(id, stage, after, to, reason, tag));
    }
}
