package dev.leadkit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagramCommandTest {
    @TempDir
    Path folder;

    private Path pipeline;

    @BeforeEach
    void write_a_pipeline() throws Exception {
        pipeline = Cli.write(folder, "p.json", """
            {"kind":"pipeline","format":1,"name":"sales","version":1,"start":"new","stages":[
            {"key":"new","name":"New","category":"open"},{"key":"won","name":"Customer","category":"won"},
            {"key":"lost","name":"Lost","category":"lost"}],
            "transitions":[{"from":"new","to":"won"},{"from":"new","to":"lost"}]}\
            """);
    }

    @Test
    void draws_a_pipeline_for_mermaid() {
        Cli.Run run = Cli.run("diagram", pipeline);

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("stateDiagram-v2\n").contains("state \"Customer\" as s1", "s0 --> s1");
        assertThat(Cli.run("diagram", pipeline, "--format", "mermaid")).isEqualTo(run);
    }

    @Test
    void draws_a_pipeline_for_graphviz() {
        Cli.Run run = Cli.run("diagram", pipeline, "--format", "dot");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("digraph \"sales\" {\n")
                .contains("s0 -> s1")
                .endsWith("}\n");
    }

    @Test
    void prints_the_problems_of_a_pipeline_that_is_none_and_no_diagram() throws Exception {
        Path none = Cli.write(folder, "none.json", "{\"kind\":\"scorecard\"}");

        Cli.Run run = Cli.run("diagram", none);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(none + "#/kind: wrong-kind: ");
    }

    @Test
    void knows_two_formats() {
        assertThat(Cli.run("diagram", pipeline, "--format", "png").code()).isEqualTo(2);
    }
}
