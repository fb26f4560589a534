package dev.leadkit.event;

import dev.leadkit.definition.json.JsonMembers;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Reason;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A kind of change as listeners know it: its name, which stays the same, and the members that it has in JSON beside those
 * that all have.
 */
record ChangeType<C extends Change>(String name, Class<C> type, BiConsumer<JsonMembers, C> members) {
    static final List<ChangeType<?>> ALL = List.of(
            new ChangeType<>(
                    LeadEvent.CREATED,
                    Change.Created.class,
                    (to, change) -> to.text("source", change.source().key())
                            .text("pipeline", change.pipeline())
                            .number("pipelineVersion", (long) change.pipelineVersion())
                            .text("stage", change.stage())
                            .text("previous", change.previous())),
            new ChangeType<>(
                    "lead.captured",
                    Change.Captured.class,
                    (to, change) -> to.objects(
                            "because",
                            change.because().stream().map(ChangeType::reason).toList())),
            new ChangeType<>("lead.withdrawn", Change.Withdrawn.class, (to, change) -> {}),
            new ChangeType<>("lead.restored", Change.Restored.class, (to, change) -> {}),
            new ChangeType<>("lead.merged", Change.Merged.class, (to, change) -> to.text("other", change.other())),
            new ChangeType<>(
                    "lead.merged_into",
                    Change.MergedInto.class,
                    (to, change) -> to.text("survivor", change.survivor())),
            new ChangeType<>("lead.unmerged", Change.Unmerged.class, (to, change) -> to.text("other", change.other())),
            new ChangeType<>(
                    "lead.unmerged_from",
                    Change.UnmergedFrom.class,
                    (to, change) -> to.text("survivor", change.survivor())),
            new ChangeType<>(
                    "lead.stage_changed",
                    Change.StageChanged.class,
                    (to, change) -> to.text("from", change.from())
                            .text("to", change.to())
                            .text("reason", change.reason())
                            .text("durationInFrom", change.inFrom())),
            new ChangeType<>(
                    "lead.migrated",
                    Change.Migrated.class,
                    (to, change) -> to.number("fromVersion", (long) change.fromVersion())
                            .number("toVersion", (long) change.toVersion())
                            .text("fromStage", change.fromStage())
                            .text("toStage", change.toStage())),
            new ChangeType<>(
                    "lead.pipeline_changed",
                    Change.PipelineChanged.class,
                    (to, change) -> to.text("fromPipeline", change.fromPipeline())
                            .text("fromStage", change.fromStage())
                            .text("toPipeline", change.toPipeline())
                            .number("toVersion", (long) change.toVersion())
                            .text("toStage", change.toStage())
                            .text("reason", change.reason())
                            .text("durationInFrom", change.inFrom())),
            new ChangeType<>(
                    "lead.overridden",
                    Change.Overridden.class,
                    (to, change) -> to.text("why", change.why())
                            .objects(
                                    "refusals",
                                    change.refusals().stream()
                                            .map(ChangeType::reason)
                                            .toList())),
            new ChangeType<>(
                    "lead.field_changed",
                    Change.FieldChanged.class,
                    (to, change) -> to.text("field", change.field())
                            .text("from", change.from())
                            .text("to", change.to())),
            new ChangeType<>("lead.tagged", Change.Tagged.class, (to, change) -> to.text("tag", change.tag())),
            new ChangeType<>("lead.untagged", Change.Untagged.class, (to, change) -> to.text("tag", change.tag())),
            new ChangeType<>(
                    "lead.assigned",
                    Change.Assigned.class,
                    (to, change) -> to.text("from", change.from()).text("to", change.to())),
            new ChangeType<>("lead.noted", Change.Noted.class, (to, change) -> to.text("text", change.text())),
            new ChangeType<>(
                    "lead.note_edited",
                    Change.NoteEdited.class,
                    (to, change) -> to.text("note", change.note()).text("text", change.text())),
            new ChangeType<>(
                    "lead.note_removed", Change.NoteRemoved.class, (to, change) -> to.text("note", change.note())),
            new ChangeType<>(
                    "lead.scored",
                    Change.Scored.class,
                    (to, change) -> to.number("from", wide(change.from()))
                            .number("to", (long) change.to())
                            .text("bandFrom", change.bandFrom())
                            .text("bandTo", change.bandTo())
                            .text("card", change.card())),
            new ChangeType<>(
                    "lead.band_changed",
                    Change.BandChanged.class,
                    (to, change) -> to.text("from", change.from()).text("to", change.to())),
            new ChangeType<>(
                    "lead.identified",
                    Change.Identified.class,
                    (to, change) -> to.text("kind", lower(change.kind())).text("assurance", lower(change.assurance()))),
            new ChangeType<>(
                    "lead.conversation_linked",
                    Change.ConversationLinked.class,
                    (to, change) -> to.text("session", change.session())),
            new ChangeType<>(
                    "lead.conversation_unlinked",
                    Change.ConversationUnlinked.class,
                    (to, change) -> to.text("session", change.session())),
            new ChangeType<>(
                    "lead.consent_stated", Change.ConsentStated.class, (to, change) -> consent(to, change.consent())),
            new ChangeType<>(
                    "lead.consent_dropped",
                    Change.ConsentDropped.class,
                    (to, change) -> to.text("purpose", change.purpose())),
            new ChangeType<>(
                    "lead.summarised", Change.Summarised.class, (to, change) -> to.text("text", change.text())),
            new ChangeType<>("lead.adjusted", Change.Adjusted.class, (to, change) -> {}));

    static ChangeType<?> of(Change change) {
        for (ChangeType<?> each : ALL) {
            if (each.type() == change.getClass()) {
                return each;
            }
        }
        throw new IllegalArgumentException("no type for " + change.getClass());
    }

    /** Adds what this change alone has. */
    void write(JsonMembers to, Change change) {
        members.accept(to, type.cast(change));
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static JsonMembers reason(Reason reason) {
        return new JsonMembers().text("code", reason.code()).text("text", reason.text());
    }

    private static void consent(JsonMembers to, Attributed<Consent> stated) {
        Evidence source = stated.provenance().evidence();
        to.text("purpose", stated.value().purpose())
                .text("consent", stated.value().given() ? "given" : "withdrawn")
                .text("basis", stated.value().basis())
                .text("textVersion", stated.value().textVersion())
                .text("statedAt", stated.provenance().at())
                .text("session", source == null ? null : source.session())
                .text("message", source == null ? null : source.message());
    }

    private static @Nullable Long wide(@Nullable Integer number) {
        return number == null ? null : Long.valueOf(number);
    }
}
