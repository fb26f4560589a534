package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code kill -9} in the middle of a run. {@code -Dleadkit.kills=10} is the long form, {@code -Dleadkit.seed} repeats one. */
class KillTest {
    private static final long SEED = Long.getLong("leadkit.seed", new Random().nextInt());
    private static final int KILLS = Integer.getInteger("leadkit.kills", 3);
    private static final int LINES = 200;

    @TempDir
    Path folder;

    private Path in;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void a_run_that_was_killed_and_started_again_ends_as_one_that_was_not() throws Exception {
        List<String> lines = new GeneratedConversations(42).lines(LINES);
        in = Files.write(folder.resolve("in.jsonl"), lines);
        List<String> sessions = lines.stream().map(KillTest::id).toList();
        runToTheEnd("undisturbed");

        // Each kill comes when something was printed, and later in the file than the one before, so that it hits what
        // no run has written yet. The last lines are left out: they are printed together, when the run is over.
        int[] moments = new Random(SEED).ints(KILLS, 1, LINES - 60).sorted().toArray();
        for (int moment : moments) {
            killAfter(moment, "killed");
        }
        runToTheEnd("killed");

        assertThat(StoreImage.of(folder.resolve("killed"), sessions))
                .as("killed after the lines %s, seed %d", Arrays.toString(moments), SEED)
                .isEqualTo(StoreImage.of(folder.resolve("undisturbed"), sessions));
    }

    private void killAfter(int lines, String database) throws Exception {
        Process run = start(database);
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader out = run.inputReader(StandardCharsets.UTF_8)) {
            while (acknowledged.size() < lines) {
                acknowledged.add(id(out.readLine()));
            }
            run.destroyForcibly();
            assertThat(run.waitFor()).as("exit code of a killed process").isNotZero();
        }
        assertThat(StoreImage.of(folder.resolve(database), acknowledged)
                        .conversations()
                        .keySet())
                .as("stored when %d lines were printed", lines)
                .containsAll(acknowledged);
    }

    private void runToTheEnd(String database) throws IOException, InterruptedException {
        Process run = start(database);
        try (BufferedReader out = run.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines().count()).isEqualTo(LINES);
        }
        assertThat(run.waitFor()).isZero();
    }

    private Process start(String database) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeadKitCli.class.getName(),
                        "capture",
                        "--in",
                        in.toString(),
                        "--jdbc-url",
                        "jdbc:h2:" + folder.resolve(database))
                .redirectError(folder.resolve(database + ".err").toFile())
                .start();
    }

    private static String id(String line) {
        return JsonMapper.shared().readTree(line).get("id").asString();
    }
}
