package dev.leadkit.examples.leaddesk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.examples.leaddesk.rest.ConversationRoutes.Because;
import dev.leadkit.examples.leaddesk.rest.Problem.Reason;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Note;
import dev.leadkit.lead.NoteId;
import dev.leadkit.move.MovePreview;
import dev.leadkit.pipeline.Decision;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is done to one lead, and what would come of it: moved, tagged, handed over, noted. */
final class LeadWorkRoutes {
    private LeadWorkRoutes() {}

    /** What the pipeline says to a move. */
    record Option(String to, boolean allowed, List<Reason> reasons, List<Because> warnings) {
        static Option of(Decision decision) {
            return new Option(
                    decision.to(),
                    decision.isAllowed(),
                    Problems.reasons(decision.refusals()),
                    Because.of(decision.warnings()));
        }
    }

    record Options(List<Option> items) {}

    /** A note with all that it ever said, the last being what it says. */
    record NoteJson(String id, String text, boolean edited, List<Revision> revisions) {
        static NoteJson of(Note note) {
            return new NoteJson(
                    note.id().toString(),
                    note.text(),
                    note.isEdited(),
                    note.revisions().stream()
                            .map(each -> new Revision(
                                    each.text(),
                                    ActorJson.of(each.by()),
                                    each.at().toString()))
                            .toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Revision(String text, ActorJson by, String at) {}

    record Notes(List<NoteJson> items) {}

    static List<Route> all() {
        return List.of(
                Route.decision("/leads/{id}/transition", LeadWorkRoutes::transition),
                Route.decision("/leads/{id}/reopen", LeadWorkRoutes::reopen),
                Route.get("/leads/{id}/options", LeadWorkRoutes::options),
                Route.get("/leads/{id}/preview", LeadWorkRoutes::preview),
                Route.put("/leads/{id}/tags", LeadWorkRoutes::tags),
                Route.put("/leads/{id}/assignee", LeadWorkRoutes::assignee),
                Route.get("/leads/{id}/notes", LeadWorkRoutes::notes),
                Route.post("/leads/{id}/notes", LeadWorkRoutes::note),
                Route.put("/leads/{id}/notes/{note}", LeadWorkRoutes::editNote),
                Route.delete("/leads/{id}/notes/{note}", LeadWorkRoutes::removeNote));
    }

    private static Answer transition(Call call) throws Exception {
        Body body = call.body();
        String to = body.text("to");
        String reason = body.optionalText("reason");
        body.done();
        return lead(call.changeSeen(call.lead(), (desk, id) -> desk.transition(id, to, reason)));
    }

    private static Answer reopen(Call call) throws Exception {
        call.optionalBody().done();
        return lead(call.changeSeen(call.lead(), (desk, id) -> desk.moves().reopen(id)));
    }

    private static Answer options(Call call) {
        LeadId id = call.lead();
        call.desk().get(id);
        return Answer.ok(
                new Options(call.desk().options(id).stream().map(Option::of).toList()));
    }

    private static Answer preview(Call call) {
        Map<String, List<String>> query = call.query();
        Parameters.requireKnown(query, "to", "reason");
        String to = Parameters.one(query, "to");
        if (to == null) {
            throw new InvalidInputException("to", "the key of a stage", "none");
        }
        Lead lead = call.desk().get(call.lead());
        MovePreview preview = call.desk().preview(lead.id(), to, Parameters.one(query, "reason"));
        List<JsonNode> changes = preview.changes().stream()
                .map(change -> LeadHistoryRoutes.change(lead, doneNow(call, lead, change)))
                .toList();
        return Answer.ok(PreviewJson.of(preview, changes)).version(lead);
    }

    private static Activity doneNow(Call call, Lead lead, Change change) {
        return new Activity(
                lead.id(),
                lead.version() + 1,
                0,
                call.host().kit().wiring().now(),
                call.who().actor(),
                new ChangesetId(UUID.randomUUID()),
                null,
                change);
    }

    private static Answer tags(Call call) throws Exception {
        Body body = call.body();
        Set<String> wanted = new LinkedHashSet<>();
        if (!body.has("tags")) {
            body.wrong("tags", "missing", "expected an array of texts, found none");
        }
        body.texts("tags").forEach(tag -> wanted.add(Input.name("tag", tag)));
        body.done();
        LeadId id = call.lead();
        return lead(call.together(connection -> {
            var desk = call.joining(connection).desk();
            Lead lead = desk.get(id);
            call.requireSeen(lead.version());
            for (String tag : List.copyOf(lead.tags())) {
                lead = wanted.contains(tag) ? lead : desk.untag(id, tag);
            }
            for (String tag : wanted) {
                lead = lead.tags().contains(tag) ? lead : desk.tag(id, tag);
            }
            return lead;
        }));
    }

    private static Answer assignee(Call call) throws Exception {
        Body body = call.body();
        if (!body.has("assignee")) {
            body.wrong("assignee", "missing", "expected the id of a user, or null for nobody");
        }
        String user = body.optionalText("assignee");
        body.done();
        return lead(call.changeSeen(call.lead(), (desk, id) -> desk.assign(id, user)));
    }

    private static Answer lead(Lead lead) {
        return Answer.ok(LeadJson.of(lead)).version(lead);
    }

    private static Answer notes(Call call) {
        return Answer.ok(new Notes(
                call.desk().notes(call.lead()).stream().map(NoteJson::of).toList()));
    }

    private static Answer note(Call call) {
        String text = text(call);
        LeadId id = call.lead();
        Lead lead = call.desk().note(id, text);
        Note note = call.desk().notes(id).stream()
                .filter(each -> each.id().version() == lead.version())
                .findFirst()
                .orElseThrow();
        return Answer.created(RestApi.ROOT + "/leads/" + id + "/notes/" + note.id(), NoteJson.of(note))
                .version(lead);
    }

    private static Answer editNote(Call call) {
        NoteId note = noteId(call);
        LeadId id = call.lead();
        Lead lead = call.desk().editNote(id, note, text(call));
        return Answer.ok(NoteJson.of(call.desk().notes(id).stream()
                        .filter(each -> each.id().equals(note))
                        .findFirst()
                        .orElseThrow()))
                .version(lead);
    }

    private static Answer removeNote(Call call) {
        call.desk().removeNote(call.lead(), noteId(call));
        return Answer.nothing();
    }

    private static NoteId noteId(Call call) {
        try {
            return NoteId.parse(call.path("note"));
        } catch (IllegalArgumentException none) {
            throw new ProblemException(404, "note-not-found", "there is no such note");
        }
    }

    private static String text(Call call) {
        Body body = call.body(ConversationRoutes.MOST_BYTES);
        String text = body.text("text");
        body.done();
        requireLength(text);
        return text;
    }

    /** @throws ProblemException if it is longer than a message or a note may be */
    static void requireLength(String text) {
        if (text.length() > Input.MAX_TEXT_BYTES / 3
                && text.getBytes(StandardCharsets.UTF_8).length > Input.MAX_TEXT_BYTES) {
            throw new ProblemException(
                    413, "too-large", "text: expected at most %s bytes in UTF-8".formatted(Input.MAX_TEXT_BYTES));
        }
    }

    /** Who did something. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActorJson(String kind, String id, @Nullable String onBehalfOf) {
        static ActorJson of(Actor actor) {
            return new ActorJson(actor.kind().name().toLowerCase(Locale.ROOT), actor.id(), actor.onBehalfOf());
        }
    }
}
