package dev.leadkit.operation;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.JsonMembers;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.LeadId;
import dev.leadkit.operation.Operation.Progress;
import dev.leadkit.store.Document;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Between an operation and the text of its document. */
final class OperationJson {
    private static final int MOST = Integer.MAX_VALUE;

    private OperationJson() {}

    static String write(Operation operation, List<LeadId> leads) {
        Actor actor = operation.actor();
        Progress progress = operation.progress();
        var counts = new JsonMembers();
        progress.counts().forEach(counts::number);
        return new JsonMembers()
                .text("type", operation.type())
                .text("request", operation.request())
                .text("at", operation.at())
                .object(
                        "actor",
                        new JsonMembers()
                                .text("kind", actor.kind())
                                .text("id", actor.id())
                                .text("onBehalfOf", actor.onBehalfOf()))
                .number("portion", (long) progress.portion())
                .text("next", progress.next())
                .number("begun", progress.begun())
                .number("total", progress.total())
                .object("counts", counts)
                .flag("finished", progress.finished())
                .texts("leads", texts(leads))
                .toJson();
    }

    static Operation read(Document document) {
        return DefinitionReader.readObject(
                document.text(), fields -> read(document, fields, Objects.requireNonNull(fields.object("actor"))));
    }

    private static Operation read(Document document, JsonFields fields, JsonFields actor) {
        fields.ignoreUnknown(); // the leads, and whatever a later release adds
        var by = new Actor(
                Actor.Kind.valueOf(required(actor.text("kind"))),
                required(actor.text("id")),
                actor.optionalText("onBehalfOf"));
        return new Operation(
                OperationId.parse(document.key().name()),
                required(fields.text("type")),
                required(fields.text("request")),
                Instant.parse(required(fields.text("at"))),
                by,
                progress(fields),
                document.version());
    }

    private static Progress progress(JsonFields fields) {
        SortedMap<String, Long> counts = new TreeMap<>();
        JsonFields kept = Objects.requireNonNull(fields.object("counts"));
        kept.keys().forEach(key -> counts.put(key, count(kept.integer(key, 0, MOST))));
        Integer total = fields.optionalInteger("total", 0, MOST);
        return new Progress(
                (int) count(fields.integer("portion", 0, MOST)),
                fields.optionalText("next"),
                count(fields.integer("begun", 0, MOST)),
                total == null ? null : (long) total,
                counts,
                fields.optionalFlag("finished"));
    }

    static String write(List<LeadId> leads) {
        return new JsonMembers().texts("leads", texts(leads)).toJson();
    }

    static List<LeadId> readLeads(Document document) {
        return DefinitionReader.readObject(document.text(), fields -> {
            fields.ignoreUnknown();
            return fields.optionalTexts("leads").stream().map(LeadId::parse).toList();
        });
    }

    private static List<String> texts(List<LeadId> leads) {
        return leads.stream().map(LeadId::toString).toList();
    }

    private static String required(@Nullable String text) {
        return Objects.requireNonNull(text, "an operation's document has lost a member");
    }

    private static long count(@Nullable Integer number) {
        return Objects.requireNonNull(number, "an operation's document has lost a number");
    }
}
