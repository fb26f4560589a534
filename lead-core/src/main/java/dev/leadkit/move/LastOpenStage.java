package dev.leadkit.move;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Change;
import dev.leadkit.pipeline.Pipeline;

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
        String last = pipeline.start().key();
        for (Activity activity : timeline) {
            if (activity.change() instanceof Change.Created created && isOpen(pipeline, created.stage())) {
                last = created.stage();
            } else if (activity.change() instanceof Change.StageChanged moved) {
                last = isOpen(pipeline, moved.from()) ? moved.from() : last;
                last = isOpen(pipeline, moved.to()) ? moved.to() : last;
            }
        }
        return last;
    }

    private static boolean isOpen(Pipeline pipeline, String key) {
        return pipeline.findStage(key)
                .filter(stage -> !stage.category().isClosed())
                .isPresent();
    }
}
