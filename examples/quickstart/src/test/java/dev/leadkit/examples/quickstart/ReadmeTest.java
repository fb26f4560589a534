package dev.leadkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    @Test
    void the_code_in_the_readme_is_the_code_that_is_compiled() throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/leadkit/examples/quickstart/FirstLead.java"))
                .replaceFirst("package .*;", "")
                .replaceFirst("/\\*\\*.*\\*/", "");

        assertThat(withoutBlanks(blocks("java").get(0))).isEqualTo(withoutBlanks(source));
    }

    @Test
    void the_first_lead_takes_twelve_lines_and_one_dependency() throws IOException {
        assertThat(blocks("java").get(0).lines())
                .filteredOn(line -> !line.isBlank() && !line.startsWith("import "))
                .hasSizeLessThanOrEqualTo(12)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        assertThat(blocks("xml").get(0)).containsOnlyOnce("<dependency>");
    }

    /** The formatter breaks lines at other places than a reader likes. */
    private static String withoutBlanks(String code) {
        return code.replaceAll("\\s+", "");
    }

    @Test
    void the_output_in_the_readme_is_what_the_code_prints() throws IOException {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            FirstLead.main(new String[0]);
        } finally {
            System.setOut(before);
        }

        assertThat(blocks("text"))
                .contains(printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    @Test
    void the_commands_stand_in_the_readme() throws IOException {
        assertThat(blocks("sh"))
                .contains(
                        "mvn -q -pl examples/quickstart -am compile exec:java\n",
                        "mvn verify\n",
                        "mvn -q compile exec:java -Dexec.mainClass=FirstLead\n");
        assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("verify");
    }

    /** The fenced blocks of a language. */
    private static List<String> blocks(String language) throws IOException {
        String[] parts = Files.readString(ROOT.resolve("README.md")).split("```");
        List<String> blocks = new ArrayList<>();
        for (int i = 1; i < parts.length; i += 2) {
            if (parts[i].startsWith(language + "\n")) {
                blocks.add(parts[i].substring(language.length() + 1));
            }
        }
        return blocks;
    }
}
