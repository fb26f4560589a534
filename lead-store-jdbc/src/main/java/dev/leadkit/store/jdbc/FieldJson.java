package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValue;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of custom fields, and where each came from, as JSON. Each has its type, so that no definition is needed. */
final class FieldJson {
    private FieldJson() {}

    static JsonOut write(Map.Entry<String, Attributed<FieldValue>> field) {
        FieldValue value = field.getValue().value();
        return new JsonOut()
                .text("key", field.getKey())
                .constant("type", value.type())
                .text("value", value.text())
                .object("from", field.getValue().provenance(), ContactJson::writeProvenance);
    }

    static Map.Entry<String, Attributed<FieldValue>> read(JsonIn in) {
        String key = in.text("key");
        FieldType type = in.constant("type", FieldType.class);
        FieldValue value = type.read(key, in.text("value"));
        return Map.entry(key, new Attributed<>(value, in.object("from", ContactJson::readProvenance)));
    }

    static SortedMap<String, Attributed<FieldValue>> map(List<Map.Entry<String, Attributed<FieldValue>>> fields) {
        SortedMap<String, Attributed<FieldValue>> values = new TreeMap<>();
        fields.forEach(field -> values.put(field.getKey(), field.getValue()));
        return values;
    }
}
