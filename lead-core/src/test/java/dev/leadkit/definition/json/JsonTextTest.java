package dev.leadkit.definition.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.definition.Problem;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonBoolean;
import dev.leadkit.definition.json.JsonValue.JsonNull;
import dev.leadkit.definition.json.JsonValue.JsonNumber;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private static List<Problem> problems(String text) {
        List<Problem> problems = new ArrayList<>();
        JsonText.parse(text, problems::add);
        return problems;
    }

    @Test
    void reads_back_what_it_wrote() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("z", new JsonString("a\"b\\c\n\u0001 ä🙂\u2028</script>"));
        members.put("a", new JsonNumber(new BigDecimal("12.50")));
        members.put("", new JsonArray(List.of(new JsonBoolean(true), new JsonNull(), new JsonObject(Map.of()))));
        var value = new JsonObject(members);

        String text = JsonText.write(value);

        assertThat(JsonText.parse(text)).isEqualTo(value);
        assertThat(text).startsWith("{\"z\":\"a\\\"b").endsWith("\"a\":12.50,\"\":[true,null,{}]}");
    }

    @Test
    void a_large_number_is_written_as_it_was_read() {
        var immense = new JsonNumber(new BigDecimal("1e999999999"));

        assertThat(JsonText.parse(JsonText.write(immense))).isEqualTo(immense);
    }

    @Test
    void each_duplicate_key_is_a_problem_with_its_place() {
        assertThat(problems("{\"a\": 1, \"b\": [{\"x/y\": 1, \"x/y\": 2}], \"a\": 2}"))
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(tuple("/b/0/x~1y", "duplicate-key"), tuple("/a", "duplicate-key"));
    }

    @Test
    void of_a_duplicate_key_the_first_value_stays() {
        JsonValue value = JsonText.parse("{\"a\": 1, \"a\": 2}", problem -> {});

        assertThat(value).isEqualTo(new JsonObject(Map.of("a", new JsonNumber(BigDecimal.ONE))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\" 1}",
                "{'a': 1}",
                "tru",
                "01",
                "1 2",
                "{} x",
                "\"\u0001\"",
                "NaN",
                "// c\n1",
                "\"\\u12\"",
                "\uFEFF",
                "]"
            })
    void broken_text_is_one_problem_and_no_exception(String text) {
        assertThat(problems(text)).extracting(Problem::code).containsExactly("not-json");
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void deep_nesting_and_long_numbers_are_problems_and_no_exceptions() {
        assertThat(problems("[".repeat(100_000))).extracting(Problem::code).containsExactly("not-json");
        assertThat(problems("[".repeat(500) + "]".repeat(500)))
                .extracting(Problem::code)
                .containsExactly("not-json");
        assertThat(problems("1".repeat(100_000))).extracting(Problem::code).containsExactly("not-json");
        assertThat(problems("1e99999999999999")).extracting(Problem::code).containsExactly("out-of-range");
    }

    @Test
    void a_problem_says_where_and_repeats_no_content() {
        assertThat(problems("{\n \"a\": 1,\n jane@acme.com}")).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("line 3, column 2");
            assertThat(problem.message()).doesNotContain("acme");
        });
    }

    @Test
    void a_problem_tells_no_source() {
        assertThat(problems("{\"a\": [1"))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).contains("line 1").doesNotContain("Source"));
    }

    @Test
    void what_we_wrote_ourselves_is_read_without_problems_or_not_at_all() {
        assertThatThrownBy(() -> JsonText.parse("{\"a\": 1, \"a\": 2}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not the JSON that LeadKit writes: duplicate-key");
    }
}
