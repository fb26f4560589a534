package dev.leadkit.examples.leaddesk.settings;

import dev.leadkit.examples.leaddesk.insight.Figures;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.WipLimit;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A stage as a row of a table. @param leads how many are in it; {@link Figures#UNKNOWN} when that is not told */
public record StageWords(
        String key,
        String name,
        String colour,
        String category,
        String probability,
        String staleAfter,
        String limit,
        String required,
        String leads) {
    private static final String QUIET = "#8892a0";

    /** @param leads by the key of the stage; absent when they are not told */
    public static List<StageWords> of(Pipeline pipeline, @Nullable Map<String, Long> leads) {
        return pipeline.stages().stream().map(stage -> of(stage, leads)).toList();
    }

    private static StageWords of(Stage stage, @Nullable Map<String, Long> leads) {
        Double probability = stage.probability();
        String colour = stage.colour();
        return new StageWords(
                stage.key(),
                stage.name(),
                colour == null ? QUIET : colour,
                stage.category().key(),
                Figures.percent(probability == null ? OptionalDouble.empty() : OptionalDouble.of(probability)),
                stale(stage),
                limit(stage),
                stage.required().isEmpty() ? Figures.UNKNOWN : required(stage),
                leads == null ? Figures.UNKNOWN : Figures.count(leads.getOrDefault(stage.key(), 0L)));
    }

    /** {@code lostReason} as {@code lost reason}. */
    static String required(Stage stage) {
        return String.join(", ", stage.required())
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }

    static String stale(Stage stage) {
        Duration after = stage.staleAfter();
        return Figures.duration(after);
    }

    static String limit(Stage stage) {
        WipLimit limit = stage.wipLimit();
        if (limit == null) {
            return Figures.UNKNOWN;
        }
        String all = limit.leads() == null ? "" : String.valueOf(limit.leads());
        String each = limit.perAssignee() == null ? "" : limit.perAssignee() + " each";
        return (all.isEmpty() || each.isEmpty() ? all + each : all + ", " + each)
                + (limit.hard() ? ", refused beyond" : "");
    }
}
