package dev.leadkit.migration;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a lead has stood since it was last moved: the stage by the number of the pipeline's version. Read from its
 * timeline, in which each version that it was brought to stands. Not safe to share.
 */
final class Standing {
    private final SortedMap<Integer, String> stages = new TreeMap<>();
    private int version;

    /** What is known without the timeline. */
    static SortedMap<Integer, String> of(Lead lead) {
        return new TreeMap<>(Map.of(lead.pipelineVersion(), lead.stage()));
    }

    /** @param timeline in its order; entries of later versions than the lead's are left out */
    static SortedMap<Integer, String> of(Lead lead, Iterable<Activity> timeline) {
        var standing = new Standing();
        for (Activity activity : timeline) {
            if (activity.version() <= lead.version()) {
                standing.add(activity.change());
            }
        }
        standing.stages.keySet().removeIf(version -> version > lead.pipelineVersion());
        standing.stages.put(lead.pipelineVersion(), lead.stage());
        return standing.stages;
    }

    private void add(Change change) {
        if (change instanceof Change.Created created) {
            moved(created.pipelineVersion(), created.stage());
        } else if (change instanceof Change.StageChanged moved) {
            moved(version, moved.to());
        } else if (change instanceof Change.PipelineChanged moved) {
            moved(moved.toVersion(), moved.toStage());
        } else if (change instanceof Change.Migrated migrated) {
            stages.put(migrated.fromVersion(), migrated.fromStage());
            stages.put(migrated.toVersion(), migrated.toStage());
            version = migrated.toVersion();
        }
    }

    private void moved(int to, String stage) {
        stages.clear();
        version = to;
        stages.put(version, stage);
    }
}
