package dev.leadkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a pipeline is written, in JSON and in code, and what is said of one that is wrong. */
class PipelineDefinitionTest {
    @Test
    void the_builder_makes_what_the_json_document_makes() {
        Pipeline read = Pipeline.parse("""
            {"kind": "pipeline", "format": 1, "name": "sales", "version": 2,
             "stages": [
               {"key": "new", "name": "New", "category": "open", "colour": "#3b82f6", "probability": 0.1,
                "staleAfter": "P1D", "wipLimit": 20},
               {"key": "customer", "name": "Customer", "category": "won", "required": ["email"]},
               {"key": "dropped", "name": "Dropped", "category": "lost"}],
             "start": "new",
             "transitions": [
               {"from": "new", "to": "customer", "guards": [{"score": {"atLeast": 60}}, {"has": "amount"}]},
               {"from": "new", "to": "dropped"}]}
            """);
        Pipeline built = Pipeline.named("sales")
                .version(2)
                .stage(Stage.of("new", "New", StageCategory.OPEN)
                        .withColour("#3b82f6")
                        .withProbability(0.1)
                        .withStaleAfter(Duration.ofDays(1))
                        .withWipLimit(20))
                .stage(Stage.of("customer", "Customer", StageCategory.WON).requiring("email"))
                .lost("dropped", "Dropped")
                .allow("new", "customer", Guard.scoreAtLeast(60), Guard.has("amount"))
                .allow("new", "dropped")
                .build();

        assertThat(read.name()).isEqualTo(built.name());
        assertThat(read.version()).isEqualTo(built.version());
        assertThat(read.start()).isEqualTo(built.start());
        assertThat(read.stages()).isEqualTo(built.stages());
        assertThat(read.transitions()).isEqualTo(built.transitions());
        assertThat(read.isFree()).isEqualTo(built.isFree());
    }

