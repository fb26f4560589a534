package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"capture", "evaluate", "train-intent", "import"})
    void no_command_writes_over_what_it_reads(String command) throws Exception {
        Path in = Cli.write(folder, "in", "{}");

        Cli.Run run = command.equals("import")
                ? Cli.run(command, "--in", in, "--out", in, "--dry-run")
                : Cli.run(command, "--in", in, "--out", in);

        refuses(run, "--in", in);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rules", "--pipeline", "--scorecard", "--intent-model"})
    void nor_over_a_definition_by_which_it_works(String option) throws Exception {
        Path in = Cli.write(folder, "in", "");
        Path definition = Cli.write(folder, "definition", "{}");
        Path link = Files.createSymbolicLink(folder.resolve("link"), definition);

        refuses(Cli.run("capture", "--in", in, option, definition, "--out", link), option, definition);
        refuses(Cli.run("evaluate", "--in", in, option, definition, "--out", definition), option, definition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"capture", "evaluate", "train-intent"})
    void what_can_not_be_written_is_told_before_any_work(String command) throws Exception {
        Path in = Cli.write(folder, "in", "no JSON");

        for (Path out : List.of(folder, folder.resolve("none/out"))) {
            Cli.Run run = Cli.run(command, "--in", in, "--out", out);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .contains("--out: expected a file that can be written")
                    .doesNotContain("line 1");
        }
    }

    @Test
    void a_file_of_its_own_may_be_there_already() throws Exception {
        Path in = Cli.write(folder, "in", "{\"id\":\"1\",\"turns\":[{\"speaker\":\"visitor\",\"text\":\"hi\"}]}");
        Path out = Cli.write(folder, "out", "before");

        assertThat(Cli.run("capture", "--in", in, "--out", out).code()).isZero();
        assertThat(out).content().doesNotContain("before");
    }

    private static void refuses(Cli.Run run, String option, Path untouched) {
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--out: expected another file than " + option);
        assertThat(untouched).content().isIn("{}\n", "\n");
    }
}
