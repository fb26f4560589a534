package dev.leadkit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import dev.leadkit.lead.InvalidInputException;
import java.time.Period;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionRulesTest {
    @Test
    void a_document_and_the_builder_make_the_same_rules() {
        RetentionRules rules = RetentionRules.parse("""
            {"kind": "retention", "format": 1, "name": "house", "version": 2, "rules": [
              {"id": "visitors", "class": "anonymous", "keep": "P30D"},
              {"id": "lost-early", "class": "lost", "stages": ["lost"], "keep": "P1Y6M"}]}
            """);

        assertThat(rules)
                .isEqualTo(RetentionRules.named("house")
                        .version(2)
                        .rule(RetentionRule.of("visitors", LeadClass.ANONYMOUS, Period.ofDays(30)))
                        .rule(RetentionRule.of("lost-early", LeadClass.LOST, Period.of(1, 6, 0))
                                .inStage("lost"))
                        .build());
        assertThat(RetentionRules.parse(rules.toJson())).isEqualTo(rules);
        assertThat(rules.reference(rules.rules().get(0))).isEqualTo("house@2:visitors");
    }

    @Test
    void every_problem_is_found_at_once() {
        var invalid = catchThrowableOfType(InvalidDefinitionException.class, () -> RetentionRules.parse("""
            {"kind": "retention", "format": 1, "name": "house", "version": 1, "rules": [
              {"id": "a", "class": "dead", "keep": "P30D"},
              {"id": "a", "class": "lost", "keep": "30 days", "stage": "lost"},
              {"id": "b\\n", "class": "won", "keep": "P1Y"},
              {"class": "open", "stages": []}]}
            """));

        assertThat(invalid.problems())
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "/rules/0/class unknown-value",
                        "/rules/1/id duplicate-id",
                        "/rules/1/keep not-a-period",
                        "/rules/1/stage unknown-key",
                        "/rules/2/id not-an-id",
                        "/rules/3 missing",
                        "/rules/3 missing",
                        "/rules/3/stages empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "-P1D", "P-1D", "P1D-", "PT1H", "P101Y", "P999999999999D", "P1Y-1M", "P40000D"})
    void a_period_that_is_none_is_a_problem(String keep) {
        var invalid =
                catchThrowableOfType(InvalidDefinitionException.class, () -> RetentionRules.parse("""
            {"kind": "retention", "format": 1, "name": "house", "version": 1, "rules": [
              {"id": "a", "class": "lost", "keep": "%s"}]}
            """.formatted(keep)));

        assertThat(invalid.problems()).extracting(Problem::code).containsExactly("not-a-period");
    }

    @Test
    void no_rule_keeps_a_lead_for_longer_than_a_century() {
        assertThatThrownBy(() -> RetentionRule.of("a", LeadClass.OPEN, Period.ofYears(9999)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("up to 100 years");
        assertThat(RetentionRule.of("a", LeadClass.OPEN, Period.ofYears(100)).keep())
                .isEqualTo(Period.ofYears(100));
    }

    @Test
    void a_name_that_no_receipt_can_hold_is_a_problem() {
        var invalid = catchThrowableOfType(InvalidDefinitionException.class, () -> RetentionRules.parse("""
            {"kind": "retention", "format": 1, "name": "ho\\tuse", "version": 1, "rules": [
              {"id": "a", "class": "lost", "keep": "P1D"}]}
            """));

        assertThat(invalid.problems())
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactly("/name not-an-id");
    }

    @Test
    void rules_of_one_id_or_no_time_are_refused() {
        var rule = RetentionRule.of("a", LeadClass.LOST, Period.ofDays(1));

        assertThatThrownBy(() ->
                        RetentionRules.named("house").rule(rule).rule(rule).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RetentionRule.of("a", LeadClass.LOST, Period.ZERO))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({"/?, ''", "/rules/0/?, /$defs/rule"})
    void the_schema_lists_exactly_the_keys_that_the_reader_knows(String stranger, String object) {
        var invalid = catchThrowableOfType(InvalidDefinitionException.class, () -> RetentionRules.parse("""
            {"kind": "retention", "format": 1, "name": "p", "version": 1, "?": 0, "rules": [
              {"id": "a", "class": "won", "keep": "P1Y", "?": 0}]}
            """));

        String mend = invalid.problems().stream()
                .filter(problem -> problem.pointer().equals(stranger))
                .map(Problem::mend)
                .findFirst()
                .orElseThrow();

        assertThat(((JsonObject) at(object + "/properties")).members().keySet())
                .containsExactlyInAnyOrder(
                        mend.substring("use one of: ".length()).split(", "));
    }

    @Test
    void the_schema_names_the_classes_and_takes_the_periods_that_the_reader_takes() {
        assertThat(((JsonArray) at("/$defs/rule/properties/class/enum")).items())
                .extracting(text -> ((JsonString) text).value())
                .isEqualTo(LeadClass.KEYS);
        String pattern = ((JsonString) at("/$defs/rule/properties/keep/pattern")).value();
        assertThat(Set.of("P90D", "P6M", "P10Y", "P1Y2M3W4D")).allMatch(keep -> keep.matches(pattern));
        assertThat(Set.of("P", "90D", "PT1H", "P1D2Y", "P-1D")).noneMatch(keep -> keep.matches(pattern));
    }

    private static JsonValue at(String pointer) {
        JsonValue value = JsonText.parse(
                DefinitionReader.resource(RetentionRules.class.getResourceAsStream("retention.schema.json")));
        for (String key : pointer.substring(1).split("/")) {
            value = ((JsonObject) value).members().get(key);
        }
        return value;
    }
}
