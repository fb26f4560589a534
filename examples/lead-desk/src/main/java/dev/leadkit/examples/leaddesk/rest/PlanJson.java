package dev.leadkit.examples.leaddesk.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.leadkit.examples.leaddesk.rest.Problem.Reason;
import dev.leadkit.migration.MigrationPlan;
import dev.leadkit.migration.PipelineDifference;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it would do to publish a version of a pipeline.
 *
 * @param token to send back with the confirmation
 * @param currentVersion absent for a pipeline of a new name
 * @param problems what keeps it from being published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanJson(
        String token,
        String name,
        @Nullable Integer currentVersion,
        int nextVersion,
        long leads,
        List<Move> moves,
        Difference difference,
        List<Reason> problems,
        List<Reason> warnings) {

    /** @param to absent where no stage takes the place of theirs */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Move(String from, @Nullable String to, long leads, long closing, long reopening, List<Lacking> lacking) {}

    /** What some leads lack that the stage requires. @param first the oldest of them */
    record Lacking(String code, String text, long leads, List<String> first) {}

    record Difference(
            List<String> added,
            List<String> removed,
            List<String> changed,
            List<String> allowed,
            List<String> forbidden) {
        static Difference of(PipelineDifference difference) {
            return new Difference(
                    difference.added().stream().map(Stage::key).toList(),
                    difference.removed().stream().map(Stage::key).toList(),
                    difference.changed().stream()
                            .map(each -> each.after().key())
                            .toList(),
                    difference.allowed().stream().map(PlanJson::move).toList(),
                    difference.forbidden().stream().map(PlanJson::move).toList());
        }
    }

    static PlanJson of(MigrationPlan plan) {
        return new PlanJson(
                plan.token(),
                plan.next().name(),
                plan.current() == null ? null : plan.current().version(),
                plan.next().version(),
                plan.leads(),
                plan.moves().stream().map(PlanJson::move).toList(),
                Difference.of(plan.difference()),
                Problems.ofDefinition(plan.problems()),
                Problems.ofDefinition(plan.next().warnings()));
    }

    private static Move move(MigrationPlan.StageMove move) {
        return new Move(
                move.from(),
                move.to(),
                move.leads(),
                move.closing(),
                move.reopening(),
                move.lacking().stream()
                        .map(each -> new Lacking(
                                each.refusal().code(),
                                each.refusal().text(),
                                each.leads(),
                                each.first().stream().map(Object::toString).toList()))
                        .toList());
    }

    private static String move(Transition transition) {
        return transition.from() + " → " + transition.to();
    }
}
