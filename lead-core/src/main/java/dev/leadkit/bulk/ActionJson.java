package dev.leadkit.bulk;

import dev.leadkit.bulk.BulkAction.Assign;
import dev.leadkit.bulk.BulkAction.Edit;
import dev.leadkit.bulk.BulkAction.Erase;
import dev.leadkit.bulk.BulkAction.MoveTo;
import dev.leadkit.bulk.BulkAction.Note;
import dev.leadkit.bulk.BulkAction.Tag;
import dev.leadkit.bulk.BulkAction.Transition;
import dev.leadkit.bulk.BulkAction.Untag;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.JsonMembers;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Between an action and JSON. */
final class ActionJson {
    private static final List<String> TYPES =
            List.of("assign", "edit", "erase", "move-to", "note", "tag", "transition", "untag");

    private ActionJson() {}

    static JsonMembers write(BulkAction action) {
        if (action instanceof Transition move) {
            return of("transition").text("to", move.to()).text("reason", move.reason());
        } else if (action instanceof MoveTo move) {
            var stages = new JsonMembers();
            move.stages().forEach(stages::text);
            return of("move-to").text("pipeline", move.pipeline()).object("stages", stages);
        } else if (action instanceof Assign assign) {
            return of("assign").text("user", assign.user());
        } else if (action instanceof Tag tag) {
            return of("tag").text("tag", tag.tag());
        } else if (action instanceof Untag untag) {
            return of("untag").text("tag", untag.tag());
        } else if (action instanceof Note note) {
            return of("note").text("text", note.text());
        } else if (action instanceof Edit edit) {
            Money amount = edit.expectedAmount();
            return of("edit")
                    .text("company", edit.company())
                    .text("location", edit.location())
                    .text("amount", amount == null ? null : amount.amount().toPlainString())
                    .text("currency", amount == null ? null : amount.currency())
                    .decimal("probability", edit.probability())
                    .text("snoozedUntil", edit.snoozedUntil())
                    .texts("clear", edit.cleared());
        }
        Cause cause = ((Erase) action).cause();
        return of("erase").text("cause", cause.code()).text("ref", cause.ref());
    }

    private static JsonMembers of(String type) {
        return new JsonMembers().text("type", type);
    }

    static BulkAction parse(String json) {
        return DefinitionReader.readObject(json, ActionJson::read);
    }

    /** Null when there were problems. */
    static @Nullable BulkAction read(JsonFields fields) {
        String type = fields.oneOf("type", TYPES);
        if (type == null) {
            fields.ignoreUnknown();
            return null;
        }
        try {
            return read(type, fields);
        } catch (InvalidInputException notTaken) {
            fields.problems()
                    .add(
                            fields.pointer(),
                            "invalid-value",
                            "%s: found %s".formatted(notTaken.field(), notTaken.found()),
                            "give " + notTaken.expected());
            return null;
        }
    }

    private static @Nullable BulkAction read(String type, JsonFields fields) {
        return switch (type) {
            case "transition" -> {
                String reason = fields.optionalText("reason");
                yield with(fields.text("to"), to -> new Transition(to, reason));
            }
            case "move-to" -> {
                JsonFields given = fields.object("stages");
                Map<String, String> stages = new TreeMap<>();
                if (given != null) {
                    given.keys().forEach(from -> {
                        String to = given.text(from);
                        if (to != null) {
                            stages.put(from, to);
                        }
                    });
                }
                yield with(fields.text("pipeline"), pipeline -> given == null ? null : new MoveTo(pipeline, stages));
            }
            case "assign" -> new Assign(fields.optionalText("user"));
            case "tag" -> with(fields.text("tag"), Tag::new);
            case "untag" -> with(fields.text("tag"), Untag::new);
            case "note" -> with(fields.text("text"), Note::new);
            case "edit" -> {
                String amount = fields.has("amount") ? fields.decimal("amount") : null;
                String currency = amount == null ? null : fields.text("currency");
                yield new Edit(
                        fields.optionalText("company"),
                        fields.optionalText("location"),
                        amount == null || currency == null ? null : Money.of(amount, currency),
                        fields.optionalNumber("probability", 0, 1),
                        fields.optionalInstant("snoozedUntil"),
                        new TreeSet<>(fields.optionalTexts("clear")));
            }
            default -> {
                String ref = fields.text("ref");
                yield with(fields.text("cause"), code -> ref == null ? null : new Erase(new Cause(code, ref)));
            }
        };
    }

    private static @Nullable BulkAction with(@Nullable String value, Function<String, @Nullable BulkAction> make) {
        return value == null ? null : make.apply(value);
    }
}
