package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.capture.intent.IntentModel;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonBoolean;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the schemas and the readers together: both know the same keys. */
class SchemasTest {
    /** A stranger in each kind of object, so that the reader names the keys that it knows there. */
    private static final String RULES = """
            {"kind": "capture-rules", "format": 1, "name": "r", "version": 1, "policy": "by-rule", "?": 0,
             "leads": {"newAfterClosed": 1, "?": 0}, "rules": [
              {"id": "a", "?": 0,
               "when": {"all": [
                 {"contact": "email", "?": 0}, {"marked": "qualified", "?": 0}, {"intent": "purchase", "?": 0},
                 {"text": {"matches": "a", "?": 0}, "?": 0}, {"channel": ["x"], "?": 0},
                 {"score": {"atLeast": 1, "?": 0}, "?": 0}, {"tags": {"any": ["x"], "?": 0}, "?": 0},
                 {"any": [{"contact": "any"}], "?": 0}, {"not": {"contact": "any"}, "?": 0},
                 {"time": {"zone": "Z", "?": 0}, "?": 0}, {"messages": {"atLeast": 1, "?": 0}, "?": 0},
                 {"questions": {"atLeast": 1, "?": 0}, "?": 0},
                 {"budget": {"atLeast": "1", "currency": "EUR", "?": 0}, "?": 0},
                 {"attribute": {"name": "x", "?": 0}, "?": 0}, {"consent": "x", "?": 0}], "?": 0},
               "then": {"createLead": true, "amount": {"amount": "1", "currency": "EUR", "?": 0},
                 "assign": {"capacity": [{"user": "ann", "share": 1, "?": 0}], "?": 0},
                 "consent": {"purpose": "x", "?": 0}, "?": 0}}]}
            """;

    private static final String MODEL = """
            {"kind": "intent-model", "format": 1, "name": "m", "version": 1, "?": 0,
             "bias": {"purchase": 0, "qualified": 0, "?": 0}, "terms": [{"phrase": "buy", "purchase": 1, "?": 0}]}
            """;

    @ParameterizedTest
    @CsvSource({
        "/?, ''",
        "/rules/0/?, /$defs/rule",
        "/rules/0/then/?, /$defs/effect",
        "/rules/0/then/amount/?, /$defs/money",
        "/rules/0/when/?, /$defs/all",
        "/rules/0/when/all/0/?, /$defs/contactLeaf",
        "/rules/0/when/all/1/?, /$defs/markedLeaf",
        "/rules/0/when/all/2/?, /$defs/intentLeaf",
        "/rules/0/when/all/3/?, /$defs/textLeaf",
        "/rules/0/when/all/3/text/?, /$defs/textLeaf/properties/text",
        "/rules/0/when/all/4/?, /$defs/channelLeaf",
        "/rules/0/when/all/5/?, /$defs/scoreLeaf",
        "/rules/0/when/all/5/score/?, /$defs/scoreLeaf/properties/score",
        "/rules/0/when/all/6/?, /$defs/tagsLeaf",
        "/rules/0/when/all/6/tags/?, /$defs/tagsLeaf/properties/tags",
        "/rules/0/when/all/7/?, /$defs/any",
        "/rules/0/when/all/8/?, /$defs/not",
        "/rules/0/when/all/9/?, /$defs/timeLeaf",
        "/rules/0/when/all/9/time/?, /$defs/timeLeaf/properties/time",
        "/rules/0/when/all/10/?, /$defs/messagesLeaf",
        "/rules/0/when/all/10/messages/?, /$defs/messagesLeaf/properties/messages",
        "/rules/0/when/all/11/?, /$defs/questionsLeaf",
        "/rules/0/when/all/11/questions/?, /$defs/questionsLeaf/properties/questions",
        "/rules/0/when/all/12/?, /$defs/budgetLeaf",
        "/rules/0/when/all/12/budget/?, /$defs/budgetLeaf/properties/budget",
        "/rules/0/when/all/13/?, /$defs/attributeLeaf",
        "/rules/0/when/all/13/attribute/?, /$defs/attributeLeaf/properties/attribute",
        "/rules/0/when/all/14/?, /$defs/consentLeaf",
        "/rules/0/then/consent/?, /$defs/effect/properties/consent",
        "/rules/0/then/assign/?, /$defs/assignment",
        "/rules/0/then/assign/capacity/0/?, /$defs/share"
    })
    void capture_rules(String stranger, String object) {
        String schema = DefinitionReader.resource(CaptureRules.class.getResourceAsStream("capture-rules.schema.json"));

        assertSameKeys(CaptureRules::parse, RULES, stranger, schema, object);
    }

