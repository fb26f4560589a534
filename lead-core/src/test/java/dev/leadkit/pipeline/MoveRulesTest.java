package dev.leadkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveRulesTest {
    private static String pipeline(String stage, String rest) {
        return """
            {"kind": "pipeline", "format": 1, "name": "sales", "version": 1, "start": "new",
             "stages": [
               {"key": "new", "name": "New", "category": "open"%s},
               {"key": "won", "name": "Won", "category": "won"},
               {"key": "lost", "name": "Lost", "category": "lost", "required": ["lostReason"]}],
             "transitions": [{"from": "new", "to": "won"}, {"from": "new", "to": "lost"}]%s}
            """.formatted(stage, rest);
    }

    private static List<Problem> problems(String stage, String rest) {
        return catchThrowableOfType(InvalidDefinitionException.class, () -> Pipeline.parse(pipeline(stage, rest)))
                .problems();
    }

    @Test
    void a_pipeline_says_how_full_stages_may_be_and_what_time_does_and_how_leads_open_again() {
        Pipeline pipeline =
                Pipeline.parse(pipeline(", \"wipLimit\": {\"leads\": 20, \"perAssignee\": 5, \"hard\": true}", """
                , "reopen": {"to": "new", "keepLostReason": true},
                  "timed": [
                    {"id": "give-up", "stage": "new", "after": "P14D", "to": "lost", "reason": "no answer"},
                    {"id": "remind", "stage": "new", "after": "PT12H", "tag": "call"}]
                """));

        assertThat(pipeline.findStage("new").orElseThrow().wipLimit()).isEqualTo(new WipLimit(20, 5, true));
        assertThat(pipeline.reopening()).contains(new Reopening("new", true));
        assertThat(pipeline.timedRules())
                .containsExactly(
                        TimedRule.move("give-up", "new", Duration.ofDays(14), "lost", "no answer"),
                        TimedRule.tag("remind", "new", Duration.ofHours(12), "call"));
    }

    @Test
    void a_number_is_a_soft_limit_and_nothing_is_allowed_that_is_not_said() {
        Pipeline pipeline = Pipeline.parse(pipeline(", \"wipLimit\": 20", ""));

        assertThat(pipeline.findStage("new").orElseThrow().wipLimit()).isEqualTo(WipLimit.of(20));
        assertThat(pipeline.reopening()).isEmpty();
        assertThat(pipeline.timedRules()).isEmpty();
        assertThat(Pipeline.fiveStage().reopening()).contains(Reopening.TO_LAST_STAGE);
        assertThat(Pipeline.sixStage().reopening()).contains(Reopening.TO_LAST_STAGE);
    }

    @Test
    void every_problem_is_told_with_its_place() {
        List<Problem> found = problems(", \"wipLimit\": {\"hard\": true}", """
            , "reopen": {"to": "lost"},
              "timed": [
                {"id": "a", "stage": "lost", "after": "P1D", "tag": "x"},
                {"id": "a", "stage": "nowhere", "after": "P1D", "tag": "x"},
                {"id": "b", "stage": "new", "after": "P1D"},
                {"id": "c", "stage": "new", "after": "P1D", "tag": "x", "reason": "y"},
                {"id": "d", "stage": "new", "after": "P1D", "to": "gone", "reason": "y"},
                {"id": "e", "stage": "new", "after": "P1D", "to": "lost"},
                {"id": "f", "stage": "new", "to": "won"},
                {"id": "g", "stage": "new", "after": "PT0S", "to": "won"},
                {"id": "h", "stage": "new", "after": "P1D", "to": "new"}]
            """);

        assertThat(found)
                .extracting(Problem::pointer, Problem::code)
                .containsExactlyInAnyOrder(
                        tuple("/stages/0/wipLimit", "missing"),
                        tuple("/reopen/to", "closed-stage"),
                        tuple("/timed/0/stage", "closed-stage"),
                        tuple("/timed/1/id", "duplicate-rule"),
                        tuple("/timed/1/stage", "unknown-stage"),
                        tuple("/timed/2", "no-effect"),
                        tuple("/timed/3/reason", "reason-unused"),
                        tuple("/timed/4/to", "unknown-stage"),
                        tuple("/timed/5", "missing"),
                        tuple("/timed/6", "missing"),
                        tuple("/timed/7/after", "not-a-duration"),
                        tuple("/timed/8/to", "not-declared"));
        assertThat(problems(", \"wipLimit\": 0", ""))
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(tuple("/stages/0/wipLimit", "out-of-range"));
        assertThat(problems(", \"wipLimit\": \"many\"", ""))
                .extracting(Problem::code)
                .containsExactly("wrong-type");
        assertThat(problems("", ", \"reopen\": true")).extracting(Problem::code).containsExactly("wrong-type");
    }

    @Test
    void a_rule_gives_a_reason_that_the_stage_takes() {
        PipelineBuilder builder = Pipeline.named("p")
                .open("new", "New")
                .won("won", "Won")
                .stage(Stage.of("lost", "Lost", StageCategory.LOST).withLostReasons(LostReason.of("silence")))
                .free()
                .timed(TimedRule.move("a", "new", Duration.ofDays(1), "lost", "silence"))
                .timed(TimedRule.move("b", "new", Duration.ofDays(1), "lost", "no answer"));

        assertThat(catchThrowableOfType(InvalidDefinitionException.class, builder::build)
                        .problems())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(tuple("/timed/1/reason", "unknown-lost-reason"));
    }

    @Test
    void the_builder_is_checked_alike() {
        PipelineBuilder builder = Pipeline.named("p")
                .stage(Stage.of("new", "New", StageCategory.OPEN).withWipLimit(0))
                .won("won", "Won")
                .free()
                .reopening(new Reopening("gone", false))
                .timed(TimedRule.move("a", "new", Duration.ofDays(1), "gone", null));

        assertThat(catchThrowableOfType(InvalidDefinitionException.class, builder::build)
                        .problems())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(
                        tuple("/reopen/to", "unknown-stage"),
                        tuple("/stages/0/wipLimit", "out-of-range"),
                        tuple("/timed/0/to", "unknown-stage"));
    }
}
