package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {
    private static final String GOLD = """
        {"id":"1","source":"a","turns":[{"speaker":"visitor","text":"My name is Tove Lund, tove@fjord.example"}],\
        "gold":{"emails":["tove@fjord.example"],"names":["Tove Lund"],"phones":[],"intent":"none"}}
        {"id":"2","source":"a","turns":[{"speaker":"visitor","text":"I'm Tove, I want to buy two boats in June"}],\
        "gold":{"emails":["tove@fjord.example"],"names":["Tove Lund"],"phones":null,"intent":"purchase",\
        "need":{"topicAny":["boat"],"values":[["two boats","2 boats"],["June"],["red"]]}}}
        {"id":"3","source":"b","turns":[{"speaker":"visitor","text":"mine is ole@fjord.example"}],\
        "gold":{"emails":[],"budgets":[{"amount":500,"currency":null}]}}
        {"id":"4","turns":[{"speaker":"visitor","text":"no gold here"}]}
        """;

    @TempDir
    Path folder;

    private JsonNode report() throws Exception {
        Path out = folder.resolve("report.json");
        Cli.Run run = Cli.run("evaluate", "--in", Cli.write(folder, "gold.jsonl", GOLD), "--out", out);
        assertThat(run.code()).isZero();
        return JsonMapper.builder().build().readTree(Files.readString(out));
    }

    @Test
    void counts_what_was_found_missed_and_made_up() throws Exception {
        JsonNode report = report();

        assertThat(report.get("conversations").asInt()).isEqualTo(4);
        JsonNode email = report.get("fields").get("email");
        assertThat(figures(email.get("all"))).isEqualTo("3 scored, 2 positive, 1 found, 1 made up, 1 missed");
        assertThat(figures(email.get("sources").get("a")))
                .isEqualTo("2 scored, 2 positive, 1 found, 0 made up, 1 missed");
        assertThat(email.get("falseAlarms").asDouble()).isEqualTo(1);
        assertThat(email.get("all").get("precision").asDouble()).isEqualTo(0.5);
        assertThat(email.get("all").get("recall").asDouble()).isEqualTo(0.5);
        assertThat(email.get("all").get("f1").asDouble()).isEqualTo(0.5);
    }

    @Test
    void conversations_of_two_sources_may_have_one_id() throws Exception {
        String line = """
                {"id":"1","source":"%s","turns":[{"id":"t","speaker":"visitor","text":"%s"}],"gold":{"emails":["%s"]}}""";
        Path in = Cli.write(
                folder,
                "gold.jsonl",
                line.formatted("a", "I am bob@fjord.example", "bob@fjord.example"),
                line.formatted("b", "I am eve@fjord.example", "eve@fjord.example"));

        Cli.Run run = Cli.run("evaluate", "--in", in);

        assertThat(run.code()).isZero();
        assertThat(run.reports()).isEmpty();
        JsonNode report = JsonMapper.builder().build().readTree(run.out());
        assertThat(figures(report.get("fields").get("email").get("all")))
                .isEqualTo("2 scored, 2 positive, 2 found, 0 made up, 0 missed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"buy", "PURCHASE", ""})
    void an_intent_that_is_none_is_a_bad_line(String intent) throws Exception {
        Path in = Cli.write(
                folder,
                "gold.jsonl",
                "{\"id\":\"1\",\"turns\":[{\"speaker\":\"visitor\",\"text\":\"hi\"}],\"gold\":{\"intent\":\"%s\"}}"
                        .formatted(intent));

        Cli.Run run = Cli.run("evaluate", "--in", in);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.reports())
                .containsExactly("line 1: gold.intent: expected purchase, qualified or none, found another text");
    }

    @Test
    void what_nobody_knows_is_not_scored() throws Exception {
        JsonNode phone = report().get("fields").get("phone");

        assertThat(figures(phone.get("all"))).isEqualTo("1 scored, 0 positive, 0 found, 0 made up, 0 missed");
        assertThat(phone.get("all").get("f1").isNull()).isTrue();
        assertThat(phone.get("macroF1").isNull()).isTrue();
    }

    @Test
    void a_wrong_value_is_made_up_and_a_miss_and_a_part_of_a_name_counts_apart() throws Exception {
        JsonNode fields = report().get("fields");

        assertThat(figures(fields.get("name").get("all")))
                .isEqualTo("2 scored, 2 positive, 1 found, 1 made up, 1 missed");
        assertThat(fields.get("name").get("falseAlarms").isNull()).isTrue();
        assertThat(figures(fields.get("namePart").get("all")))
                .isEqualTo("2 scored, 2 positive, 2 found, 0 made up, 0 missed");
        assertThat(figures(fields.get("budget").get("all")))
                .isEqualTo("1 scored, 1 positive, 0 found, 0 made up, 1 missed");
    }

    @Test
    void a_summary_is_judged_by_the_facts_that_it_holds() throws Exception {
        JsonNode need = report().get("need").get("all");

        assertThat(need.get("scored").asInt()).isEqualTo(1);
        assertThat(need.get("coverage").asDouble()).isEqualTo(0.6667);
        assertThat(need.get("topic").asDouble()).isEqualTo(1);
        assertThat(need.get("leaked").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'emails':7}",
                "{'emails':[null]}",
                "{'budgets':[null]}",
                "{'need':{'topicAny':[null],'values':[]}}",
                "{'need':{'values':[null]}}",
                "{'need':{'values':[['boat',null]]}}",
                "{'need':{}}"
            })
    void a_line_without_a_good_gold_is_reported_and_left_out(String gold) throws Exception {
        String bad = "{'id':'1','turns':[{'speaker':'visitor','text':'x'}],'gold':%s}\n"
                .formatted(gold)
                .replace('\'', '"');

        Cli.Run run = Cli.run("evaluate", "--in", Cli.write(folder, "bad.jsonl", bad));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("line 1: gold: expected the gold values of a conversation");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        +47 900 00 001 | 90000001 | true
        90000001 ext. 5 | 4790000001 | true
        0001 | 4790000001 | false
        90000002 | 90000001 | false
        """)
    void a_number_is_right_with_or_without_its_prefix(String found, String right, boolean same) {
        assertThat(GoldMatch.phone(found, right)).isEqualTo(same);
    }

    @Test
    void names_and_firms_are_compared_by_their_words() {
        assertThat(GoldMatch.name("Dr. Tove  LUND", "tove lund")).isTrue();
        assertThat(GoldMatch.name("Tove", "Tove Lund")).isFalse();
        assertThat(GoldMatch.company("Fjord Boats Ltd.", "the fjord boats")).isTrue();
        assertThat(GoldMatch.company("Ltd", "Ltd")).isTrue();
        assertThat(GoldMatch.partOfCompany("Fjord", "Fjord Boats")).isTrue();
        assertThat(GoldMatch.email("Tove@Fjord.example.", "tove@fjord.example")).isTrue();
        assertThat(GoldMatch.budget(502, 500)).isTrue();
        assertThat(GoldMatch.budget(503, 500)).isFalse();
    }

    private static String figures(JsonNode node) {
        return "%d scored, %d positive, %d found, %d made up, %d missed"
                .formatted(
                        node.get("scored").asInt(),
                        node.get("positive").asInt(),
                        node.get("truePositives").asInt(),
                        node.get("falsePositives").asInt(),
                        node.get("falseNegatives").asInt());
    }
}
