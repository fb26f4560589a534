package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The public data that lies beside a developer's clone, with {@code -Dleadkit.shared=true}. */
@EnabledIfSystemProperty(named = "leadkit.shared", matches = "true")
class SharedDataTest {
    @TempDir
    Path folder;

    @Test
    void every_conversation_gets_its_line_and_a_second_run_adds_nothing() throws Exception {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data())) {
            for (Path file : files.filter(path -> path.endsWith("conversations.jsonl"))
                    .sorted()
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        Path in = Files.write(folder.resolve("in.jsonl"), lines);
        Path database = folder.resolve("leads");
        Object[] command = {"capture", "--in", in, "--jdbc-url", "jdbc:h2:" + database};

        Cli.Run first = Cli.run(command);
        var rows = StoreImage.rows(database);
        Cli.Run second = Cli.run(command);

        assertThat(first.reports()).isEmpty();
        assertThat(first.results())
                .extracting(line -> line.get("id"))
                .isEqualTo(lines.stream()
                        .map(line -> JsonMapper.shared().readTree(line).get("id"))
                        .toList());
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(StoreImage.rows(database)).isEqualTo(rows);
    }

    private static Path data() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve("shared/data"))) {
            here = here.getParent();
        }
        assumeTrue(here != null, "no shared/data above this folder");
        return here.resolve("shared/data");
    }
}
