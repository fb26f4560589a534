package dev.leadkit.assign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonBoolean;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the schema and the reader together. */
class AssignmentSchemaTest {
    /** One stranger in each kind of object, so that the reader names the keys that it knows there. */
    private static final String STRANGERS = """
        {"kind": "assignment", "format": 1, "name": "t", "version": 1, "?": 0,
         "strategy": {"order": "weighted", "?": 0},
         "members": [{"user": "ann", "?": 0}]}
        """;

    private final JsonValue schema =
            JsonText.parse(DefinitionReader.resource(Assignment.class.getResourceAsStream("assignment.schema.json")));

    @ParameterizedTest
    @CsvSource({"/?, ''", "/strategy/?, /$defs/strategy", "/members/0/?, /$defs/member"})
    void lists_exactly_the_keys_that_the_reader_knows(String stranger, String object) {
        var invalid = catchThrowableOfType(InvalidDefinitionException.class, () -> Assignment.parse(STRANGERS));

        String mend = invalid.problems().stream()
                .filter(problem -> problem.pointer().equals(stranger))
                .map(Problem::mend)
                .findFirst()
                .orElseThrow();

        assertThat(((JsonObject) at(object + "/properties")).members().keySet())
                .containsExactlyInAnyOrder(
                        mend.substring("use one of: ".length()).split(", "));
        assertThat(at(object + "/additionalProperties")).isEqualTo(new JsonBoolean(false));
    }

    /** Its keys are exclusive, so that the reader knows them one at a time. */
    @Test
    void lists_the_kinds_of_need_that_the_reader_names() {
        var invalid = catchThrowableOfType(
                InvalidDefinitionException.class,
                () -> Assignment.parse(
                        STRANGERS.replace("\"weighted\"", "\"weighted\", \"needs\": [{\"skill\": \"x\"}]")));

        assertThat(invalid.problems())
                .filteredOn(problem -> problem.code().equals("unknown-need"))
                .extracting(Problem::message)
                .containsExactly("expected one of tag, source and condition beside the skill, found []");
        assertThat(((JsonObject) at("/$defs/need/properties")).members().keySet())
                .containsExactlyInAnyOrder("skill", "tag", "source", "condition");
    }

    @Test
    void names_the_orders() {
        assertThat(((JsonArray) at("/$defs/strategy/properties/order/enum"))
                        .items().stream().map(text -> ((JsonString) text).value()))
                .isEqualTo(Order.KEYS);
    }

    @Test
    void has_the_reader_s_bounds() {
        assertThat(at("/$defs/member/properties/weight/maximum")).isEqualTo(number(Member.MAX_WEIGHT));
        assertThat(at("/$defs/member/properties/capacity/maximum")).isEqualTo(number(Member.MAX_CAPACITY));
        assertThat(at("/properties/members/maxItems")).isEqualTo(number(Assignment.MAX_MEMBERS));
    }

    private static JsonNumber number(long number) {
        return new JsonNumber(BigDecimal.valueOf(number));
    }

    private JsonValue at(String pointer) {
        JsonValue value = schema;
        for (String key : pointer.substring(1).split("/")) {
            value = ((JsonObject) value).members().get(key);
        }
        return value;
    }
}
