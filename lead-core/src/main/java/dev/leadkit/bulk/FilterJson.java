package dev.leadkit.bulk;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.JsonMembers;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.ScoreRange;
import dev.leadkit.store.TagFilter;
import dev.leadkit.store.TimeRange;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Between a filter and JSON, with each of its conditions as it is: an instant, not a range of days. For work on many leads,
 * which keeps the filter that it goes through.
 */
public final class FilterJson {
    private FilterJson() {}

    public static String write(LeadFilter filter) {
        return members(filter).toJson();
    }

    /** @throws InvalidDefinitionException with all problems of the text */
    public static LeadFilter parse(String json) {
        return DefinitionReader.readObject(json, FilterJson::read);
    }

    /** Whether it reads back as it is, which a text with a control character in it does not. */
    public static boolean canBeKept(LeadFilter filter) {
        try {
            return filter.equals(parse(write(filter)));
        } catch (InvalidDefinitionException lost) {
            return false;
        }
    }

    static JsonMembers members(LeadFilter filter) {
        JsonMembers members = conditions(filter);
        return filter.anyOf().isEmpty()
                ? members
                : members.objects(
                        "anyOf",
                        filter.anyOf().stream().map(FilterJson::members).toList());
    }

    private static JsonMembers conditions(LeadFilter filter) {
        return new JsonMembers()
                .text("pipeline", filter.pipeline())
                .texts("stages", filter.stages())
                .texts("sources", filter.sources())
                .texts("tagsAny", filter.tags().any())
                .texts("tagsAll", filter.tags().all())
                .texts("tagsNone", filter.tags().none())
                .text("assignee", filter.assignee())
                .flag("unassigned", filter.unassigned())
                .text("createdFrom", filter.created().from())
                .text("createdBefore", filter.created().before())
                .text("activeFrom", filter.lastActivity().from())
                .text("activeBefore", filter.lastActivity().before())
                .number("scoreMin", wide(filter.score().min()))
                .number("scoreMax", wide(filter.score().max()))
                .text("band", filter.band())
                .object("stale", stale(filter.stale()))
                .text("snoozeFrom", filter.snooze().from())
                .text("snoozeBefore", filter.snooze().before())
                .text("text", filter.text())
                .text("containing", filter.containing());
    }

    private static @Nullable JsonMembers stale(@Nullable Map<String, Instant> thresholds) {
        if (thresholds == null) {
            return null;
        }
        var members = new JsonMembers();
        thresholds.forEach(members::text);
        return members;
    }

    private static @Nullable Long wide(@Nullable Integer number) {
        return number == null ? null : (long) number;
    }

    static LeadFilter read(JsonFields fields) {
        return new LeadFilter(
                fields.optionalText("pipeline"),
                Set.copyOf(fields.optionalTexts("stages")),
                Set.copyOf(fields.optionalTexts("sources")),
                new TagFilter(
                        Set.copyOf(fields.optionalTexts("tagsAny")),
                        Set.copyOf(fields.optionalTexts("tagsAll")),
                        Set.copyOf(fields.optionalTexts("tagsNone"))),
                fields.optionalText("assignee"),
                fields.optionalFlag("unassigned"),
                new TimeRange(fields.optionalInstant("createdFrom"), fields.optionalInstant("createdBefore")),
                new TimeRange(fields.optionalInstant("activeFrom"), fields.optionalInstant("activeBefore")),
                new ScoreRange(fields.optionalInteger("scoreMin", 0, 100), fields.optionalInteger("scoreMax", 0, 100)),
                fields.optionalText("band"),
                stale(fields.optionalObject("stale")),
                new TimeRange(fields.optionalInstant("snoozeFrom"), fields.optionalInstant("snoozeBefore")),
                fields.optionalText("text"),
                fields.optionalText("containing"),
                fields.optionalObjects("anyOf", FilterJson::read));
    }

    private static @Nullable Map<String, Instant> stale(@Nullable JsonFields fields) {
        if (fields == null) {
            return null;
        }
        Map<String, Instant> thresholds = new TreeMap<>();
        for (String stage : fields.keys()) {
            Instant threshold = fields.optionalInstant(stage);
            if (threshold != null) {
                thresholds.put(stage, threshold);
            }
        }
        return thresholds;
    }
}
