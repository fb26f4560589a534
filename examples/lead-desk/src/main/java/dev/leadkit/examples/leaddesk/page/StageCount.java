package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import java.util.List;
import java.util.Map;

/** How many leads are in a stage. @param colour of the stage, or a quiet one */
record StageCount(String key, String name, String colour, long leads) {
    private static final String QUIET = "#8892a0";

    /** One for each stage, in the order of the board. @param leads by the key of the stage; those left out have none */
    static List<StageCount> of(Pipeline pipeline, Map<String, Long> leads) {
        return pipeline.stages().stream()
                .map(stage ->
                        new StageCount(stage.key(), stage.name(), colour(stage), leads.getOrDefault(stage.key(), 0L)))
                .toList();
    }

    static String colour(Stage stage) {
        String colour = stage.colour();
        return colour == null ? QUIET : colour;
    }
}
