package dev.leadkit.migration;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which stages take the place of others: of an older version in a newer one, or of one pipeline in another. Immutable and
 * safe to share.
 *
 * <pre>{@code
 * StageMap map = StageMap.of("qualified", "hot").and("waiting", "hot");
 * }</pre>
 *
 * @param stages the key of the stage that takes its place, by a stage's key
 */
public record StageMap(Map<String, String> stages) {
    /** Nothing takes anything's place. */
    public static final StageMap NONE = new StageMap(Map.of());

    public StageMap {
        stages = Collections.unmodifiableMap(new TreeMap<>(stages));
    }

    public static StageMap of(String from, String to) {
        return NONE.and(from, to);
    }

    /** With one more stage, in place of what it said of it. */
    public StageMap and(String from, String to) {
        Map<String, String> more = new TreeMap<>(stages);
        more.put(from, to);
        return new StageMap(more);
    }

    /** What takes the place of a stage; empty when nothing is said of it. */
    public Optional<String> find(String stage) {
        return Optional.ofNullable(stages.get(stage));
    }

    /** What takes the place of a stage: the stage itself when nothing is said of it. */
    String resolve(String stage) {
        return stages.getOrDefault(stage, stage);
    }
}
