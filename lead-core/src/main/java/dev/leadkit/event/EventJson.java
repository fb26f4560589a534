package dev.leadkit.event;

import dev.leadkit.definition.json.JsonMembers;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.NoteId;

/** An event as JSON. The same event is the same text, whichever attempt it is. */
final class EventJson {
    private EventJson() {}

    static String write(LeadEvent event) {
        var data = new JsonMembers()
                .text("id", event.id())
                .text("tenant", event.tenant())
                .text("lead", event.lead())
                .number("version", event.version())
                .text("changeset", event.changeset())
                .objects(
                        "changes",
                        event.activities().stream().map(EventJson::change).toList());
        var body = new JsonMembers()
                .text("type", event.type())
                .text("timestamp", event.at())
                .object("data", data);
        return JsonText.write(body.toObject());
    }

    private static JsonMembers change(Activity activity) {
        ChangeType<?> type = ChangeType.of(activity.change());
        Actor actor = activity.actor();
        Cause cause = activity.cause();
        var members = new JsonMembers()
                .text("type", type.name())
                .text("at", activity.at())
                .object(
                        "actor",
                        new JsonMembers()
                                .text("kind", ChangeType.lower(actor.kind()))
                                .text("id", actor.id())
                                .text("onBehalfOf", actor.onBehalfOf()))
                .object(
                        "cause",
                        cause == null
                                ? null
                                : new JsonMembers().text("code", cause.code()).text("ref", cause.ref()));
        if (activity.change() instanceof Change.Noted) {
            members.text("note", NoteId.of(activity));
        }
        type.write(members, activity.change());
        return members;
    }
}
