package dev.leadkit.definition.json;

/** Builds JSON Pointers (RFC 6901). */
final class JsonPointer {
    private JsonPointer() {}

    static String member(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    static String item(String parent, int index) {
        return parent + "/" + index;
    }
}
