package dev.leadkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonBoolean;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the schema and the reader together. */
class PipelineSchemaTest {

    /** One stranger in each kind of object, so that the reader names the keys that it knows there. */
    private static final String STRANGERS = """
        {"kind": "pipeline", "format": 1, "name": "p", "version": 1, "?": 0, "start": "a",
         "stages": [{"key": "a", "name": "A", "category": "open", "wipLimit": {"leads": 1, "?": 0}, "?": 0}],
         "reopen": {"?": 0}, "timed": [{"id": "t", "stage": "a", "after": "P1D", "tag": "x", "?": 0}],
         "transitions": [{"from": "a", "to": "b", "?": 0,
           "guards": [{"has": "email", "?": 0}, {"score": {"atLeast": 1, "?": 0}, "?": 0}]}]}
        """;

    private final JsonValue schema =
            JsonText.parse(DefinitionReader.resource(Pipeline.class.getResourceAsStream("pipeline.schema.json")));

    @ParameterizedTest
    @CsvSource({
        "/?, ''",
        "/stages/0/?, /$defs/stage",
        "/stages/0/wipLimit/?, /$defs/wipLimit",
        "/reopen/?, /$defs/reopening",
        "/timed/0/?, /$defs/timedRule",
        "/transitions/0/?, /$defs/transition",
        "/transitions/0/guards/0/?, /$defs/hasGuard",
        "/transitions/0/guards/1/?, /$defs/scoreGuard",
        "/transitions/0/guards/1/score/?, /$defs/scoreGuard/properties/score"
    })
    void lists_exactly_the_keys_that_the_reader_knows(String stranger, String object) {
        var invalid = catchThrowableOfType(InvalidDefinitionException.class, () -> Pipeline.parse(STRANGERS));

        String mend = invalid.problems().stream()
                .filter(problem -> problem.pointer().equals(stranger))
                .map(Problem::mend)
                .findFirst()
                .orElseThrow();

        assertThat(List.copyOf(
                        ((JsonObject) at(object + "/properties")).members().keySet()))
                .containsExactlyInAnyOrder(
                        mend.substring("use one of: ".length()).split(", "));
        assertThat(at(object + "/additionalProperties")).isEqualTo(new JsonBoolean(false));
    }

    @Test
    void names_the_fields_that_may_be_required() {
        assertThat(texts("/$defs/field/enum")).isEqualTo(RequiredField.names());
    }

    @Test
    void names_the_categories() {
        assertThat(texts("/$defs/stage/properties/category/enum")).isEqualTo(StageCategory.KEYS);
    }

    private List<String> texts(String pointer) {
        return ((JsonArray) at(pointer))
                .items().stream().map(text -> ((JsonString) text).value()).toList();
    }

    private JsonValue at(String pointer) {
        JsonValue value = schema;
        for (String key : pointer.substring(1).split("/")) {
            value = ((JsonObject) value).members().get(key);
        }
        return value;
    }
}
