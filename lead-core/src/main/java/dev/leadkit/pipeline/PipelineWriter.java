package dev.leadkit.pipeline;

import dev.leadkit.definition.json.JsonMembers;
import dev.leadkit.definition.json.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a pipeline as the JSON document from which {@link PipelineJson} reads the same one. */
final class PipelineWriter {
    private PipelineWriter() {}

    static String write(Pipeline pipeline) {
        var document = new JsonMembers()
                .text("kind", "pipeline")
                .number("format", 1L)
                .text("name", pipeline.name())
                .number("version", (long) pipeline.version())
                .objects(
                        "stages",
                        pipeline.stages().stream().map(PipelineWriter::stage).toList())
                .text("start", pipeline.start().key());
        if (pipeline.isFree()) {
            document.flag("free", true);
        } else {
            document.objects(
                    "transitions",
                    pipeline.transitions().stream()
                            .map(PipelineWriter::transition)
                            .toList());
        }
        pipeline.reopening().ifPresent(reopening -> document.object("reopen", reopening(reopening)));
        if (!pipeline.timedRules().isEmpty()) {
            document.objects(
                    "timed",
                    pipeline.timedRules().stream().map(PipelineWriter::timed).toList());
        }
        return JsonText.write(document.toObject());
    }

    private static JsonMembers stage(Stage stage) {
        var members = new JsonMembers()
                .text("key", stage.key())
                .text("name", stage.name())
                .text("category", stage.category().key())
                .text("colour", stage.colour())
                .decimal("probability", stage.probability())
                .text("staleAfter", stage.staleAfter())
                .texts("required", stage.required());
        WipLimit limit = stage.wipLimit();
        if (limit != null) {
            members.object("wipLimit", limit(limit));
        }
        return stage.lostReasons().isEmpty()
                ? members
                : members.objects(
                        "lostReasons",
                        stage.lostReasons().stream()
                                .map(reason -> new JsonMembers()
                                        .text("key", reason.key())
                                        .text("name", reason.name()))
                                .toList());
    }

    private static JsonMembers limit(WipLimit limit) {
        return new JsonMembers()
                .number("leads", number(limit.leads()))
                .number("perAssignee", number(limit.perAssignee()))
                .flag("hard", limit.hard());
    }

    private static @Nullable Long number(@Nullable Integer value) {
        return value == null ? null : Long.valueOf(value);
    }

    private static JsonMembers reopening(Reopening reopening) {
        return new JsonMembers().text("to", reopening.to()).flag("keepLostReason", reopening.keepsLostReason());
    }

    private static JsonMembers timed(TimedRule rule) {
        return new JsonMembers()
                .text("id", rule.id())
                .text("stage", rule.stage())
                .text("after", rule.after())
                .text("to", rule.to())
                .text("reason", rule.reason())
                .text("tag", rule.tag());
    }

    private static JsonMembers transition(Transition transition) {
        return new JsonMembers()
                .text("from", transition.from())
                .text("to", transition.to())
                .texts("required", transition.required())
                .objects("guards", guards(transition.guards()));
    }

    private static List<JsonMembers> guards(List<Guard> guards) {
        return guards.stream().map(PipelineWriter::guard).toList();
    }

    static JsonMembers guard(Guard guard) {
        var members = new JsonMembers();
        if (guard instanceof Guard.Has has) {
            return members.text(GuardJson.HAS, has.field());
        } else if (guard instanceof Guard.ScoreAtLeast score) {
            return members.object("score", new JsonMembers().number("atLeast", (long) score.least()));
        } else if (guard instanceof Guard.AmountAtLeast amount) {
            // As a text, which keeps the digits as they are.
            return members.object(
                    "amount",
                    new JsonMembers()
                            .text("currency", amount.least().currency())
                            .text("atLeast", amount.least().amount().toPlainString()));
        } else if (guard instanceof Guard.Tagged tags) {
            return members.object(
                    "tags",
                    new JsonMembers()
                            .texts("any", List.copyOf(tags.any()))
                            .texts("all", List.copyOf(tags.all()))
                            .texts("none", List.copyOf(tags.none())));
        } else if (guard instanceof Guard.From from) {
            return members.texts("source", List.copyOf(from.sources()));
        } else if (guard instanceof Guard.ConsentTo consent) {
            return members.text("consent", consent.purpose());
        } else if (guard instanceof Guard.InStageFor time) {
            return members.object("timeInStage", new JsonMembers().text("atLeast", time.least()));
        } else if (guard instanceof Guard.By by) {
            return members.texts("actor", by.kinds().stream().map(Guard.By::key).toList());
        } else if (guard instanceof Guard.Host host) {
            return members.text(GuardJson.HOST, host.name());
        }
        return compound(guard, members);
    }

    private static JsonMembers compound(Guard guard, JsonMembers members) {
        if (guard instanceof Guard.All all) {
            return members.objects(GuardJson.ALL, guards(all.parts()));
        } else if (guard instanceof Guard.Any any) {
            return members.objects(GuardJson.ANY, guards(any.parts()));
        } else if (guard instanceof Guard.Not not) {
            return members.object(GuardJson.NOT, guard(not.part()));
        }
        throw new IllegalStateException("no JSON for " + guard.label());
    }
}
