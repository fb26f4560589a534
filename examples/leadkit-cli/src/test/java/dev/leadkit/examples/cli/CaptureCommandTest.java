package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CaptureCommandTest {
    private static final String BUYER = """
        {"id":"c1","channel":"whatsapp","region":"US","turns":[\
        {"speaker":"bot","text":"Hello! May I have your name?"},\
        {"id":"m2","speaker":"visitor","text":"My name is Jane Doe","at":"2026-03-01T10:00:00Z"},\
        {"speaker":"visitor","text":"I want to buy 3 espresso machines, my budget is $1200.50","at":"2026-03-01T10:00:05Z"},\
        {"speaker":"visitor","text":"Mail jane@acme.example or call 212-555-0147","at":"2026-03-01T11:01:00+01:00"}],"gold":{"x":[1,{}]}}\
        """;
    private static final String LOOKER = """
        {"turns":[{"text":"just looking, thanks","speaker":"visitor"}],"id":"c2"}\
        """;

    @TempDir
    Path folder;

    @Test
    void writes_what_a_conversation_came_to_under_the_keys_of_the_contract() throws Exception {
        Path in = Cli.write(folder, "in.jsonl", BUYER);

        Cli.Run run = Cli.run("capture", "--in", in);

        assertThat(run.code()).isZero();
        JsonNode lead = run.results().get(0);
        assertThat(lead.propertyNames())
                .containsExactly(
                        "id",
                        "captured",
                        "leadId",
                        "stage",
                        "name",
                        "email",
                        "phone",
                        "phoneValid",
                        "budget",
                        "expectedAmount",
                        "purchaseIntent",
                        "qualified",
                        "intentConfidence",
                        "needSummary",
                        "score",
                        "band",
                        "breakdown",
                        "tags",
                        "firedRules",
                        "emails",
                        "phones",
                        "names",
                        "companies");
        assertThat(lead.get("captured").asBoolean()).isTrue();
        assertThat(lead.get("stage").asString()).isEqualTo("new");
        assertThat(lead.get("name").asString()).isEqualTo("Jane Doe");
        assertThat(lead.get("email").asString()).isEqualTo("jane@acme.example");
        assertThat(lead.get("phone").asString()).isEqualTo("+12125550147");
        assertThat(lead.get("phoneValid").asBoolean()).isTrue();
        assertThat(lead.get("budget").toString()).isEqualTo("{\"amount\":1200.5,\"currency\":\"USD\"}");
        assertThat(lead.get("expectedAmount")).isEqualTo(lead.get("budget"));
        assertThat(lead.get("purchaseIntent").asBoolean()).isTrue();
        assertThat(lead.get("intentConfidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(lead.get("emails").toString()).isEqualTo("[\"jane@acme.example\"]");
        assertThat(lead.get("phones").toString()).isEqualTo("[\"+12125550147\"]");
        assertThat(lead.get("names").toString()).isEqualTo("[\"Jane Doe\"]");
        assertThat(lead.get("companies").toString()).isEqualTo("[]");
    }

    @Test
    void says_what_the_score_is_made_of_and_which_rules_fired() throws Exception {
        Path in = Cli.write(folder, "in.jsonl", BUYER);

        JsonNode lead = Cli.run("capture", "--in", in).results().get(0);

        int sum = lead.get("breakdown")
                .valueStream()
                .mapToInt(part -> part.get("points").asInt())
                .sum();
        assertThat(lead.get("score").asInt()).isEqualTo(sum).isPositive();
        assertThat(lead.get("breakdown").get(0).propertyNames()).containsExactly("factor", "points", "because");
        assertThat(lead.get("firedRules")
                        .valueStream()
                        .map(fired -> fired.get("rule").asString()))
                .contains("contact-given", "purchase-intent");
        assertThat(lead.get("firedRules").get(0).get("because").asString()).isNotBlank();
    }

    @Test
    void leaves_out_what_a_conversation_without_a_lead_does_not_have() throws Exception {
        Path in = Cli.write(folder, "in.jsonl", LOOKER);

        JsonNode nobody = Cli.run("capture", "--in", in).results().get(0);

        assertThat(nobody.get("captured").asBoolean()).isFalse();
        assertThat(nobody.propertyNames())
                .contains("id", "purchaseIntent", "qualified", "intentConfidence", "score", "band", "breakdown")
                .contains("tags", "firedRules", "emails", "phones", "names", "companies")
                .doesNotContain("leadId", "stage", "name", "email", "phone", "phoneValid", "company", "location")
                .doesNotContain("budget", "expectedAmount");
    }

    @Test
    void a_budget_without_a_currency_says_null_and_makes_no_expected_amount() throws Exception {
        Path in = Cli.write(
                folder,
                "in.jsonl",
                "{\"id\":\"b\",\"turns\":[{\"speaker\":\"visitor\",\"text\":\"My budget is 2000\"}]}");

        JsonNode said = Cli.run("capture", "--in", in).results().get(0);

        assertThat(said.get("budget").toString()).isEqualTo("{\"amount\":2000,\"currency\":null}");
        assertThat(said.has("expectedAmount")).isFalse();
    }

    @Test
    void keeps_the_order_of_the_input_and_passes_over_blank_lines_and_a_byte_order_mark() throws Exception {
        Path in = Cli.write(folder, "in.jsonl", "\uFEFF" + LOOKER, "", BUYER.replace("c1", "zürich"), "  \r", BUYER);

        Cli.Run run = Cli.run("capture", "--in", in);

        assertThat(run.results()).extracting(line -> line.get("id").asString()).containsExactly("c2", "zürich", "c1");
        assertThat(run.reports()).isEmpty();
    }

    @Test
    void two_lines_of_one_conversation_are_one_session() throws Exception {
        Path in = Cli.write(
                folder,
                "in.jsonl",
                "{\"id\":\"s\",\"turns\":[{\"id\":\"1\",\"speaker\":\"visitor\",\"text\":\"I am Jane Doe\"}]}",
                "{\"id\":\"s\",\"turns\":[{\"id\":\"2\",\"speaker\":\"visitor\",\"text\":\"jane@acme.example\"}]}");

        List<JsonNode> results = Cli.run("capture", "--in", in).results();

        assertThat(results).extracting(line -> line.get("captured").asBoolean()).containsExactly(false, true);
        assertThat(results.get(1).get("name").asString()).isEqualTo("Jane Doe");
    }

    @Test
    void a_region_of_the_command_line_reads_national_numbers_where_a_line_names_none() throws Exception {
        Path in = Cli.write(
                folder,
                "in.jsonl",
                "{\"id\":\"p\",\"region\":null,\"turns\":[{\"speaker\":\"visitor\",\"text\":\"call me:"
                        + " 212-555-0147\"}]}");

        assertThat(Cli.run("capture", "--in", in)
                        .results()
                        .get(0)
                        .get("phoneValid")
                        .asBoolean())
                .isFalse();
        assertThat(Cli.run("capture", "--in", in, "--region", "us")
                        .results()
                        .get(0)
                        .get("phone")
                        .asString())
                .isEqualTo("+12125550147");
    }

    @Test
    void works_by_the_definitions_that_it_is_given() throws Exception {
        Path in = Cli.write(folder, "in.jsonl", LOOKER);
        Path rules = Cli.write(
                folder,
                "rules.json",
                "{\"kind\":\"capture-rules\",\"format\":1,\"name\":\"all\",\"version\":1,\"policy\":\"everyone\",\"rules\":[]}");
        Path pipeline = Cli.write(folder, "pipeline.json", """
            {"kind":"pipeline","format":1,"name":"p","version":1,"free":true,"start":"inbox","stages":[
            {"key":"inbox","name":"Inbox","category":"open"},{"key":"won","name":"Won","category":"won"},
            {"key":"lost","name":"Lost","category":"lost"}]}\
            """);

        JsonNode lead = Cli.run("capture", "--in", in, "--rules", rules, "--pipeline", pipeline)
                .results()
                .get(0);

        assertThat(lead.get("captured").asBoolean()).isTrue();
        assertThat(lead.get("stage").asString()).isEqualTo("inbox");
    }

    @Test
    void writes_to_a_file_when_asked_and_then_nothing_to_stdout() throws Exception {
        Path in = Cli.write(folder, "in.jsonl", LOOKER, LOOKER);
        Path out = folder.resolve("out.jsonl");

        Cli.Run run = Cli.run("capture", "--in", in, "--out", out);

        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(out).lines()).hasSize(2);
    }

    @Test
    void ends_with_the_throughput_and_draws_a_bar_when_asked() throws Exception {
        Path in = Cli.write(folder, "in.jsonl", LOOKER, LOOKER.replace("c2", "c3"));

        Cli.Run run = Cli.run("capture", "--in", in, "--progress");

        assertThat(run.err()).contains("[##############################] 100 % 2 conversations");
        assertThat(run.err())
                .containsPattern("2 conversations \\(0 captured, 0 bad lines\\), 2 messages in [0-9.]+ s:"
                        + " [0-9,]+ conversations/s, [0-9,]+ messages/s");
    }
}
