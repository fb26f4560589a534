package dev.leadkit.capture.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureRulesTest {
    private static final String HEAD = "{\"kind\":\"capture-rules\",\"format\":1,\"name\":\"r\",\"version\":1,";

    @Test
    void the_standard_rules_are_the_three_usual_triggers() {
        assertThat(CaptureRules.standard().policy()).isEqualTo(CapturePolicy.BY_RULE);
        assertThat(CaptureRules.standard().rules())
                .extracting(CaptureRule::id)
                .containsExactly("contact-given", "marked-qualified", "purchase-intent");
    }

    @Test
    void the_builder_and_the_document_make_the_same_rules() {
        CaptureRules parsed = CaptureRules.parse(HEAD + """
                "policy":"by-rule","rules":[
                  {"id":"a","priority":1,"when":{"any":[{"contact":"email"},{"channel":["whatsapp"]}]},
                   "then":{"createLead":true,"stage":"contacted","tags":["x"],"assign":"ann",
                           "amount":{"amount":"12.50","currency":"EUR"}}},
                  {"id":"b","priority":2,"when":{"all":[{"not":{"marked":"qualified"}},
                   {"intent":"qualified","atLeast":0.7},{"score":{"atLeast":70}},{"tags":{"any":["vip"]}}]},
                   "then":{"amount":"budget"},"stop":true,"cooldown":"PT1H"}]}
                """);

        CaptureRules built = CaptureRules.named("r")
                .rule(CaptureRule.of(
                                "a",
                                Condition.any(Condition.contact(ContactKind.EMAIL), Condition.channel("whatsapp")),
                                Effect.lead()
                                        .stage("contacted")
                                        .tags("x")
                                        .assignee("ann")
                                        .amount(Money.of("12.50", "EUR")))
                        .withPriority(1))
                .rule(CaptureRule.of(
                                "b",
                                Condition.all(
                                        Condition.not(Condition.markedQualified()),
                                        Condition.intent(IntentKind.QUALIFIED, 0.7),
                                        Condition.scoreAtLeast(70),
                                        Condition.taggedAny("vip")),
                                Effect.nothing().budgetAsAmount())
                        .withPriority(2)
                        .stopping()
                        .withCooldown(Duration.ofHours(1)))
                .build();

        assertThat(parsed.rules()).isEqualTo(built.rules());
        assertThat(parsed.rules()).extracting(CaptureRule::id).containsExactly("b", "a");
    }

    @Test
    void all_mistakes_are_reported_at_once_with_their_places() {
        String json = HEAD + """
                "policy":"everybody","rules":[
                  {"id":"a","when":{"contact":"fax"},"then":{"createLead":true}},
                  {"id":"a","when":{"text":{"matches":"(["}},"then":{"createLead":true}},
                  {"id":"c","when":{"intent":"purchase","atLeast":2},"then":{}},
                  {"id":"d","when":{"weather":"fine"},"then":{"createLead":"yes","colour":"red"}}]}
                """;

        assertThat(problems(json))
                .contains(
                        "/policy unknown-value",
                        "/rules/0/when/contact unknown-value",
                        "/rules/1/id duplicate-rule",
                        "/rules/1/when/text/matches bad-pattern",
                        "/rules/2/when/atLeast out-of-range",
                        "/rules/2/then empty",
                        "/rules/3/when unknown-condition",
                        "/rules/3/then/createLead wrong-type",
                        "/rules/3/then/colour unknown-key")
                .hasSize(9);
    }

    @Test
    void conditions_nest_only_so_deep() {
        String when = "{\"contact\":\"any\"}";
        for (int i = 0; i < 12; i++) {
            when = "{\"not\":" + when + "}";
        }

        assertThat(problems(HEAD + "\"policy\":\"by-rule\",\"rules\":[{\"id\":\"a\",\"when\":" + when
                        + ",\"then\":{\"createLead\":true}}]}"))
                .singleElement()
                .asString()
                .endsWith("too-deep");
    }

    private static List<String> problems(String json) {
        try {
            CaptureRules.parse(json);
        } catch (InvalidDefinitionException refused) {
            return refused.problems().stream()
                    .map(problem -> problem.pointer() + " " + problem.code())
                    .toList();
        }
        return List.of();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?:a{1,100}){1,100}b",
                "a{2000}",
                "(?:a?a?a?a?a?a?a?a?a?a?){1000}b",
                "(unclosed",
                "(?<name",
                "[z-a]"
            })
    void refuses_patterns_that_are_broken_or_cost_too_much(String pattern) {
        assertThatThrownBy(() -> TextPattern.of(pattern)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refuses_deep_nesting_and_long_patterns() {
        assertThatThrownBy(() -> TextPattern.of("(".repeat(3000) + ")".repeat(3000)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> TextPattern.of("a".repeat(1001))).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({"\\bdemo\\b,a demo please,2,6", "(?i)DEMO,a demo,2,6", "a{3},baaa,1,4"})
    void finds_the_first_match(String pattern, String text, int start, int end) {
        assertThat(TextPattern.of(pattern).find(text)).containsExactly(start, end);
    }

    @Test
    void a_problem_says_where_what_and_how_to_mend_it() {
        assertThatThrownBy(() -> CaptureRules.parse(HEAD + "\"policy\":\"by-rule\",\"rules\":[],\"rules\":[]}"))
                .isInstanceOf(InvalidDefinitionException.class)
                .extracting(thrown -> ((InvalidDefinitionException) thrown).problems(), list(Problem.class))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.pointer()).isEqualTo("/rules");
                    assertThat(problem.code()).isEqualTo("duplicate-key");
                    assertThat(problem.mend()).isNotBlank();
                });
    }

    @Test
    void what_a_rule_writes_is_checked_before_it_writes_it() {
        assertThat(problems(HEAD + "\"policy\":\"by-rule\",\"rules\":[{\"id\":\"a\",\"when\":{\"contact\":\"any\"},"
                        + "\"then\":{\"tags\":[\"a\\u0000b\"]},\"cooldown\":\"PT2562047788015215H\"}]}"))
                .containsExactly("/rules/0/then/tags/0 wrong-type", "/rules/0/cooldown out-of-range");
        assertThatThrownBy(() -> Effect.nothing().tags("x".repeat(5000))).isInstanceOf(InvalidInputException.class);
        assertThat(Effect.nothing().tags(" vip ").tags()).containsExactly("vip");
    }
}
