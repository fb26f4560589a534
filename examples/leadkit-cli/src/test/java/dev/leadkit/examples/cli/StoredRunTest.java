package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRunTest {
    private static final String KEY = "a key for this test only";

    @TempDir
    Path folder;

    @Test
    void a_second_run_over_the_same_file_adds_nothing_and_says_the_same() throws Exception {
        Path in = Files.write(folder.resolve("in.jsonl"), new GeneratedConversations(1).lines(60));
        Path database = folder.resolve("leads");
        Object[] command = {"capture", "--in", in, "--jdbc-url", "jdbc:h2:" + database, "--identity-key", KEY};

        Cli.Run first = Cli.run(command);
        Map<String, Long> rows = StoreImage.rows(database);
        Cli.Run second = Cli.run(command);

        assertThat(first.reports()).isEmpty();
        assertThat(first.code()).isZero();
        assertThat(rows.get("LEADKIT_LEAD")).isPositive();
        assertThat(rows.get("LEADKIT_MESSAGE")).isGreaterThan(100);
        assertThat(rows.get("LEADKIT_ACTIVITY")).isPositive();
        assertThat(StoreImage.rows(database)).isEqualTo(rows);
        assertThat(second.code()).isZero();
        assertThat(second.results()).last().isEqualTo(first.results().get(59));
        assertThat(second.results()).hasSize(60);
    }

    @Test
    void says_the_same_in_memory_and_in_a_database_apart_from_ids() throws Exception {
        Path in = Files.write(folder.resolve("in.jsonl"), new GeneratedConversations(2).lines(60));

        Cli.Run memory = Cli.run("capture", "--in", in);
        Cli.Run stored = Cli.run("capture", "--in", in, "--jdbc-url", "jdbc:h2:" + folder.resolve("leads"));

        assertThat(stored.reports()).isEmpty();
        assertThat(withoutIds(stored)).isEqualTo(withoutIds(memory));
        assertThat(stored.err()).contains("a development key that everybody knows");
        assertThat(memory.err()).doesNotContain("development key");
    }

    private static String withoutIds(Cli.Run run) {
        return run.out().replaceAll("\"leadId\":\"[^\"]*\",", "");
    }
}
