package dev.leadkit.examples.leaddesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.scoring.Scorecard;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DraftTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void names_the_line_of_each_problem_from_the_top_down() {
        String text = PrettyJson.of(Pipeline.sixStage().toJson())
                .replace("\"category\": \"won\"", "\"category\": \"win\"")
                .replace("\"format\": 1", "\"format\": 9");
        List<String> lines = text.lines().toList();

        Draft<Pipeline> draft = Draft.read(text, Pipeline::parse);

        assertThat(draft.value()).isNull();
        assertThat(draft.problems()).isSortedAccordingTo((one, other) -> one.line() - other.line());
        assertThat(draft.problems())
                .filteredOn(each -> each.problem().pointer().endsWith("/category"))
                .singleElement()
                .satisfies(each -> assertThat(lines.get(each.line() - 1)).contains("\"win\""));
        assertThat(draft.problems())
                .filteredOn(each -> each.problem().pointer().equals("/format"))
                .singleElement()
                .satisfies(each -> assertThat(lines.get(each.line() - 1)).contains("\"format\": 9"));
    }

    @Test
    void names_the_line_in_which_a_text_is_no_json_any_more() {
        assertThat(Draft.read("{\n  \"kind\": \"scorecard\",\n  oops\n}", Scorecard::parse)
                        .problems())
                .singleElement()
                .satisfies(each -> assertThat(each.line()).isEqualTo(3));
    }

    @Test
    void names_the_line_of_what_is_around_a_missing_member() {
        String text = "{\n \"kind\": \"capture-rules\", \"format\": 1, \"name\": \"x\", \"version\": 1,\n"
                + " \"policy\": \"by-rule\", \"rules\": [\n  {\"id\": \"a\"}]}";

        assertThat(Draft.read(text, CaptureRules::parse).problems())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.line()).isEqualTo(4));
    }

    @Test
    void a_text_without_problems_has_a_value() {
        Draft<Scorecard> draft = Draft.read(PrettyJson.of(Scorecard.standard().toJson()), Scorecard::parse);

        assertThat(draft.problems()).isEmpty();
        assertThat(draft.value()).isNotNull();
    }

    @Test
    void pretty_json_says_the_same_in_lines_that_fit() {
        for (String json : List.of(
                Pipeline.sixStage().toJson(),
                CaptureRules.standard().toJson(),
                Scorecard.standard().toJson(),
                "{\"text\":\"a \\\"quoted\\\" <b> \\u202e\",\"empty\":{},\"none\":[],\"deep\":[[1,2.50],{\"a\":null}]}")) {
            String pretty = PrettyJson.of(json);

            assertThat(JSON.readTree(pretty)).isEqualTo(JSON.readTree(json));
            assertThat(pretty.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(97));
        }
    }

    @Test
    void says_rules_in_words() {
        CaptureRules rules = CaptureRules.parse("""
                {"kind": "capture-rules", "format": 1, "name": "words", "version": 1, "policy": "by-rule", "rules": [
                  {"id": "night", "when": {"all": [{"contact": "email"}, {"any": [{"intent": "purchase", "atLeast": 0.6},
                    {"not": {"marked": "qualified"}}]}]},
                   "then": {"createLead": true, "tags": ["vip"]}, "stop": true}]}""");

        assertThat(RuleWords.of(rules))
                .containsExactly(new RuleWords(
                        "night",
                        "contact given: email and (intent: purchase, at least 0.6 or not (marked as qualified))",
                        "make it a lead, tag vip, then stop"));
    }
}
