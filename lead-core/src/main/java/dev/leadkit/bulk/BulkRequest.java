package dev.leadkit.bulk;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.JsonMembers;
import dev.leadkit.store.LeadFilter;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for in bulk, in the form in which its operation keeps it. The leads are kept beside it.
 *
 * @param filter which leads are still to be looked for; absent when they are known by their ids
 */
public record BulkRequest(BulkAction action, @Nullable LeadFilter filter) {
    public String toJson() {
        return new JsonMembers()
                .object("action", ActionJson.write(action))
                .object("filter", filter == null ? null : FilterJson.members(filter))
                .toJson();
    }

    /** @throws dev.leadkit.definition.InvalidDefinitionException with all problems of the text */
    public static BulkRequest parse(String json) {
        return DefinitionReader.readObject(json, BulkRequest::read);
    }

    private static @Nullable BulkRequest read(JsonFields fields) {
        JsonFields action = fields.object("action");
        JsonFields filter = fields.optionalObject("filter");
        LeadFilter its = filter == null ? null : FilterJson.read(filter);
        BulkAction asked = action == null ? null : ActionJson.read(action);
        return asked == null ? null : new BulkRequest(asked, its);
    }

    /** Whether it reads back as it is, which a text with a control character in it does not. */
    public boolean canBeKept() {
        try {
            return equals(parse(toJson()));
        } catch (dev.leadkit.definition.InvalidDefinitionException lost) {
            return false;
        }
    }
}
