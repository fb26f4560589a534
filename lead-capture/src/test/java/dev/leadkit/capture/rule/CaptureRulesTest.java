package dev.leadkit.capture.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.leadkit.capture.text.Beginning;
import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    void a_name_said_twice_counts_once_in_code_as_in_a_document() {
        CaptureRules parsed = CaptureRules.parse(HEAD + """
                "policy":"by-rule","rules":[{"id":"a","when":{"all":[
                   {"channel":["web","web"]},{"tags":{"any":["x","x"]}},{"tags":{"all":["y","y"]}},
                   {"tags":{"none":["z","z"]}},{"attribute":{"name":"page","any":["p","p"]}}]},
                   "then":{"createLead":true,"tags":["t","t"]}}]}
                """);

        Condition when = Condition.all(
                Condition.channel("web", "web"),
                Condition.taggedAny("x", "x"),
                Condition.taggedAll("y", "y"),
                Condition.taggedNone("z", "z"),
                Condition.attribute("page", "p", "p"));
        CaptureRule built = CaptureRule.of("a", when, Effect.lead().tags("t", "t"));

        assertThat(parsed.rules()).containsExactly(built);
    }

    @Test
    void what_came_with_the_whole_grammar_is_built_and_read_alike() {
        CaptureRules parsed = CaptureRules.parse(HEAD + """
                "policy":"by-rule","rules":[
                  {"id":"a","when":{"all":[
                    {"tags":{"any":["vip"],"all":["x","y"],"none":["spam"]}},
                    {"time":{"zone":"Europe/Oslo","days":["mon","fri"],"from":"22:00","until":"02:00"}},
                    {"time":{"zone":"Z"}},
                    {"messages":{"atLeast":3}},{"questions":{"atLeast":2}},
                    {"budget":{"atLeast":"5000","currency":"EUR"}},
                    {"attribute":{"name":"campaign","any":["spring"]}},{"attribute":{"name":"page"}},
                    {"contact":"company"}]},
                   "then":{"createLead":true,"assign":{"roundRobin":["ann","ben"]}}},
                  {"id":"b","when":{"contact":"any"},
                   "then":{"assign":{"capacity":[{"user":"ann","share":3},{"user":"ben","share":1}]}}}]}
                """);

        CaptureRules built = CaptureRules.named("r")
                .rule(CaptureRule.of(
                        "a",
                        Condition.all(
                                new Condition.Tagged(Set.of("vip"), Set.of("x", "y"), Set.of("spam")),
                                Condition.at(TimeWindow.in(ZoneId.of("Europe/Oslo"))
                                        .on(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
                                        .between(LocalTime.of(22, 0), LocalTime.of(2, 0))),
                                Condition.at(TimeWindow.in(ZoneId.of("Z"))),
                                Condition.messages(3),
                                Condition.questions(2),
                                Condition.budgetAtLeast(Money.of("5000", "EUR")),
                                Condition.attribute("campaign", "spring"),
                                Condition.attribute("page"),
                                Condition.contact(ContactKind.COMPANY)),
                        Effect.lead().assign(Assignment.roundRobin("ann", "ben"))))
                .rule(CaptureRule.of(
                        "b",
                        Condition.contact(ContactKind.ANY),
                        Effect.nothing()
                                .assign(Assignment.byCapacity(
                                        new Assignment.Share("ann", 3), new Assignment.Share("ben", 1)))))
                .build();

        assertThat(parsed).isEqualTo(built).hasSameHashCodeAs(built);
        assertThat(CaptureRules.parse(parsed.toJson())).isEqualTo(parsed);
        assertThat(parsed.attributes()).containsExactly("campaign", "page");
    }

    @Test
    void mistakes_in_the_newer_kinds_have_their_places_too() {
        String json = HEAD + """
                "policy":"by-rule","rules":[
                  {"id":"a","when":{"time":{"zone":"Mars/Olympus","days":["monday"]}},"then":{"createLead":true}},
                  {"id":"b","when":{"time":{"zone":"Z","from":"9 o'clock"}},"then":{"createLead":true}},
                  {"id":"c","when":{"time":{"zone":"Z","from":"09:00","until":"09:00"}},"then":{"createLead":true}},
                  {"id":"d","when":{"messages":{"atLeast":0}},"then":{"assign":{"roundRobin":["ann","ann"]}}},
                  {"id":"e","when":{"budget":{"atLeast":"much","currency":"EUR"}},"then":{"assign":{}}},
                  {"id":"f","when":{"tags":{}},"then":{"assign":{"capacity":[{"user":"ann","share":0}]}}},
                  {"id":"g","when":{"channel":[]},"then":{"assign":{"roundRobin":["a"],"capacity":[]}}},
                  {"id":"h","when":{"attribute":{"any":["x"]}},"then":{"assign":7}},
                  {"id":"i","when":{"time":{"zone":"Z7","from":"09:00","until":"09:00"}},"then":{"createLead":true}}]}
                """;

        assertThat(problems(json))
                .containsExactlyInAnyOrder(
                        "/rules/0/when/time/zone bad-time",
                        "/rules/0/when/time/days unknown-value",
                        "/rules/1/when/time/from bad-time",
                        "/rules/2/when/time bad-value",
                        "/rules/8/when/time/zone bad-time",
                        "/rules/8/when/time bad-value",
                        "/rules/3/when/messages/atLeast out-of-range",
                        "/rules/3/then/assign bad-value",
                        "/rules/4/when/budget/atLeast bad-amount",
                        "/rules/4/then/assign unknown-assignment",
                        "/rules/5/when/tags empty",
                        "/rules/5/then/assign/capacity/0/share out-of-range",
                        "/rules/5/then/assign bad-value",
                        "/rules/6/when/channel empty",
                        "/rules/6/then/assign unknown-assignment",
                        "/rules/7/when/attribute missing",
                        "/rules/7/then/assign wrong-type");
    }

    @Test
    void many_steps_of_patterns_are_searched_for_in_less_of_a_message_and_a_warning_says_so() {
        var few = CaptureRules.named("few")
                .rule(CaptureRule.of("r", Condition.text("a{305}"), Effect.lead()))
                .build();
        var many = CaptureRules.named("many")
                .rule(CaptureRule.of("r", Condition.text("a{1000}"), Effect.lead()))
                .build();

        assertThat(few.searchedCharacters()).isGreaterThan(Beginning.ANALYSED);
        assertThat(few.warnings()).isEmpty();
        assertThat(many.searchedCharacters()).isEqualTo(20_000);
        assertThat(many.warnings())
                .singleElement()
                .hasToString(
                        "/rules: searched-in-part: the patterns have 1000 steps together, so that only the first 20000 characters"
                                + " of a message are searched; repeat less in them, or join some: up to 305 steps messages are"
                                + " searched whole");
        assertThat(CaptureRules.standard().warnings()).isEmpty();
    }

    @Test
    void a_document_grows_only_so_large() {
        String rule = "{\"id\":\"r%d\",\"when\":%s,\"then\":{\"createLead\":true}}";
        String manyRules = IntStream.range(0, 501)
                .mapToObj(i -> rule.formatted(i, "{\"contact\":\"any\"}"))
                .collect(Collectors.joining(","));
        String manyPatterns = IntStream.range(0, 201)
                .mapToObj(i -> rule.formatted(i, "{\"text\":{\"matches\":\"x" + i + "\"}}"))
                .collect(Collectors.joining(","));
        String largePatterns = IntStream.range(0, 30)
                .mapToObj(i -> rule.formatted(i, "{\"text\":{\"matches\":\"x" + i + "a{900}\"}}"))
                .collect(Collectors.joining(","));
        String parts = "{\"contact\":\"any\"},".repeat(100) + "{\"contact\":\"any\"}";
        String full = "{\"any\":[" + "{\"contact\":\"any\"},".repeat(99) + "{\"contact\":\"any\"}]}";
        String manyConditions =
                IntStream.range(0, 50).mapToObj(i -> rule.formatted(i, full)).collect(Collectors.joining(","));

        assertThat(problems(HEAD + "\"policy\":\"by-rule\",\"rules\":[" + manyRules + "]}"))
                .containsExactly("/rules too-many");
        assertThat(problems(HEAD + "\"policy\":\"by-rule\",\"rules\":[" + manyPatterns + "]}"))
                .containsExactly("/rules too-many");
        assertThat(problems(HEAD + "\"policy\":\"by-rule\",\"rules\":[" + largePatterns + "]}"))
                .containsExactly("/rules too-many");
        assertThat(problems(HEAD + "\"policy\":\"by-rule\",\"rules\":[" + rule.formatted(0, "{\"any\":[" + parts + "]}")
                        + "]}"))
                .containsExactly("/rules/0/when/any too-many");
        assertThat(problems(HEAD + "\"policy\":\"by-rule\",\"rules\":[" + manyConditions + "]}"))
                .containsExactly("/rules too-many");
    }

    @Test
    void a_rule_has_a_condition_and_an_effect() {
        assertThatThrownBy(() -> new CaptureRule("r", 0, null, Effect.lead(), false, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("when");
        assertThatThrownBy(() -> new CaptureRule("r", 0, Condition.markedQualified(), null, false, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("then");
    }

    @Test
    void the_builder_names_the_place_of_a_problem_as_the_document_would() {
        CaptureRules.Builder twice = CaptureRules.named("r")
                .rule(CaptureRule.of("a", Condition.contact(ContactKind.ANY), Effect.lead()))
                .rule(CaptureRule.of("a", Condition.all(), Effect.nothing()));

        assertThatThrownBy(twice::build)
                .isInstanceOf(InvalidDefinitionException.class)
                .extracting(thrown -> ((InvalidDefinitionException) thrown).problems(), list(Problem.class))
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactly("/rules/1/id duplicate-rule", "/rules/1/when/all empty");
    }

    @Test
    void conditions_in_code_nest_only_so_deep_too() {
        Condition deep = Condition.contact(ContactKind.ANY);
        for (int i = 0; i < 9; i++) {
            deep = Condition.not(deep);
        }
        Condition deepest = deep;

        assertThat(deepest.depth()).isEqualTo(10);
        assertThat(deepest.size()).isEqualTo(10);
        assertThatThrownBy(() -> Condition.not(deepest)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Condition.any(deepest)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Condition.intent(IntentKind.PURCHASE, Double.NaN))
                .isInstanceOf(InvalidInputException.class);
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
    void an_unknown_key_is_told_with_all_that_are_known() {
        assertThatThrownBy(() -> CaptureRules.parse(HEAD + "\"policy\":\"everyone\",\"lead\":\"one-open\"}"))
                .hasMessageContaining("there is no \"lead\" here")
                .hasMessageContaining("leads, name, policy, rules");
    }

    @Test
    void a_cooldown_is_told_why_it_is_none() {
        String rule = HEAD
                + "\"policy\":\"by-rule\",\"rules\":[{\"id\":\"a\",\"when\":{\"contact\":\"any\"},\"then\":{\"createLead\":true},"
                + "\"cooldown\":\"%s\"}]}";

        assertThatThrownBy(() -> CaptureRules.parse(rule.formatted("PT0S")))
                .hasMessageContaining("not-a-duration: expected a time longer than zero, found \"PT0S\"");
        assertThatThrownBy(() -> CaptureRules.parse(rule.formatted("P1M")))
                .hasMessageContaining("not-a-duration: expected days, hours, minutes or seconds, found \"P1M\"");
        assertThatThrownBy(() -> CaptureRules.parse(rule.formatted("a day")))
                .hasMessageContaining("not-a-duration: expected an ISO 8601 duration, found \"a day\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p1d", "+P1D", "P+1D", "PT1H-5M", "PT1,5S", "PT1.S"})
    void a_cooldown_is_written_as_the_schema_has_it(String cooldown) {
        assertThat(problems(
                        rule("{\"contact\":\"any\"}", "{\"createLead\":true}", ",\"cooldown\":\"" + cooldown + "\"")))
                .containsExactly("/rules/0/cooldown not-a-duration");
    }

    @Test
    void a_time_of_day_ends_with_a_digit() {
        assertThat(problems(rule("{\"time\":{\"zone\":\"Z\",\"from\":\"09:00:00.\"}}", "{\"createLead\":true}", "")))
                .containsExactly("/rules/0/when/time/from bad-time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1", "\u0661\u0662", ".5"})
    void an_amount_begins_with_a_digit(String amount) {
        String money = "{\"%s\":\"" + amount + "\",\"currency\":\"EUR\"}";

        assertThat(problems(rule(
                        "{\"budget\":" + money.formatted("atLeast") + "}",
                        "{\"amount\":" + money.formatted("amount") + "}",
                        "")))
                .containsExactly("/rules/0/when/budget/atLeast bad-amount", "/rules/0/then/amount/amount bad-amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\uFEFF", "\u2007 \u202F"})
    void blanks_that_do_not_break_are_blank(String blank) {
        String rules = rule("{\"contact\":\"any\"}", "{\"tags\":[\"" + blank + "\"]}", "");

        assertThat(problems(rules)).containsExactly("/rules/0/then/tags/0 wrong-type");
        assertThat(problems(rules.replace("\"id\":\"a\"", "\"id\":\"" + blank + "\"")))
                .contains("/rules/0/id blank");
    }

    private static String rule(String when, String then, String more) {
        return HEAD + "\"policy\":\"by-rule\",\"rules\":[{\"id\":\"a\",\"when\":" + when + ",\"then\":" + then + more
                + "}]}";
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

    @Test
    void a_document_may_be_as_large_as_that() {
        String rule = "{\"id\":\"r%d\",\"when\":%s,\"then\":{\"createLead\":true}}";
        String rules = IntStream.range(0, 500)
                .mapToObj(i -> rule.formatted(i, "{\"contact\":\"any\"}"))
                .collect(Collectors.joining(","));

        assertThat(CaptureRules.parse(HEAD + "\"policy\":\"by-rule\",\"rules\":[" + rules + "]}")
                        .rules())
                .hasSize(500);
    }

    @Test
    void an_effect_is_read_as_it_is_written() {
        Effect then = then("{\"createLead\":true,\"stage\":\"contacted\",\"tags\":[\"x\"],\"assign\":\"ann\","
                + "\"amount\":{\"amount\":\"12.50\",\"currency\":\"EUR\"},"
                + "\"consent\":{\"purpose\":\"contact\",\"basis\":\"contract\",\"textVersion\":\"v2\"}}");

        assertThat(then.createLead()).isTrue();
        assertThat(then.stage()).isEqualTo("contacted");
        assertThat(then.tags()).containsExactly("x");
        assertThat(then.assign()).isEqualTo(Assignment.to("ann"));
        assertThat(then.amount()).isEqualTo(Money.of("12.50", "EUR"));
        assertThat(then.amountFromBudget()).isFalse();
        assertThat(then.consent())
                .isEqualTo(Consent.to("contact").basis("contract").text("v2"));
        assertThat(then("{\"amount\":\"budget\"}").amountFromBudget()).isTrue();
        assertThat(then("{\"consent\":{\"purpose\":\"contact\",\"given\":false}}")
                        .consent())
                .isEqualTo(Consent.withdrawnFrom("contact"));
        assertThat(then("{\"assign\":{\"roundRobin\":[\"ann\",\"ben\"]}}").assign())
                .isEqualTo(Assignment.roundRobin("ann", "ben"));
        assertThat(then("{\"assign\":{\"capacity\":[{\"user\":\"ann\",\"share\":2}]}}")
                        .assign())
                .isEqualTo(Assignment.byCapacity(new Assignment.Share("ann", 2)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"amount":{"amount":"12.50"}} | /rules/0/then/amount missing
        {"amount":{"currency":"EUR"}} | /rules/0/then/amount missing
        {"amount":{"amount":"12.50","currency":"euros"}} | /rules/0/then/amount bad-amount
        {"consent":{"purpose":"to call"}} | /rules/0/then/consent bad-value
        {"consent":{"given":true}} | /rules/0/then/consent missing
        {"assign":" "} | /rules/0/then/assign blank
        """)
    void a_mistake_in_an_effect_has_its_place(String then, String problem) {
        assertThat(problems(rule("{\"contact\":\"any\"}", then))).containsExactly(problem);
    }

    @Test
    void more_tags_than_are_taken_are_a_problem_of_the_effect() {
        String tags = IntStream.range(0, 101).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(","));

        assertThat(problems(rule("{\"contact\":\"any\"}", "{\"tags\":[" + tags + "]}")))
                .containsExactly("/rules/0/then bad-value");
    }

    @Test
    void a_condition_that_is_not_known_is_one_problem_wherever_it_stands() {
        assertThat(problems(rule("{\"any\":[{\"weather\":\"fine\"}]}", "{\"createLead\":true}")))
                .containsExactly("/rules/0/when/any/0 unknown-condition");
    }

    @Test
    void the_version_is_the_one_given() {
        assertThat(CaptureRules.named("r").version(3).build().version()).isEqualTo(3);
    }

    private static Effect then(String then) {
        return CaptureRules.parse(rule("{\"contact\":\"any\"}", then))
                .rules()
                .get(0)
                .then();
    }

    private static String rule(String when, String then) {
        return HEAD + "\"policy\":\"by-rule\",\"rules\":[{\"id\":\"a\",\"when\":" + when + ",\"then\":" + then + "}]}";
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "then": {"amount": 500} | expected "budget" or an object with amount and currency, found the number 500
        "then": {"assign": ["ann"]} | expected the id of a person or an object with roundRobin or capacity, found an array
        """)
    void what_may_be_of_several_kinds_is_told_with_all_of_them(String then, String said) {
        assertThatThrownBy(() -> CaptureRules.parse(HEAD + "\"policy\":\"by-rule\",\"rules\":[{\"id\":\"a\","
                        + "\"when\":{\"contact\":\"any\"}," + then + "}]}"))
                .hasMessageContaining(said);
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
