package dev.leadkit.undo;

import dev.leadkit.pipeline.Occupancy;
import dev.leadkit.pipeline.Pipeline;
import java.util.Optional;

/** Where a lead may go back to. For the desk, which knows what pipelines there are by now. */
public interface Places {
    /** The pipeline of a name, in its present version; empty when there is none any more. */
    Optional<Pipeline> pipeline(String name);

    /** The key of the stage of the present version that a key means; the key itself when it means none. */
    String stageNow(Pipeline pipeline, String stage);

    /** How full a stage is; asked only for one that the lead would go back to. */
    Occupancy occupancy(Pipeline pipeline, String stage);
}
