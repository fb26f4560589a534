package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of runs is what they print, but for what stands there as {@code …}, and breaks of lines. */
class ReadmeTest {
    private static final Path SAMPLE =
            Path.of("..", "quickstart", "src/main/resources/dev/leadkit/examples/quickstart/conversations.jsonl");

    @TempDir
    Path folder;

    @Test
    void the_sample_comes_to_what_the_readme_shows() throws Exception {
        Cli.Run run = Cli.run("capture", "--in", SAMPLE, "--out", folder.resolve("results.jsonl"));

        String third = Files.readAllLines(folder.resolve("results.jsonl")).get(2);
        assertThat(blanksLeftOut(third)).containsSubsequence(parts(block("{\"id\":\"w-1003\"")));
        String counts = block("48 conversations");
        assertThat(run.err()).contains(counts.substring(0, counts.indexOf(" in ")));
    }

    @Test
    void a_file_with_problems_is_told_as_the_readme_shows() throws Exception {
        Path rules = Cli.write(folder, "rules.json", """
                {"kind": "capture-rules", "format": 1, "name": "ours", "version": 0, "policy": "by-rules", "rules": [
                  {"id": "a", "when": {"intent": "purchase", "atLeast": 0.6}, "then": {"createLead": true}},
                  {"id": "b", "when": {"intent": "purchase", "atLeast": 0.7}, "then": {"createLead": true}},
                  {"id": "c", "when": {"intent": "purchase", "atLeast": 0.8}, "then": {"createLed": true}}]}""");

        Cli.Run run = Cli.run("check", rules);

        String shown = block("$ java -jar examples/leadkit-cli/target/leadkit.jar check rules.json");
        String printed = run.out().replace(rules.toString(), "rules.json");
        assertThat(blanksLeftOut(printed)).containsSubsequence(parts(shown.substring(shown.indexOf('\n'))));
    }

    private static String[] parts(String shown) {
        return blanksLeftOut(shown).replace("…,", "…").split("…");
    }

    private static String blanksLeftOut(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** The fenced block that begins so. */
    private static String block(String beginning) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("\n" + beginning) + 1;
        assertThat(start).as(beginning).isPositive();
        return readme.substring(start, readme.indexOf("\n```", start));
    }
}
