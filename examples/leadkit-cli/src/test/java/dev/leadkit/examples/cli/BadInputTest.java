package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
    private static final String GOOD = "{\"id\":\"good\",\"turns\":[{\"speaker\":\"visitor\",\"text\":\"hi\"}]}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        {"id":"x",jane@acme.example~not JSON: broken at column 11
        [1]~the line: expected a JSON object, found a list
        "jane"~the line: expected a JSON object, found a text
        {"id":"x","turns":[]} {}~turns: expected a list of at least one turn, found none
        {"id":"x","turns":[{"speaker":"bot","text":""}]} {}~not JSON: something follows the object
        {"id":"x","turns":[{"speaker":"bot","text":""}~not JSON: broken at column 47
        {"turns":[{"speaker":"bot","text":""}]}~id: expected the id of the conversation, found none
        {"id":7,"turns":[]}~id: expected a text, found a number
        {"id":" ","turns":[{"speaker":"bot","text":""}]}~id: expected a non-blank id, found a blank text
        {"id":"x"}~turns: expected a list of at least one turn, found none
        {"id":"x","turns":{"speaker":"bot"}}~turns: expected a list, found an object
        {"id":"x","turns":["jane"]}~turns[0]: expected an object, found a text
        {"id":"x","turns":[{"speaker":"Jane","text":""}]}~turns[0].speaker: expected visitor, bot or agent, found another text
        {"id":"x","turns":[{"text":""}]}~turns[0].speaker: expected visitor, bot or agent, found none
        {"id":"x","turns":[{"speaker":"bot"}]}~turns[0].text: expected a text, found none
        {"id":"x","turns":[{"speaker":"bot","text":["a"]}]}~turns[0].text: expected a text, found a list
        {"id":"x","turns":[{"speaker":"bot","text":"","at":"noon"}]}~turns[0].at: expected an instant such as 2026-01-31T09:30:00Z, found another text
        {"id":"x","turns":[{"speaker":"bot","text":"","id":"\\u0000"}]}~turns[0].id: expected an id without control characters and lone surrogates, found U+0000 at 0
        {"id":"x","channel":"","turns":[{"speaker":"bot","text":""}]}~channel: expected a non-blank id, found a blank text
        """)
    void reports_a_bad_line_by_number_and_goes_on(String line, String reason) throws Exception {
        Path in = Cli.write(folder, "in.jsonl", GOOD, line, GOOD.replace("good", "also-good"));

        Cli.Run run = Cli.run("capture", "--in", in);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.reports()).containsExactly("line 2: " + reason);
        assertThat(run.results())
                .extracting(result -> result.get("id").asString())
                .containsExactly("good", "also-good");
        assertThat(run.err()).doesNotContainIgnoringCase("jane");
    }

    @Test
    void refuses_a_text_over_a_mebibyte_and_takes_one_that_is_not() throws Exception {
        Path in = Cli.write(
                folder, "in.jsonl", GOOD.replace("hi", "a".repeat(5_000_000)), GOOD.replace("hi", "a".repeat(1 << 20)));

        Cli.Run run = Cli.run("capture", "--in", in);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.reports())
                .containsExactly(
                        "line 1: turns[0].text: expected at most 1048576 bytes in UTF-8, found 5000000 bytes",
                        "line 2: notice: a text is longer than what is analysed, and is stored whole");
        assertThat(run.results()).hasSize(1);
    }

    @Test
    void a_line_made_to_overflow_something_is_a_bad_line_like_others() throws Exception {
        Path in = Cli.write(
                folder,
                "in.jsonl",
                GOOD.replace("\"id\"", "\"x\":" + "[".repeat(100_000) + ",\"id\""),
                GOOD.replace("\"id\"", "\"" + "k".repeat(100_000) + "\":0,\"id\""),
                GOOD.replace(
                        "{\"speaker\":\"visitor\",\"text\":\"hi\"}",
                        "{\"speaker\":\"bot\",\"text\":\"\"},".repeat(100_001)),
                GOOD.replace("good", "g".repeat(1025)));

        Cli.Run run = Cli.run("capture", "--in", in);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.reports())
                .containsExactly(
                        "line 1: nested too deeply, or a key, text or number in it is too long",
                        "line 2: nested too deeply, or a key, text or number in it is too long",
                        "line 3: turns: expected at most 100000 turns, found more",
                        "line 4: id: expected at most 1024 bytes in UTF-8, found 1025 bytes");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void stops_at_the_first_bad_line_when_strict() throws Exception {
        Path in = Cli.write(folder, "in.jsonl", GOOD, "{", "{", GOOD);

        Cli.Run run = Cli.run("capture", "--in", in, "--strict");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.reports()).hasSize(1);
        assertThat(run.results()).hasSize(1);
    }

    @Test
    void replaces_what_no_store_keeps_with_a_notice_that_is_no_problem() throws Exception {
        Path in = Cli.write(
                folder,
                "in.jsonl",
                GOOD.replace("hi", "nul \\u0000"),
                GOOD.replace("hi", "half \\uD83D").replace("good", "half"),
                GOOD.replace("\"id\"", "\"region\":\"England\",\"id\"").replace("good", "england"));

        Cli.Run run = Cli.run("capture", "--in", in);

        assertThat(run.code()).isZero();
        assertThat(run.reports())
                .containsExactly(
                        "line 1: notice: NUL or lone surrogates in a text became U+FFFD",
                        "line 2: notice: NUL or lone surrogates in a text became U+FFFD",
                        "line 3: notice: region is no ISO 3166 code such as US, or GB for the United Kingdom, and was left out");
        assertThat(run.results()).hasSize(3);
    }

    @Test
    void says_what_it_leaves_out_of_a_turn_or_conversation_that_came_before() throws Exception {
        String twice = """
            {"id":"%s","turns":[{"id":"t","speaker":"visitor","text":"hi"},{"id":"t","speaker":"visitor","text":"%s"}]}""";
        Path in = Cli.write(
                folder,
                "in.jsonl",
                twice.formatted("a", "hi"),
                twice.formatted("b", "other"),
                twice.formatted("a", "hi"),
                twice.formatted("a", "hi").replace("hi", "other"));

        Cli.Run run = Cli.run("capture", "--in", in);

        assertThat(run.code()).isZero();
        assertThat(run.reports())
                .containsExactly(
                        "line 2: notice: turns[1].id is that of a turn before with another text, and it was left out",
                        "line 4: notice: 2 of its turns have ids that were in a line before with other texts, and were left out");
    }

    @Test
    void writes_numbers_for_programs_whatever_the_language() throws Exception {
        Path in = Cli.write(folder, "in.jsonl", "{");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path err = folder.resolve("err");

        int code = new ProcessBuilder(
                        java.toString(),
                        "-Duser.language=ar",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeadKitCli.class.getName(),
                        "capture",
                        "--in",
                        in.toString())
                .redirectError(err.toFile())
                .start()
                .waitFor();

        assertThat(code).isEqualTo(1);
        assertThat(err).content().contains("line 1: ").contains("0 conversations");
    }

    @Test
    void reads_bytes_that_are_not_utf_8_with_a_notice() throws Exception {
        Path in = folder.resolve("latin1.jsonl");
        Files.write(in, GOOD.replace("hi", "müller").getBytes(StandardCharsets.ISO_8859_1));

        Cli.Run run = Cli.run("capture", "--in", in);

        assertThat(run.code()).isZero();
        assertThat(run.reports()).containsExactly("line 1: notice: bytes that are not UTF-8 became U+FFFD");
        assertThat(run.results()).hasSize(1);
    }

    @Test
    void prints_the_problems_of_all_definitions_and_captures_nothing() throws Exception {
        Path in = Cli.write(folder, "in.jsonl", GOOD);
        Path rules = Cli.write(
                folder, "rules.json", "{\"kind\":\"capture-rules\",\"format\":1,\"name\":\"r\",\"version\":0}");
        Path card = Cli.write(folder, "card.json", "{");

        Cli.Run run = Cli.run("capture", "--in", in, "--rules", rules, "--scorecard", card);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(rules + "#/version: out-of-range: ", card + "#/: not-json: ");
    }

    @Test
    void an_input_that_cannot_be_read_is_a_problem_and_leaves_the_output_alone() throws Exception {
        Path out = Cli.write(folder, "out.jsonl", "before");

        Cli.Run run = Cli.run("capture", "--in", folder.resolve("none.jsonl"), "--out", out);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualToIgnoringNewLines("leadkit: no such file: " + folder.resolve("none.jsonl"));
        assertThat(Files.readString(out)).isEqualTo("before\n");
    }

    @Test
    void wrong_usage_is_told_apart_from_problems_in_the_input() throws Exception {
        Path in = Cli.write(folder, "in.jsonl", GOOD);

        assertThat(Cli.run().code()).isEqualTo(2);
        assertThat(Cli.run("capture").code()).isEqualTo(2);
        assertThat(Cli.run("capture", "--in", in, "--colour").code()).isEqualTo(2);
        assertThat(Cli.run("capture", "--in", in, "--region", "Norway").code()).isEqualTo(2);
        assertThat(Cli.run("capture", "--in", in, "--out", in).code()).isEqualTo(2);
        assertThat(Cli.run("capture", "--in", in, "--jdbc-url", "jdbc:postgresql:x")
                        .code())
                .isEqualTo(2);
        assertThat(Cli.run("capture", "--in", in, "--jdbc-url", "jdbc:h2:mem:x", "--identity-key", "short")
                        .code())
                .isEqualTo(2);
        assertThat(Files.readString(in)).isEqualTo(GOOD + "\n");
    }
}
