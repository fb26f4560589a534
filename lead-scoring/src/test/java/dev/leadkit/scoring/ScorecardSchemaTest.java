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
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the schema and the reader together. */
class ScorecardSchemaTest {

    /** One stranger in each kind of object, so that the reader names the keys that it knows there. */
    private static final String STRANGERS = """
        {"kind": "scorecard", "format": 1, "name": "c", "version": 1, "?": 0,
         "groups": [{"id": "g", "label": "G", "cap": 5, "?": 0}],
         "factors": [
           {"id": "q", "label": "Q", "dimension": "fit", "input": "amount", "?": 0,
            "bins": [{"from": 1, "points": 1, "?": 0}], "decay": {"halfLife": "P1D", "?": 0}},
           {"id": "r", "label": "R", "dimension": "fit", "input": "amount", "each": 1, "repeat": {"first": 2, "?": 0},
            "decay": {"steps": [{"after": "P1D", "keep": 0.5, "?": 0}]}},
           {"id": "s", "label": "S", "dimension": "fit", "input": "amount", "with": "source",
            "cells": [{"bin": {"from": 1, "?": 0}, "with": {"equals": "api"}, "points": 1, "?": 0}]}],
         "bands": [{"key": "any", "from": 0, "?": 0}],
         "calibration": {"kind": "%s"},
         "bandsBy": {"rule": "%s"}}
        """;

    private static final String CURVE = "points\", \"points\": [{\"sum\": 0, \"probability\": 0, \"?\": 0}], \"?\": \"";
    private static final String LINE = "logistic\", \"intercept\": 0, \"slope\": 1, \"?\": \"";
    private static final String SHARES = "rank\", \"shares\": [{\"band\": \"any\", \"share\": 1, \"?\": 0}], \"?\": \"";
    private static final String STARTS =
            "probability\", \"probabilities\": [{\"band\": \"any\", \"from\": 1, \"?\": 0}], \"?\": \"";

    private final JsonValue schema =
            JsonText.parse(DefinitionReader.resource(Scorecard.class.getResourceAsStream("scorecard.schema.json")));

    @ParameterizedTest
    @CsvSource({
        "/?, /properties",
        "/factors/0/?, /$defs/factor/properties",
        "/factors/0/bins/0/?, /$defs/bin/properties",
        "/factors/0/decay/?, /$defs/decay/properties",
        "/groups/0/?, /$defs/group/properties",
        "/factors/1/repeat/?, /$defs/counted/properties",
        "/factors/1/decay/steps/0/?, /$defs/step/properties",
        "/factors/2/cells/0/?, /$defs/cell/properties",
        "/factors/2/cells/0/bin/?, /$defs/values/properties",
        "/bands/0/?, /$defs/band/properties",
        "/calibration/points/0/?, /$defs/point/properties",
        "/bandsBy/shares/0/?, /$defs/shareOfBand/properties"
    })
    void lists_exactly_the_keys_that_the_reader_knows(String stranger, String properties) {
        assertThat(members(properties)).containsExactlyInAnyOrderElementsOf(known(stranger, CURVE, SHARES));
    }

    @Test
    void lists_the_keys_of_all_kinds_of_calibration_and_of_all_rules() {
        assertThat(members("/$defs/calibration/properties"))
                .containsExactlyInAnyOrderElementsOf(
                        union(known("/calibration/?", CURVE, SHARES), known("/calibration/?", LINE, SHARES)));
        assertThat(members("/$defs/bandsBy/properties"))
                .containsExactlyInAnyOrderElementsOf(
                        union(known("/bandsBy/?", CURVE, SHARES), known("/bandsBy/?", CURVE, STARTS)));
        assertThat(members("/$defs/startOfBand/properties"))
                .containsExactlyInAnyOrderElementsOf(known("/bandsBy/probabilities/0/?", CURVE, STARTS));
    }

    /** The keys that the reader knows beside a stranger. */
    private static Set<String> known(String stranger, String calibration, String bandsBy) {
        var invalid = catchThrowableOfType(
                InvalidDefinitionException.class, () -> Scorecard.parse(STRANGERS.formatted(calibration, bandsBy)));
        String mend = invalid.problems().stream()
                .filter(problem -> problem.pointer().equals(stranger))
                .map(Problem::mend)
                .findFirst()
                .orElseThrow();
        return Set.of(mend.substring("use one of: ".length()).split(", "));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    @Test
    void shuts_out_every_other_key() {
        assertThat(at("/additionalProperties")).isEqualTo(new JsonValue.JsonBoolean(false));
        for (String object : members("/$defs").stream().map("/$defs/"::concat).toList()) {
            JsonObject definition = (JsonObject) at(object);
            if (definition.members().containsKey("properties")) {
                assertThat(definition.members().get("additionalProperties"))
                        .as(object)
                        .isEqualTo(new JsonValue.JsonBoolean(false));
            }
        }
    }

    @Test
    void names_the_inputs_of_a_lead() {
        assertThat(texts("/$defs/input/examples")).isEqualTo(LeadInput.names());
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
