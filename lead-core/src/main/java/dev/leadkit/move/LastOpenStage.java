package dev.leadkit.move;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Change;
import dev.leadkit.pipeline.Pipeline;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where a lead was open last. */
public final class LastOpenStage {
    private LastOpenStage() {}

    /**
     * The last stage in a lead's timeline that the pipeline has and that is open.
     *
     * @param timeline in its order
     * @return its key; that of the first stage when there is none
     */
    public static String of(Pipeline pipeline, Iterable<Activity> timeline) {
        return of(pipeline, stage -> stage, timeline);
    }

    /** @param now the key of the stage that took the place of one of an earlier version; others stay */
    public static String of(Pipeline pipeline, UnaryOperator<String> now, Iterable<Activity> timeline) {
        String last = pipeline.start().key();
        for (Activity activity : timeline) {
            for (String stage : stages(activity.change())) {
                String key = now.apply(stage);
                last = isOpen(pipeline, key) ? key : last;
            }
        }
        return last;
    }

    private static List<String> stages(Change change) {
        if (change instanceof Change.Created created) {
            return List.of(created.stage());
        } else if (change instanceof Change.StageChanged moved) {
            return List.of(moved.from(), moved.to());
        } else if (change instanceof Change.PipelineChanged moved) {
            return List.of(moved.toStage());
        }
        return List.of();
    }

    private static boolean isOpen(Pipeline pipeline, String key) {
        return pipeline.findStage(key)
                .filter(stage -> !stage.category().isClosed())
                .isPresent();
    }
}
