package dev.leadkit.definition.json;

import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/**
 * One item of an array. For arrays whose items may be of two kinds, or must keep their places when one of them can't be
 * read. Not safe to share.
 */
public final class JsonItem {
    private final String pointer;
    private final JsonValue value;
    private final Problems problems;

    JsonItem(String pointer, JsonValue value, Problems problems) {
        this.pointer = pointer;
        this.value = value;
        this.problems = problems;
    }

    /** Where it stands in the document. */
    public String pointer() {
        return pointer;
    }

    public boolean isText() {
        return value instanceof JsonString;
    }

    /** The plain, non-blank text that it must be; null after a problem was added. */
    public @Nullable String text() {
        if (value instanceof JsonString text && JsonFields.isPlain(text.value())) {
            return text.value();
        }
        problems.add(pointer, "wrong-type", "expected a plain, non-blank text, found " + value.kind(), "write a text");
        return null;
    }

    /** The members of the object that it must be; null after a problem was added. Ask each, then reject the others. */
    public @Nullable JsonFields object() {
        if (value instanceof JsonObject object) {
            return new JsonFields(pointer, object, problems);
        }
        problems.add(pointer, "wrong-type", "expected an object, found " + value.kind(), "write an object");
        return null;
    }
}