    @ParameterizedTest
    @CsvSource({"/?, ''", "/bias/?, /$defs/bias", "/terms/0/?, /$defs/term"})
    void intent_model(String stranger, String object) {
        String schema = DefinitionReader.resource(IntentModel.class.getResourceAsStream("intent-model.schema.json"));

        assertSameKeys(IntentModel::parse, MODEL, stranger, schema, object);
    }

    @ParameterizedTest
    @CsvSource({
        "/$defs/timeOfDay, 00:00, true",
        "/$defs/timeOfDay, 23:59:59.5, true",
        "/$defs/timeOfDay, 24:00, false",
        "/$defs/timeOfDay, 9:00, false",
        "/$defs/duration, PT12H, true",
        "/$defs/duration, P3D, true",
        "/$defs/duration, P1M, false",
        "/$defs/duration, -PT1H, false",
        "/$defs/duration, soon, false",
        "/$defs/money/properties/amount/oneOf, 1200.50, true",
        "/$defs/money/properties/amount/oneOf, many, false",
        "/$defs/textLeaf/properties/text/properties/matches, a b, true",
        "/$defs/textLeaf/properties/text/properties/matches, ' ', false"
    })
    void capture_rules_take_the_same_texts(String object, String text, boolean taken) {
        String schema = DefinitionReader.resource(CaptureRules.class.getResourceAsStream("capture-rules.schema.json"));
        String pattern = ((JsonString) member(at(schema, object), "pattern")).value();

        assertThat(Pattern.compile(pattern).matcher(text).find()).isEqualTo(taken);
        assertThat(isTaken(object, text)).isEqualTo(taken);
    }

    private static boolean isTaken(String object, String text) {
        String any = "\"when\": {\"contact\": \"any\"}, \"then\": {\"createLead\": true}";
        String rule = switch (object) {
            case "/$defs/timeOfDay" ->
                any.replace("\"contact\": \"any\"", "\"time\": {\"zone\": \"Z\", \"until\": \"?\"}");
            case "/$defs/duration" -> any + ", \"cooldown\": \"?\"";
            case "/$defs/money/properties/amount/oneOf" ->
                any.replace("\"createLead\": true", "\"amount\": {\"amount\": \"?\", \"currency\": \"EUR\"}");
            default -> any.replace("\"contact\": \"any\"", "\"text\": {\"matches\": \"?\"}");
        };
        try {
            CaptureRules.parse("""
                    {"kind": "capture-rules", "format": 1, "name": "r", "version": 1, "policy": "by-rule",
                     "rules": [{"id": "a", %s}]}""".formatted(rule.replace("?", text)));
            return true;
        } catch (InvalidDefinitionException refused) {
            return false;
        }
    }

    private static void assertSameKeys(
            Consumer<String> reader, String document, String stranger, String schema, String object) {
        var invalid = catchThrowableOfType(InvalidDefinitionException.class, () -> reader.accept(document));
        String mend = invalid.problems().stream()
                .filter(problem -> problem.pointer().equals(stranger))
                .map(problem -> problem.mend())
                .findFirst()
                .orElseThrow();
        JsonObject described = at(schema, object);

        assertThat(List.copyOf(
                        ((JsonObject) member(described, "properties")).members().keySet()))
                .containsExactlyInAnyOrder(
                        mend.substring("use one of: ".length()).split(", "));
        assertThat(member(described, "additionalProperties")).isEqualTo(new JsonBoolean(false));
    }

    private static JsonObject at(String schema, String pointer) {
        JsonObject found = (JsonObject) JsonText.parse(schema);
        for (String key :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
            found = key.equals("oneOf") ? second(member(found, key)) : (JsonObject) member(found, key);
        }
        return found;
    }

    private static JsonObject second(JsonValue choices) {
        return (JsonObject) ((JsonArray) choices).items().get(1);
    }

    private static JsonValue member(JsonObject object, String key) {
        JsonValue value = object.members().get(key);
        assertThat(value).as(key).isNotNull();
        return value;
    }
}
