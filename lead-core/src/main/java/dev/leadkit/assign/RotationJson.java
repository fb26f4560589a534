package dev.leadkit.assign;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.JsonMembers;
import dev.leadkit.definition.json.JsonText;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A rotation as the JSON in which it is kept. */
final class RotationJson {
    private static final String KIND = "rotation";

    private RotationJson() {}

    /** @param by which decided last, for whoever looks into the store */
    static String write(Rotation rotation, Assignment by) {
        var members = new JsonMembers()
                .text("kind", KIND)
                .number("format", 1L)
                .text("name", by.name())
                .number("version", (long) by.version())
                .objects(
                        "credits",
                        rotation.credits().entrySet().stream()
                                .map(credit -> new JsonMembers()
                                        .text("user", credit.getKey())
                                        .number("credit", credit.getValue()))
                                .toList());
        return JsonText.write(members.toObject());
    }

    static Rotation parse(String json) {
        return DefinitionReader.read(json, KIND, (name, version, fields) -> {
            Map<String, Long> credits = new TreeMap<>();
            fields.optionalObjects("credits", RotationJson::credit).forEach(one -> credits.putAll(one));
            return new Rotation(credits);
        });
    }

    private static @Nullable Map<String, Long> credit(JsonFields fields) {
        String user = fields.text("user");
        String text = fields.decimal("credit");
        if (user == null || text == null) {
            return null;
        }
        try {
            return Map.of(user, new BigDecimal(text).longValueExact());
        } catch (ArithmeticException | NumberFormatException notWhole) {
            fields.problems()
                    .add(fields.pointer("credit"), "wrong-type", "expected a whole number", "remove the rotation");
            return null;
        }
    }
}
