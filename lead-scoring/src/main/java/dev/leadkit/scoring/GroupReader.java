package dev.leadkit.scoring;

import dev.leadkit.definition.json.JsonFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the groups of a card. */
final class GroupReader {
    private final Set<String> ids = new HashSet<>();

    private GroupReader() {}

    static List<Group> read(JsonFields card) {
        var reader = new GroupReader();
        return card.optionalObjects("groups", reader::group);
    }

    private @Nullable Group group(JsonFields fields) {
        String id = Ids.read(fields, "id");
        String label = fields.text("label");
        Integer cap = fields.integer("cap", 1, Factor.MAX_POINTS);
        if (id != null && !ids.add(id)) {
            fields.problems()
                    .add(
                            fields.pointer("id"),
                            "duplicate-group",
                            "the group \"%s\" stands twice".formatted(id),
                            "give each group an id of its own");
        }
        // With any cap, so that the factors of a group whose cap is wrong are not said to be in none.
        return id == null ? null : new Group(id, label == null ? id : label, cap == null ? 1 : cap);
    }
}
