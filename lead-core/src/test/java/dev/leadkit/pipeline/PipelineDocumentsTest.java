package dev.leadkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.pipeline.PipelineDocuments.Document;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of whole documents: wrong ones, and odd ones that are right. */
class PipelineDocumentsTest {
    private static final HostGuards HOST = HostGuards.none().with("known-to-the-host", attempt -> Optional.empty());

    static Stream<Document> invalid() {
        return PipelineDocuments.read("invalid-pipelines.json", "problems");
    }

    static Stream<Document> valid() {
        return PipelineDocuments.read("valid-pipelines.json", "warnings");
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void every_problem_of_an_invalid_document_is_named_with_its_place(Document document) {
        var refused =
                catchThrowableOfType(InvalidDefinitionException.class, () -> Pipeline.parse(document.json(), HOST));

        assertThat(refused).as("a refused definition").isNotNull();
        assertThat(findings(refused.problems())).containsExactlyInAnyOrderElementsOf(document.findings());
        assertThat(refused.problems()).allSatisfy(problem -> {
            assertThat(problem.message()).isNotBlank();
            assertThat(problem.mend()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("valid")
    void an_odd_document_is_read_and_what_is_hardly_meant_is_a_warning(Document document) {
        Pipeline read = Pipeline.parse(document.json(), HOST);

        assertThat(findings(read.warnings())).containsExactlyInAnyOrderElementsOf(document.findings());
    }

    @Test
    void there_are_many_of_both() {
        assertThat(invalid()).hasSizeGreaterThan(80);
        assertThat(valid()).hasSizeGreaterThan(15);
    }

    @Test
    void the_presets_have_no_warnings() {
        assertThat(Pipeline.fiveStage().warnings()).isEmpty();
        assertThat(Pipeline.sixStage().warnings()).isEmpty();
    }

    @Test
    void more_stages_than_the_table_takes_are_a_problem_at_once() {
        PipelineBuilder builder = Pipeline.named("big").free().won("won", "Won");
        for (int i = 1; i < PipelineCheck.MAX_STAGES; i++) {
            builder.open("s" + i, "Stage " + i);
        }
        Supplier<Pipeline> one_more = () -> builder.open("more", "More").build();

        assertThat(builder.startingAt("s1").build().stages()).hasSize(PipelineCheck.MAX_STAGES);
        assertThat(findings(catchThrowableOfType(InvalidDefinitionException.class, one_more::get)
                        .problems()))
                .containsExactly("too-many /stages");
    }

    @Test
    void what_the_host_gives_is_named_where_it_gives_another() {
        String asksForAnother = """
            {"kind": "pipeline", "format": 1, "name": "p", "version": 1, "start": "a",
             "stages": [{"key": "a", "name": "A", "category": "open"}, {"key": "b", "name": "B", "category": "won"}],
             "transitions": [{"from": "a", "to": "b", "guards": [{"host": "credit-chek"}]}]}
            """;
        HostGuards guards = HostGuards.none()
                .with("credit-check", attempt -> Optional.empty())
                .with("age", attempt -> Optional.empty());

        var refused =
                catchThrowableOfType(InvalidDefinitionException.class, () -> Pipeline.parse(asksForAnother, guards));

        assertThat(refused.problems())
                .extracting(Problem::toString)
                .containsExactly("/transitions/0/guards/0/host: unknown-guard: the host gave no guard \"credit-chek\"; "
                        + "use one of: age, credit-check");
    }

    private static List<String> findings(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.code() + " " + problem.pointer())
                .toList();
    }
}
