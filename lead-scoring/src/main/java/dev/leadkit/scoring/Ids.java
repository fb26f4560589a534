package dev.leadkit.scoring;

import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Reads what scores and programs will know a thing by. */
final class Ids {
    private Ids() {}

    /** An id that must be there; null when it became a problem. */
    static @Nullable String read(JsonFields fields, String key) {
        String id = fields.text(key);
        if (id == null) {
            return null;
        }
        try {
            return Input.id(key, id);
        } catch (InvalidInputException unfit) {
            fields.problems()
                    .add(
                            fields.pointer(key),
                            "bad-id",
                            "expected %s, found %s".formatted(unfit.expected(), unfit.found()),
                            "choose a short, plain id");
            return null;
        }
    }
}
