package dev.leadkit.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the schema and the reader together. */
class ScorecardSchemaTest {

    /** One stranger in each kind of object, so that the reader names the keys that it knows there. */
    private static final String STRANGERS = """
        {"kind": "scorecard", "format": 1, "name": "c", "version": 1, "?": 0,
         "factors": [{"id": "q", "label": "Q", "dimension": "fit", "input": "amount", "?": 0,
           "bins": [{"from": 1, "points": 1, "?": 0}], "decay": {"halfLife": "P1D", "?": 0}}],
         "bands": [{"key": "any", "from": 0, "?": 0}]}
        """;

    private final JsonValue schema =
            JsonText.parse(DefinitionReader.resource(Scorecard.class.getResourceAsStream("scorecard.schema.json")));

    @ParameterizedTest
    @CsvSource({
        "/?, /properties",
        "/factors/0/?, /$defs/factor/properties",
        "/factors/0/bins/0/?, /$defs/bin/properties",
        "/factors/0/decay/?, /$defs/factor/properties/decay/properties",
        "/bands/0/?, /$defs/band/properties"
    })
    void lists_exactly_the_keys_that_the_reader_knows(String stranger, String properties) {
        var invalid = catchThrowableOfType(InvalidDefinitionException.class, () -> Scorecard.parse(STRANGERS));

        String mend = invalid.problems().stream()
                .filter(problem -> problem.pointer().equals(stranger))
                .map(Problem::mend)
                .findFirst()
                .orElseThrow();

        assertThat(members(properties))
                .containsExactlyInAnyOrder(
                        mend.substring("use one of: ".length()).split(", "));
    }

    @Test
    void shuts_out_every_other_key() {
        for (String object :
                List.of("", "/$defs/factor", "/$defs/bin", "/$defs/factor/properties/decay", "/$defs/band")) {
            assertThat(at(object + "/additionalProperties")).isEqualTo(new JsonValue.JsonBoolean(false));
        }
    }

    @Test
    void names_the_inputs_of_a_lead() {
        assertThat(texts("/$defs/factor/properties/input/examples")).isEqualTo(LeadInput.CATALOG.names());
    }

    @Test
    void names_the_dimensions() {
        assertThat(texts("/$defs/factor/properties/dimension/enum")).isEqualTo(Dimension.KEYS);
    }

    private List<String> members(String pointer) {
        return List.copyOf(((JsonObject) at(pointer)).members().keySet());
    }

    private List<String> texts(String pointer) {
        return ((JsonArray) at(pointer))
                .items().stream().map(text -> ((JsonString) text).value()).toList();
    }

    private JsonValue at(String pointer) {
        JsonValue value = schema;
        for (String key :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
            value = ((JsonObject) value).members().get(key);
        }
        return value;
    }
}
