package dev.leadkit.insight;

import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.store.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What leads came to, by source, by who looked after them, or by how warm they were. Each lead counts once, for what it came
 * to in the end: one that was lost, reopened and won is won.
 *
 * @param rows the most leads first, equal ones by key, the one without a key last among them
 */
public record Conversion(TimeRange window, Basis basis, Dimension dimension, List<Row> rows) {
    /** Which leads the window is about. */
    public enum Basis {
        /** Those created in it, whatever became of them since. The share that is won grows as long as some are open. */
        CREATED,
        /** Those that were won or lost in it and still are, whenever they were created. None of them is open. */
        CLOSED
    }

    /**
     * The leads of one key.
     *
     * @param key absent for leads that nobody looked after, or that had no score
     * @param leads the sum of the three that follow
     */
    public record Row(@Nullable String key, long leads, long won, long lost, long open) {
        /** The share of all of them that is won. */
        public OptionalDouble conversion() {
            return Shares.of(won, leads);
        }

        /** The share of those that are won or lost that is won; empty when none is. */
        public OptionalDouble winRate() {
            return Shares.of(won, won + lost);
        }
    }

    public Conversion {
        rows = List.copyOf(rows);
    }

    /** @param histories those of other pipelines and those outside the window are left out; read once */
    public static Conversion of(
            Pipeline pipeline, Stream<LeadHistory> histories, TimeRange window, Basis basis, Dimension dimension) {
        var order = new StageOrder(pipeline);
        Map<String, long[]> counts = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
        histories
                .filter(history -> history.pipeline().equals(pipeline.name()))
                .filter(history -> isIn(window, basis, history, order))
                .forEach(history -> {
                    String key = dimension.of(history, order);
                    counts.computeIfAbsent(key, none -> new long[StageCategory.values().length])[
                            order.outcome(history).ordinal()]++;
                });
        List<Row> rows = new ArrayList<>();
        counts.forEach((key, of) -> {
            long won = of[StageCategory.WON.ordinal()];
            long lost = of[StageCategory.LOST.ordinal()];
            long open = of[StageCategory.OPEN.ordinal()];
            rows.add(new Row(key, won + lost + open, won, lost, open));
        });
        rows.sort(Comparator.comparingLong(Row::leads).reversed());
        return new Conversion(window, basis, dimension, rows);
    }

    private static boolean isIn(TimeRange window, Basis basis, LeadHistory history, StageOrder order) {
        return switch (basis) {
            case CREATED -> window.contains(history.createdAt());
            case CLOSED ->
                order.outcome(history).isClosed()
                        && window.contains(order.decisive(history).from());
        };
    }
}
