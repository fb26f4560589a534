package dev.leadkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read as the same pipeline. */
class PipelineJsonTest {
    private static final HostGuard GOOD = attempt -> Optional.empty();
    private static final HostGuards HOSTS = HostGuards.none().with("credit", GOOD);

    static List<Guard> everyGuard() {
        return List.of(
                Guard.scoreAtLeast(60),
                Guard.has(LeadField.AMOUNT),
                Guard.amountAtLeast(Money.of("12.50", "EUR")),
                Guard.amountAtLeast(Money.of("0", "JPY")),
                Guard.taggedAny("vip", "old \"friend\""),
                Guard.taggedAll("a", "b"),
                Guard.taggedNone("c"),
                new Guard.Tagged(Set.of("x"), Set.of("y"), Set.of("z")),
                Guard.from("widget", "api"),
                Guard.consentTo("newsletter"),
                Guard.inStageFor(Duration.ofMinutes(90)),
                Guard.by(Actor.Kind.USER, Actor.Kind.RULE),
                Guard.host("credit", GOOD),
                Guard.all(Guard.has(LeadField.EMAIL), Guard.scoreAtLeast(1)),
                Guard.any(Guard.has(LeadField.EMAIL), Guard.not(Guard.any(Guard.has(LeadField.PHONE)))),
                Guard.not(Guard.host("credit", GOOD)));
    }

    @Test
    void every_kind_of_guard_is_among_them() {
        assertThat(everyGuard()).extracting(guard -> (Object) guard.getClass()).contains((Object[])
                Guard.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("everyGuard")
    void a_guard_is_read_as_it_was_written(Guard guard) {
        Pipeline pipeline = Pipeline.named("sales")
                .open("new", "New")
                .won("won", "Won")
                .allow("new", "won", guard)
                .build();

        Pipeline read = Pipeline.parse(pipeline.toJson(), HOSTS);

        assertThat(read.transitions()).isEqualTo(pipeline.transitions());
    }

    @Test
    void all_that_a_stage_and_a_transition_can_have_is_read_as_it_was_written() {
        Stage lost = new Stage(
                "lost",
                "Lost \u2764",
                StageCategory.LOST,
                "#ff0000",
                0.0,
                Duration.ofDays(3),
                new WipLimit(7, 2, true),
                List.of(LeadField.LOST_REASON),
                List.of(LostReason.of("price"), new LostReason("taste", "It was no fit")));
        var pipeline = new Pipeline(new PipelineDraft(
                "sales",
                4,
                Placed.all(
                        "/stages/",
                        List.of(
                                Stage.of("new", "New", StageCategory.OPEN),
                                Stage.of("won", "Won", StageCategory.WON),
                                lost)),
                "new",
                false,
                true,
                Placed.all(
                        "/transitions/",
                        List.of(
                                new Transition("new", "won", List.of()),
                                new Transition("new", "lost", List.of(LeadField.AMOUNT), List.of()))),
                new Reopening("new", true),
                Placed.all(
                        "/timed/",
                        List.of(
                                TimedRule.move("cold", "new", Duration.ofDays(9), "lost", "price"),
                                TimedRule.tag("late", "new", Duration.ofDays(2), "late")))));

        Pipeline read = Pipeline.parse(pipeline.toJson());

        assertThat(read.stages()).isEqualTo(pipeline.stages());
        assertThat(read.transitions()).isEqualTo(pipeline.transitions());
        assertThat(read.version()).isEqualTo(4);
        assertThat(read.reopening()).isEqualTo(pipeline.reopening());
        assertThat(read.timedRules()).isEqualTo(pipeline.timedRules());
        assertThat(read.start()).isEqualTo(pipeline.start());
    }

    @Test
    void the_presets_and_another_version_of_them_are_read_as_they_were_written() {
        for (Pipeline preset : List.of(Pipeline.fiveStage(), Pipeline.sixStage())) {
            Pipeline next = Pipeline.parse(preset.withVersion(9).toJson());

            assertThat(next.version()).isEqualTo(9);
            assertThat(next.withVersion(1).toJson()).isEqualTo(preset.toJson());
            assertThat(next.stages()).isEqualTo(preset.stages());
            assertThat(next.transitions()).isEqualTo(preset.transitions());
            assertThat(next.isFree()).isEqualTo(preset.isFree());
            assertThat(next.warnings()).isEqualTo(preset.warnings());
        }
    }

    @Test
    void a_guard_that_the_process_was_not_given_refuses_in_a_published_definition() {
        Pipeline pipeline = Pipeline.named("sales")
                .open("new", "New")
                .won("won", "Won")
                .allow("new", "won", Guard.host("credit", GOOD))
                .build();

        Pipeline read = Pipeline.parse(pipeline.toJson(), HostGuards.none().othersFailing());

        assertThat(read.transitions()).isEqualTo(pipeline.transitions());
        assertThat(HostGuards.none().othersFailing().names()).isEmpty();
    }
}
