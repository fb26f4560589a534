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
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the schema and the reader together. */
class PipelineSchemaTest {

    /** One stranger in each kind of object, so that the reader names the keys that it knows there. */
    private static final String STRANGERS = """
        {"kind": "pipeline", "format": 1, "name": "p", "version": 1, "?": 0, "start": "a",
         "stages": [{"key": "a", "name": "A", "category": "lost", "wipLimit": {"leads": 1, "?": 0}, "?": 0,
           "lostReasons": [{"key": "r", "name": "R", "?": 0}]}],
         "reopen": {"?": 0}, "timed": [{"id": "t", "stage": "a", "after": "P1D", "tag": "x", "?": 0}],
         "transitions": [{"from": "a", "to": "b", "?": 0,
           "guards": [
             {"has": "email", "?": 0},
             {"score": {"atLeast": 1, "?": 0}, "?": 0},
             {"amount": {"currency": "EUR", "atLeast": 1, "?": 0}, "?": 0},
             {"tags": {"any": ["a"], "?": 0}, "?": 0},
             {"source": ["api"], "?": 0},
             {"consent": "contact", "?": 0},
             {"timeInStage": {"atLeast": "P1D", "?": 0}, "?": 0},
             {"actor": ["user"], "?": 0},
             {"host": "h", "?": 0},
             {"all": [{"has": "email"}], "?": 0},
             {"any": [{"has": "email"}], "?": 0},
             {"not": {"has": "email"}, "?": 0}]}]}
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
        "/transitions/0/guards/1/score/?, /$defs/scoreGuard/properties/score",
        "/transitions/0/guards/2/?, /$defs/amountGuard",
        "/transitions/0/guards/2/amount/?, /$defs/amountGuard/properties/amount",
        "/transitions/0/guards/3/?, /$defs/tagsGuard",
        "/transitions/0/guards/3/tags/?, /$defs/tagsGuard/properties/tags",
        "/transitions/0/guards/4/?, /$defs/sourceGuard",
        "/transitions/0/guards/5/?, /$defs/consentGuard",
        "/transitions/0/guards/6/?, /$defs/timeInStageGuard",
        "/transitions/0/guards/6/timeInStage/?, /$defs/timeInStageGuard/properties/timeInStage",
        "/transitions/0/guards/7/?, /$defs/actorGuard",
        "/transitions/0/guards/8/?, /$defs/hostGuard",
        "/transitions/0/guards/9/?, /$defs/allGuard",
        "/transitions/0/guards/10/?, /$defs/anyGuard",
        "/transitions/0/guards/11/?, /$defs/notGuard",
        "/stages/0/lostReasons/0/?, /$defs/lostReason"
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

    @Test
    void names_the_kinds_of_actors() {
        assertThat(texts("/$defs/actorGuard/properties/actor/items/enum")).isEqualTo(Guard.By.keys());
    }

    @Test
    void knows_every_guard_that_the_reader_knows() {
        var unknown = catchThrowableOfType(
                InvalidDefinitionException.class,
                () -> Pipeline.parse(STRANGERS.replace("{\"has\": \"email\", \"?\": 0}", "{\"?\": 0}")));
        String mend = unknown.problems().stream()
                .filter(problem -> problem.pointer().equals("/transitions/0/guards/0"))
                .map(Problem::mend)
                .findFirst()
                .orElseThrow();

        List<String> inSchema = ((JsonArray) at("/$defs/guard/oneOf"))
                .items().stream()
                        .map(item -> ((JsonString) ((JsonObject) item).members().get("$ref")).value())
                        .map(ref -> ref.substring("#/$defs/".length(), ref.length() - "Guard".length()))
                        .toList();

        assertThat(inSchema)
                .containsExactlyInAnyOrder(
                        mend.substring("write an object with one of: ".length()).split(", "));
    }

    @Test
    void takes_as_many_stages_as_the_check() {
        assertThat(at("/properties/stages/maxItems"))
                .isEqualTo(new JsonNumber(BigDecimal.valueOf(PipelineCheck.MAX_STAGES)));
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
