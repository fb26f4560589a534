package dev.leadkit.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import dev.leadkit.lead.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlansTest {
    private static final String DOCUMENT = """
        {"kind": "plans", "format": 1, "name": "acme", "version": 3,
         "plans": [
           {"key": "freemium",
            "otherwise": "hidden",
            "features": [
              {"feature": "leads", "access": "on"},
              {"feature": "list", "access": "read-only"},
              {"feature": "insights", "access": "locked-preview", "upgradeHint": "Insights come with Pro"}],
            "quotas": [{"quota": "open-leads", "most": 100, "upgradeHint": "Pro holds more"}],
            "captureWhileGated": false},
           {"key": "pro"}]}
        """;

    private static final Plan FREEMIUM = Plan.named("freemium")
            .otherwise(FeatureAccess.HIDDEN)
            .gate(Feature.LEADS, FeatureAccess.ON)
            .gate(Feature.LIST, FeatureAccess.READ_ONLY)
            .gate(Feature.INSIGHTS, FeatureAccess.LOCKED_PREVIEW, "Insights come with Pro")
            .limit(Quota.OPEN_LEADS, 100, "Pro holds more")
            .noCaptureWhileGated()
            .build();

    @Test
    void a_document_and_the_builder_make_the_same_plans() {
        Plans plans = Plans.parse(DOCUMENT);

        assertThat(plans)
                .isEqualTo(
                        new Plans("acme", 3, List.of(FREEMIUM, Plan.named("pro").build())));
        assertThat(Plans.parse(plans.toJson())).isEqualTo(plans);
        assertThat(plans.get("freemium")).isEqualTo(FREEMIUM);
        assertThat(plans.find("gold")).isEmpty();
        assertThatThrownBy(() -> plans.get("gold"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("plan: expected one of [freemium, pro], found another key");
    }

    @Test
    void a_plan_says_how_far_each_feature_is_open() {
        assertThat(FREEMIUM.gate(Feature.LEADS).access()).isEqualTo(FeatureAccess.ON);
        assertThat(FREEMIUM.gate(Feature.BULK)).isEqualTo(new Gate(FeatureAccess.HIDDEN, null));
        assertThat(FREEMIUM.captures()).isFalse();
        assertThat(Plan.EVERYTHING.captures()).isTrue();
        assertThat(Plan.named("p")
                        .gate(Feature.CAPTURE, FeatureAccess.HIDDEN)
                        .build()
                        .captures())
                .as("goes on behind the gate unless the plan says otherwise")
                .isTrue();
        for (Feature feature : Feature.values()) {
            assertThat(Plan.EVERYTHING.gate(feature)).isEqualTo(Gate.OPEN);
            assertThat(Feature.ofKey(feature.key())).contains(feature);
        }
    }

    @Test
    void every_problem_is_found_at_once() {
        var invalid = catchThrowableOfType(InvalidDefinitionException.class, () -> Plans.parse("""
            {"kind": "plans", "format": 1, "name": "acme", "version": 0,
             "plans": [
               {"key": "a", "otherwise": "off", "features": [
                 {"feature": "boards", "access": "on"},
                 {"feature": "list", "access": "locked"},
                 {"feature": "bulk"},
                 {"feature": "leads", "access": "on"}, {"feature": "leads", "access": "hidden"}],
                "quotas": [{"quota": "open-leads", "most": -1}, {"quota": "views", "most": 1.5},
                           {"quota": "views", "most": 2}, {"quota": "seats", "most": 2}],
                "captureWhileGated": "no"},
               {"key": "a", "feature": []}, {}]}
            """));

        assertThat(invalid.problems())
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "/version out-of-range",
                        "/plans/0/otherwise unknown-value",
                        "/plans/0/features/0/feature unknown-value",
                        "/plans/0/features/1/access unknown-value",
                        "/plans/0/features/2 missing",
                        "/plans/0/features/4/feature duplicate-feature",
                        "/plans/0/quotas/0/most out-of-range",
                        "/plans/0/quotas/1/most wrong-type",
                        "/plans/0/quotas/2/quota duplicate-quota",
                        "/plans/0/quotas/3/quota unknown-value",
                        "/plans/0/captureWhileGated wrong-type",
                        "/plans/1/key duplicate-key",
                        "/plans/1/feature unknown-key",
                        "/plans/2 missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"pipeline\",\"format\":1,\"name\":\"n\",\"version\":1,\"plans\":[{\"key\":\"a\"}]} | /kind wrong-kind",
                "{\"kind\":\"plans\",\"format\":2,\"name\":\"n\",\"version\":1,\"plans\":[{\"key\":\"a\"}]} | /format unknown-format",
                "{\"kind\":\"plans\",\"format\":1,\"name\":\"n\",\"version\":1,\"plans\":[]} | /plans empty",
                "{\"kind\":\"plans\",\"format\":1,\"name\":\"n\",\"version\":1} | ' missing'",
                "{\"kind\":\"plans\",\"format\":1,\"name\":\"n\",\"version\":1,\"plans\":[{\"key\":\" \"}]} | /plans/0/key blank",
                "{\"kind\":\"plans\",\"format\":1,\"name\":\"n\",\"version\":1,\"plans\":[{\"key\":\"a\\tb\"}]} | /plans/0/key not-an-id"
            })
    void a_problem_is_told_with_its_place(String json, String expected) {
        var invalid = catchThrowableOfType(InvalidDefinitionException.class, () -> Plans.parse(json));

        assertThat(invalid.problems())
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactly(expected);
    }

    @Test
    void a_file_that_is_not_there_is_a_problem() {
        assertThatThrownBy(() -> Plans.read(Path.of("no-such-file.json")))
                .isInstanceOf(InvalidDefinitionException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/?, ''",
        "/plans/0/?, /$defs/plan",
        "/plans/0/features/0/?, /$defs/gate",
        "/plans/0/quotas/0/?, /$defs/limit"
    })
    void the_schema_lists_exactly_the_keys_that_the_reader_knows(String stranger, String object) {
        var invalid = catchThrowableOfType(InvalidDefinitionException.class, () -> Plans.parse("""
            {"kind": "plans", "format": 1, "name": "p", "version": 1, "?": 0, "plans": [{"key": "a", "?": 0,
              "features": [{"feature": "bulk", "access": "on", "?": 0}],
              "quotas": [{"quota": "views", "most": 1, "?": 0}]}]}
            """));

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

    @Test
    void the_schema_names_features_accesses_and_quotas() {
        assertThat(texts("/$defs/gate/properties/feature/enum")).isEqualTo(Feature.KEYS);
        assertThat(texts("/$defs/access/enum")).isEqualTo(FeatureAccess.KEYS);
        assertThat(texts("/$defs/limit/properties/quota/enum")).isEqualTo(Quota.KEYS);
    }

    private static List<String> texts(String pointer) {
        return ((JsonArray) at(pointer))
                .items().stream().map(text -> ((JsonString) text).value()).toList();
    }

    private static JsonValue at(String pointer) {
        JsonValue value =
                JsonText.parse(DefinitionReader.resource(Plans.class.getResourceAsStream("plans.schema.json")));
        for (String key : pointer.substring(1).split("/")) {
            value = ((JsonObject) value).members().get(key);
        }
        return value;
    }
}