    @Test
    void five_mistakes_are_five_problems_each_with_its_place() {
        List<Problem> problems = problems("""
            {"kind": "pipeline", "format": 1, "name": "sales", "version": 0,
             "stages": [
               {"key": "new", "name": "New", "category": "open", "colour": "blue"},
               {"key": "new", "name": "Again", "category": "open"},
               {"key": "customer", "name": "Customer", "category": "gone"},
               {"key": "won", "name": "Won", "category": "won", "required": ["email", "shoeSize"]}],
             "start": "new",
             "free": true}
            """);

        assertThat(problems)
                .extracting(Problem::pointer, Problem::code)
                .containsExactlyInAnyOrder(
                        tuple("/version", "out-of-range"),
                        tuple("/stages/0/colour", "bad-colour"),
                        tuple("/stages/1/key", "duplicate-stage"),
                        tuple("/stages/2/category", "unknown-value"),
                        tuple("/stages/3/required/1", "unknown-field"));
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.message()).isNotBlank();
            assertThat(problem.mend()).isNotBlank();
        });
    }

    @Test
    void the_exception_names_all_problems_in_one_message() {
        assertThatThrownBy(() -> Pipeline.parse("{\"kind\": \"pipeline\", \"format\": 1, \"name\": \"x\"}"))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("\"version\" is missing")
                .hasMessageContaining("\"stages\" is missing")
                .hasMessageContaining("\"start\" is missing")
                .hasMessageContaining("no moves are given");
    }

    @Test
    void unknown_and_duplicate_keys_are_problems() {
        List<Problem> problems = problems("""
            {"kind": "pipeline", "format": 1, "name": "sales", "version": 1, "owner": "ann",
             "stages": [
               {"key": "new", "name": "New", "name": "Neu", "category": "open", "color": "#3b82f6"},
               {"key": "won", "name": "Won", "category": "won"}],
             "start": "new",
             "transitions": [{"from": "new", "to": "won", "guards": [{"score": {"atLeast": 5, "atMost": 9}}]}]}
            """);

        assertThat(problems)
                .extracting(Problem::pointer, Problem::code)
                .containsExactlyInAnyOrder(
                        tuple("/owner", "unknown-key"),
                        tuple("/stages/0/name", "duplicate-key"),
                        tuple("/stages/0/color", "unknown-key"),
                        tuple("/transitions/0/guards/0/score/atMost", "unknown-key"));
        assertThat(problems)
                .filteredOn(problem -> problem.pointer().equals("/stages/0/color"))
                .extracting(Problem::mend)
                .containsExactly(
                        "use one of: category, colour, key, lostReasons, name, probability, required, staleAfter, wipLimit");
    }

    @Test
    void transitions_that_cannot_be_are_problems() {
        List<Problem> problems = problems("""
            {"kind": "pipeline", "format": 1, "name": "sales", "version": 1,
             "stages": [
               {"key": "new", "name": "New", "category": "open"},
               {"key": "won", "name": "Won", "category": "won"}],
             "start": "won",
             "transitions": [
               {"from": "new", "to": "gone"},
               {"from": "new", "to": "new"},
               {"from": "new", "to": "won", "guards": [{"has": "shoeSize"}, {"is": 5}]},
               {"from": "new", "to": "won"}]}
            """);

        assertThat(problems)
                .extracting(Problem::pointer, Problem::code)
                .containsExactlyInAnyOrder(
                        tuple("/start", "closed-start"),
                        tuple("/transitions/0/to", "unknown-stage"),
                        tuple("/transitions/1", "self-transition"),
                        tuple("/transitions/2/guards/0/has", "unknown-field"),
                        tuple("/transitions/2/guards/1", "unknown-guard"),
                        tuple("/transitions/3", "duplicate-transition"));
    }

    @Test
    void stages_that_no_lead_reaches_or_leaves_are_problems() {
        PipelineBuilder builder = Pipeline.named("sales")
                .open("new", "New")
                .open("dead", "Dead")
                .open("ping", "Ping")
                .open("pong", "Pong")
                .open("island", "Island")
                .won("won", "Won")
                .allow("new", "won")
                .allow("new", "dead")
                .allow("new", "ping")
                .allow("ping", "pong")
                .allow("pong", "ping")
                .allow("island", "won");

        var refused = catchThrowableOfType(InvalidDefinitionException.class, builder::build);

        assertThat(refused.problems())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(
                        tuple("/stages/1", "dead-end"),
                        tuple("/stages/2", "never-closes"),
                        tuple("/stages/3", "never-closes"),
                        tuple("/stages/4", "unreachable-stage"));
    }

    @Test
    void a_pipeline_without_a_won_stage_is_a_problem() {
        var refused = catchThrowableOfType(
                InvalidDefinitionException.class,
                () -> Pipeline.named("x")
                        .open("new", "New")
                        .lost("lost", "Lost")
                        .free()
                        .build());

        assertThat(refused.problems())
                .extracting(Problem::toString)
                .containsExactly("/stages: no-won-stage: no stage is of category won; add one in which a sale is made");
    }

    @Test
    void a_pipeline_without_stages_is_a_problem() {
        var refused = catchThrowableOfType(
                InvalidDefinitionException.class, () -> Pipeline.named("x").build());

        assertThat(refused.problems()).extracting(Problem::code).contains("empty");
    }

    @Test
    void free_and_listed_moves_at_once_are_a_problem() {
        assertThat(problems("""
            {"kind": "pipeline", "format": 1, "name": "x", "version": 1,
             "stages": [{"key": "new", "name": "New", "category": "open"},
                        {"key": "won", "name": "Won", "category": "won"}],
             "start": "new", "free": true, "transitions": []}
            """))
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(tuple("", "moves-unclear"));
    }

    @Test
    void the_builder_too_refuses_free_and_listed_moves_at_once() {
        PipelineBuilder builder =
                Pipeline.named("x").open("new", "New").won("won", "Won").free().allow("new", "won", Guard.has("email"));

        var refused = catchThrowableOfType(InvalidDefinitionException.class, builder::build);

        assertThat(refused).isNotNull();
        assertThat(refused.problems()).extracting(Problem::code).containsExactly("moves-unclear");
    }

    @Test
    void the_builder_too_checks_what_the_document_is_checked_for() {
        PipelineBuilder builder = Pipeline.named(" ")
                .version(0)
                .stage(Stage.of(" ", "", StageCategory.OPEN)
                        .withProbability(1.5)
                        .withWipLimit(0))
                .won("won", "Won")
                .free();

        assertThatThrownBy(builder::build)
                .isInstanceOfAny(InvalidDefinitionException.class, IllegalArgumentException.class);
    }

    @Test
    void keys_and_names_that_no_store_keeps_are_problems() {
        assertThat(problems("""
            {"kind": "pipeline", "format": 1, "name": "a\\u0000b", "version": 1,
             "stages": [{"key": "n\\u0000w", "name": "New", "category": "open"},
                        {"key": "won", "name": "Won", "category": "won"}],
             "start": "n\\u0000w", "free": true}
            """)).extracting(Problem::pointer).contains("/name", "/stages/0/key");
    }

    @Test
    void reasons_and_rules_with_longer_keys_than_stores_keep_are_problems() {
        assertThat(problems("""
            {"kind": "pipeline", "format": 1, "name": "sales", "version": 1,
             "stages": [{"key": "new", "name": "New", "category": "open"},
                        {"key": "won", "name": "Won", "category": "won"},
                        {"key": "lost", "name": "Lost", "category": "lost",
                         "lostReasons": [{"key": "%1$s", "name": "Price"}]}],
             "start": "new", "free": true,
             "timed": [{"id": "%1$s", "stage": "new", "after": "P1D", "tag": "cold"}]}
            """.formatted("x".repeat(1025))))
                .extracting(Problem::pointer, Problem::code)
                .containsExactlyInAnyOrder(
                        tuple("/stages/2/lostReasons/0", "bad-key"), tuple("/timed/0/id", "bad-key"));
    }

    @Test
    void a_probability_that_falls_along_the_way_is_a_warning_and_one_that_stays_is_none() {
        PipelineBuilder builder = Pipeline.named("sales")
                .stage(Stage.of("new", "New", StageCategory.OPEN).withProbability(0.3))
                .stage(Stage.of("talk", "Talk", StageCategory.OPEN).withProbability(0.3))
                .won("won", "Won")
                .lost("lost", "Lost")
                .free();

        assertThat(builder.build().warnings()).isEmpty();
        assertThat(builder.stage(Stage.of("offer", "Offer", StageCategory.OPEN).withProbability(0.2))
                        .build()
                        .warnings())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(tuple("/stages/4/probability", "probability-falls"));
    }

    @Test
    void the_wrong_kind_of_document_is_a_problem() {
        assertThat(problems("{\"kind\": \"scorecard\", \"format\": 2, \"name\": \"x\", \"version\": 1}"))
                .extracting(Problem::pointer, Problem::code)
                .contains(tuple("/kind", "wrong-kind"), tuple("/format", "unknown-format"));
        assertThat(problems("[]")).extracting(Problem::code).containsExactly("wrong-type");
        assertThat(problems("")).extracting(Problem::code).containsExactly("not-json");
    }

    @Test
    void broken_json_is_a_problem_with_its_line() {
        assertThat(problems("{\n  \"kind\": \"pipeline\",\n  oops}"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("not-json");
                    assertThat(problem.message()).contains("line 3");
                });
    }

    @Test
    void an_immense_number_is_a_problem_at_once() {
        assertThat(problems("{\"kind\": \"pipeline\", \"format\": 1, \"name\": \"x\", \"version\": 1e999999999}"))
                .extracting(Problem::pointer, Problem::code)
                .contains(tuple("/version", "out-of-range"));
    }

    @Test
    void a_file_that_cannot_be_read_is_a_problem() {
        assertThatThrownBy(() -> Pipeline.read(Path.of("no", "such", "pipeline.json")))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("unreadable");
    }

    private static List<Problem> problems(String json) {
        var refused = catchThrowableOfType(InvalidDefinitionException.class, () -> Pipeline.parse(json));
        assertThat(refused).as("a refused definition").isNotNull();
        return refused.problems();
    }
}
