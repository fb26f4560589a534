package dev.leadkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    @TempDir
    Path folder;

    @Test
    void prints_the_board_with_its_sums_and_one_lead_with_its_reasons() {
        String shown = shown(folder.resolve("leads"));

        assertThat(shown)
                .containsPattern("NEW \\(\\d+\\)")
                .containsPattern("CONVERTED \\(\\d+\\)  [0-9]+ [A-Z]{3}")
                .containsPattern("Marcus Bell +widget +\\d+ [dh]  hot +\\d+")
                .contains("WHY ", "captured because of \"", "scored ");
    }

    @Test
    void a_second_run_over_the_same_file_shows_the_same_board() {
        String first = shown(folder.resolve("leads"));

        assertThat(shown(folder.resolve("leads"))).isEqualTo(first);
    }

    @Test
    void neither_the_bot_s_nor_an_agent_s_address_is_a_lead_s() {
        assertThat(Sample.messages().stream().filter(message -> !message.isFromVisitor()))
                .anyMatch(message -> message.text().contains("@"));
        assertThat(shown(folder.resolve("leads"))).doesNotContain("northwind-studio");
    }

    @Test
    void the_lines_in_its_readme_are_among_those_that_it_prints() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String block = readme.substring(readme.indexOf("```text\n") + "```text\n".length(), readme.lastIndexOf("```"));

        assertThat(shown(folder.resolve("leads")).lines().map(String::stripTrailing))
                .containsSubsequence(
                        block.lines().filter(line -> !line.strip().equals("…")).toList());
    }

    private static String shown(Path file) {
        var bytes = new ByteArrayOutputStream();
        Quickstart.run(file, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
