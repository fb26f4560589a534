package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.LeadTrace;
import dev.leadkit.lead.NoteId;
import dev.leadkit.store.StoreException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What happened to a lead, as a kind and JSON. The kinds are stored, so that they outlive a rename of the class. */
final class ChangeJson {
    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>("created", Change.Created.class, ChangeJson::writeCreated, ChangeJson::readCreated),
            new Kind<>(
                    "captured",
                    Change.Captured.class,
                    (out, change) -> out.objects("because", change.because(), LeadBody::writeReason),
                    in -> new Change.Captured(in.objects("because", LeadBody::readReason))),
            new Kind<>("withdrawn", Change.Withdrawn.class, (out, change) -> out, in -> new Change.Withdrawn()),
            new Kind<>("restored", Change.Restored.class, (out, change) -> out, in -> new Change.Restored()),
            new Kind<>(
                    "merged",
                    Change.Merged.class,
                    (out, change) -> out.lead("other", change.other()),
                    in -> new Change.Merged(in.lead("other"))),
            new Kind<>(
                    "merged-into",
                    Change.MergedInto.class,
                    (out, change) -> out.lead("survivor", change.survivor()),
                    in -> new Change.MergedInto(in.lead("survivor"))),
            new Kind<>(
                    "unmerged",
                    Change.Unmerged.class,
                    (out, change) -> out.lead("other", change.other()),
                    in -> new Change.Unmerged(in.lead("other"))),
            new Kind<>(
                    "unmerged-from",
                    Change.UnmergedFrom.class,
                    (out, change) -> out.lead("survivor", change.survivor()),
                    in -> new Change.UnmergedFrom(in.lead("survivor"))),
            new Kind<>(
                    "stage-changed",
                    Change.StageChanged.class,
                    (out, change) -> out.text("from", change.from())
                            .text("to", change.to())
                            .text("reason", change.reason())
                            .duration("inFrom", change.inFrom()),
                    in -> new Change.StageChanged(
                            in.text("from"), in.text("to"), in.optionalText("reason"), in.duration("inFrom"))),
            new Kind<>(
                    "migrated",
                    Change.Migrated.class,
                    (out, change) -> out.number("fromVersion", change.fromVersion())
                            .number("toVersion", change.toVersion())
                            .text("fromStage", change.fromStage())
                            .text("toStage", change.toStage()),
                    in -> new Change.Migrated(
                            in.number("fromVersion"),
                            in.number("toVersion"),
                            in.text("fromStage"),
                            in.text("toStage"))),
            new Kind<>(
                    "pipeline-changed",
                    Change.PipelineChanged.class,
                    ChangeJson::writePipelineChanged,
                    ChangeJson::readPipelineChanged),
            new Kind<>(
                    "overridden",
                    Change.Overridden.class,
                    (out, change) ->
                            out.text("why", change.why()).objects("refusals", change.refusals(), LeadBody::writeReason),
                    in -> new Change.Overridden(in.text("why"), in.objects("refusals", LeadBody::readReason))),
            new Kind<>(
                    "field-changed",
                    Change.FieldChanged.class,
                    (out, change) -> out.text("field", change.field())
                            .text("from", change.from())
                            .text("to", change.to()),
                    in -> new Change.FieldChanged(in.text("field"), in.optionalText("from"), in.optionalText("to"))),
            new Kind<>(
                    "tagged",
                    Change.Tagged.class,
                    (out, change) -> out.text("tag", change.tag()),
                    in -> new Change.Tagged(in.text("tag"))),
            new Kind<>(
                    "untagged",
                    Change.Untagged.class,
                    (out, change) -> out.text("tag", change.tag()),
                    in -> new Change.Untagged(in.text("tag"))),
            new Kind<>(
                    "assigned",
                    Change.Assigned.class,
                    (out, change) -> out.text("from", change.from()).text("to", change.to()),
                    in -> new Change.Assigned(in.optionalText("from"), in.optionalText("to"))),
            new Kind<>(
                    "noted",
                    Change.Noted.class,
                    (out, change) -> out.text("text", change.text()),
                    in -> new Change.Noted(in.text("text"))),
            new Kind<>(
                    "note-edited",
                    Change.NoteEdited.class,
                    (out, change) -> out.text("note", change.note().toString()).text("text", change.text()),
                    in -> new Change.NoteEdited(NoteId.parse(in.text("note")), in.text("text"))),
            new Kind<>(
                    "note-removed",
                    Change.NoteRemoved.class,
                    (out, change) -> out.text("note", change.note().toString()),
                    in -> new Change.NoteRemoved(NoteId.parse(in.text("note")))),
            new Kind<>("scored", Change.Scored.class, ChangeJson::writeScored, ChangeJson::readScored),
            new Kind<>(
                    "band-changed",
                    Change.BandChanged.class,
                    (out, change) -> out.text("from", change.from()).text("to", change.to()),
                    in -> new Change.BandChanged(in.text("from"), in.text("to"))),
            new Kind<>(
                    "identified",
                    Change.Identified.class,
                    (out, change) -> out.constant("kind", change.kind()).constant("assurance", change.assurance()),
                    in -> new Change.Identified(
                            in.constant("kind", IdentityKind.class), in.constant("assurance", Assurance.class))),
            new Kind<>(
                    "conversation-linked",
                    Change.ConversationLinked.class,
                    (out, change) -> out.text("session", change.session()),
                    in -> new Change.ConversationLinked(in.text("session"))),
            new Kind<>(
                    "conversation-unlinked",
                    Change.ConversationUnlinked.class,
                    (out, change) -> out.text("session", change.session()),
                    in -> new Change.ConversationUnlinked(in.text("session"))),
            new Kind<>(
                    "consent-stated",
                    Change.ConsentStated.class,
                    (out, change) -> out.object("consent", change.consent(), ConsentJson::write),
                    in -> new Change.ConsentStated(in.object("consent", ConsentJson::read))),
            new Kind<>(
                    "consent-dropped",
                    Change.ConsentDropped.class,
                    (out, change) -> out.text("purpose", change.purpose()),
                    in -> new Change.ConsentDropped(in.text("purpose"))),
            new Kind<>(
                    "summarised",
                    Change.Summarised.class,
                    (out, change) -> out.text("text", change.text()),
                    in -> new Change.Summarised(in.optionalText("text"))),
            new Kind<>("adjusted", Change.Adjusted.class, (out, change) -> out, in -> new Change.Adjusted()));

    private ChangeJson() {}

    private record Kind<C extends Change>(
            String name, Class<C> type, BiFunction<JsonOut, C, JsonOut> write, Function<JsonIn, C> read) {
        String toJson(Change change, LeadTrace trace) {
            return write.apply(new JsonOut(), type.cast(change))
                    .object("trace", trace.isEmpty() ? null : trace, TraceJson::write)
                    .toText();
        }

        Told read(JsonIn in) {
            C change = read.apply(in);
            LeadTrace trace = in.optionalObject("trace", TraceJson::read);
            return new Told(change, trace == null ? LeadTrace.NONE : trace);
        }
    }

    /** A change with what stands behind it. */
    record Told(Change change, LeadTrace trace) {}

    /** The kind under which a change is stored. */
    static String kind(Change change) {
        return kindOf(change).name();
    }

    static String write(Change change, LeadTrace trace) {
        return kindOf(change).toJson(change, trace);
    }

    static Told read(String kind, String json) {
        for (Kind<?> each : KINDS) {
            if (each.name().equals(kind)) {
                return JsonIn.read("an activity", json, each::read);
            }
        }
        throw new StoreException("expected a kind of activity that this release knows, found " + kind, null);
    }

    private static Kind<?> kindOf(Change change) {
        for (Kind<?> each : KINDS) {
            if (each.type() == change.getClass()) {
                return each;
            }
        }
        throw new IllegalArgumentException("no kind for " + change.getClass());
    }

    private static JsonOut writeCreated(JsonOut out, Change.Created created) {
        return out.text("source", created.source().key())
                .text("pipeline", created.pipeline())
                .number("pipelineVersion", created.pipelineVersion())
                .text("stage", created.stage())
                .lead("previous", created.previous());
    }

    private static Change.Created readCreated(JsonIn in) {
        return new Change.Created(
                LeadSource.of(in.text("source")),
                in.text("pipeline"),
                in.number("pipelineVersion"),
                in.text("stage"),
                in.optionalLead("previous"));
    }

    private static JsonOut writePipelineChanged(JsonOut out, Change.PipelineChanged moved) {
        return out.text("fromPipeline", moved.fromPipeline())
                .text("fromStage", moved.fromStage())
                .text("toPipeline", moved.toPipeline())
                .number("toVersion", moved.toVersion())
                .text("toStage", moved.toStage())
                .text("reason", moved.reason())
                .duration("inFrom", moved.inFrom());
    }

    private static Change.PipelineChanged readPipelineChanged(JsonIn in) {
        return new Change.PipelineChanged(
                in.text("fromPipeline"),
                in.text("fromStage"),
                in.text("toPipeline"),
                in.number("toVersion"),
                in.text("toStage"),
                in.optionalText("reason"),
                in.duration("inFrom"));
    }

    private static JsonOut writeScored(JsonOut out, Change.Scored scored) {
        return out.number("from", scored.from())
                .number("to", scored.to())
                .text("bandFrom", scored.bandFrom())
                .text("bandTo", scored.bandTo())
                .text("card", scored.card());
    }

    private static Change.Scored readScored(JsonIn in) {
        return new Change.Scored(
                in.optionalNumber("from"),
                in.number("to"),
                in.optionalText("bandFrom"),
                in.text("bandTo"),
                in.text("card"));
    }
}
