package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String GOOD = """
        {"kind":"pipeline","format":1,"name":"p","version":1,"free":true,"start":"a","stages":[
        {"key":"a","name":"A","category":"open"},{"key":"w","name":"W","category":"won"},
        {"key":"l","name":"L","category":"lost"}]}\
        """;
    private static final String FIVE_MISTAKES = """
        {"kind":"pipeline","format":1,"name":"p","version":0,"free":true,"start":"nowhere","stages":[
        {"key":"a","name":"A","category":"opened"},{"key":"w","name":"W","category":"won","colour":7},
        {"key":"l","name":"L","category":"lost"}],"colour":"red"}\
        """;

    @TempDir
    Path folder;

    @Test
    void prints_each_of_five_mistakes_with_its_place_code_and_mend() throws Exception {
        Path file = Cli.write(folder, "p.json", FIVE_MISTAKES);

        Cli.Run run = Cli.run("check", file);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines())
                .hasSize(5)
                .allMatch(line -> line.matches(".+#/[^:]*: [a-z-]+: .+; .+"))
                .anyMatch(line -> line.startsWith(file + "#/version: out-of-range: "))
                .anyMatch(line -> line.startsWith(file + "#/start: "))
                .anyMatch(line -> line.startsWith(file + "#/stages/0/category: "))
                .anyMatch(line -> line.startsWith(file + "#/stages/1/colour: "))
                .anyMatch(line -> line.startsWith(file + "#/colour: "));
    }

    @Test
    void says_nothing_on_stdout_when_all_is_well() throws Exception {
        Path file = Cli.write(folder, "p.json", GOOD);

        Cli.Run run = Cli.run("check", file);

        assertThat(run).isEqualTo(new Cli.Run(0, "", file + ": ok" + System.lineSeparator()));
    }

    @Test
    void a_warning_goes_to_the_standard_error_and_is_no_problem() throws Exception {
        Path file = Cli.write(
                folder,
                "p.json",
                GOOD.replace("\"category\":\"won\"", "\"category\":\"won\",\"probability\":0.9,\"wipLimit\":3"));

        Cli.Run run = Cli.run("check", file);

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(file + "#/stages/1/probability: won-probability: "),
                        line -> assertThat(line).startsWith(file + "#/stages/1/wipLimit: closed-wip-limit: "),
                        line -> assertThat(line).isEqualTo(file + ": ok"));
    }

    @Test
    void a_card_for_the_rows_of_a_table_is_sound_and_scores_no_leads() throws Exception {
        Path file = Cli.write(folder, "card.json", """
                {"kind":"scorecard","format":1,"name":"rows","version":1,"factors":[
                {"id":"x","label":"X","dimension":"fit","input":"column.Visits","each":1}]}\
                """);
        Path talks = Cli.write(folder, "talks.jsonl", """
                {"id":"c1","turns":[{"speaker":"visitor","text":"I want to buy, jane@acme.example"}]}\
                """);

        Cli.Run check = Cli.run("check", file);
        Cli.Run capture = Cli.run("capture", "--in", talks, "--scorecard", file);

        String problem = file + "#/factors: scores-no-leads: the card reads column.Visits, which no lead has; ";
        assertThat(check.code()).isZero();
        assertThat(check.out()).isEmpty();
        assertThat(check.err()).startsWith(problem).endsWith(file + ": ok" + System.lineSeparator());
        assertThat(capture.code()).isEqualTo(1);
        assertThat(capture.out()).isEmpty();
        assertThat(capture.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith(problem));
    }

    @Test
    void a_guard_of_the_host_is_known_where_it_is_named() throws Exception {
        Path file = Cli.write(
                folder,
                "p.json",
                GOOD.replace(
                        "\"free\":true",
                        "\"transitions\":[{\"from\":\"a\",\"to\":\"w\",\"guards\":[{\"host\":\"credit\"}]},"
                                + "{\"from\":\"a\",\"to\":\"l\"}]"));

        Cli.Run unnamed = Cli.run("check", file);
        Cli.Run named = Cli.run("check", "--host-guards", "age,credit", file);

        assertThat(unnamed.code()).isEqualTo(1);
        assertThat(unnamed.out()).startsWith(file + "#/transitions/0/guards/0/host: unknown-guard: ");
        assertThat(named.code()).isZero();
        assertThat(Cli.run("diagram", "--host-guards", "credit", file).out()).contains("s0 --> s1 : credit");
    }

    @Test
    void checks_every_file_by_its_kind() throws Exception {
        String header = "{\"kind\":\"%s\",\"format\":1,\"name\":\"n\",\"version\":1,\"odd\":true}";
        Path good = Cli.write(folder, "good.json", GOOD);
        Path rules = Cli.write(folder, "rules.json", header.formatted("capture-rules"));
        Path card = Cli.write(folder, "card.json", header.formatted("scorecard"));
        Path model = Cli.write(folder, "model.json", header.formatted("intent-model"));
        Path fields = Cli.write(folder, "fields.json", header.formatted("lead-fields"));
        Path team = Cli.write(folder, "team.json", header.formatted("assignment"));

        Cli.Run run = Cli.run("check", good, rules, card, model, fields, team);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains(rules + "#/odd: ", card + "#/odd: ", model + "#/odd: ", fields + "#/odd: ", team + "#/odd: ");
        assertThat(run.out())
                .contains(
                        "\"policy\" is missing",
                        "\"factors\" is missing",
                        "\"bias\" is missing",
                        "\"fields\" is missing");
        assertThat(run.err()).isEqualToIgnoringNewLines(good + ": ok");
    }

    @Test
    void a_file_that_is_no_definition_is_a_problem_too() throws Exception {
        Path broken = Cli.write(folder, "broken.json", "{\"kind\":");
        Path list = Cli.write(folder, "list.json", "[]");
        Path kindless = Cli.write(folder, "kindless.json", "{}");
        Path other = Cli.write(folder, "other.json", "{\"kind\":\"recipe\\n\"}");
        Path missing = folder.resolve("missing.json");

        Cli.Run run = Cli.run("check", broken, list, kindless, other, missing);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines())
                .hasSize(5)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(broken + "#/: not-json: "),
                        line -> assertThat(line).startsWith(list + "#/: wrong-type: "),
                        line -> assertThat(line).startsWith(kindless + "#/: missing: \"kind\""),
                        line -> assertThat(line).startsWith(other + "#/kind: unknown-kind: "),
                        line -> assertThat(line).startsWith(missing + "#/: unreadable: "));
    }

    @Test
    void asks_for_a_file() {
        assertThat(Cli.run("check").code()).isEqualTo(2);
    }
}
