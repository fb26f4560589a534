package dev.leadkit.insight;

import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.store.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why, where, from which source and by whom leads were lost: those that were lost in a window and still are as of the
 * instant of the histories. One that was reopened since is not lost.
 *
 * @param total the sum of all cells
 * @param cells the most leads first; none with no lead
 */
public record LostLeads(TimeRange window, long total, List<Cell> cells) {
    /** By what a cell is told from the others. */
    public enum Side {
        REASON,
        STAGE,
        SOURCE,
        ASSIGNEE
    }

    /**
     * The leads that have all four in common.
     *
     * @param reason as it was given with the last move; absent when none was
     * @param stage the open stage that it was lost from; absent when it came into being as lost
     * @param source where it came from
     * @param assignee who looked after it when it was lost; absent when nobody did
     */
    public record Cell(
            @Nullable String reason,
            @Nullable String stage,
            String source,
            @Nullable String assignee,
            long leads) {
        @Nullable
        String at(Side side) {
            return switch (side) {
                case REASON -> reason;
                case STAGE -> stage;
                case SOURCE -> source;
                case ASSIGNEE -> assignee;
            };
        }
    }

    /** The leads that have one thing in common; its value is absent as in {@link Cell}. */
    public record Sum(@Nullable String value, long leads) {}

    public LostLeads {
        cells = List.copyOf(cells);
    }

    /** The leads by one side alone, the most first, equal ones by value. */
    public List<Sum> by(Side side) {
        Map<String, Long> sums = new TreeMap<>(nullsLast());
        cells.forEach(cell -> sums.merge(cell.at(side), cell.leads(), Long::sum));
        List<Sum> sorted = new ArrayList<>();
        sums.forEach((value, leads) -> sorted.add(new Sum(value, leads)));
        sorted.sort(Comparator.comparingLong(Sum::leads).reversed());
        return sorted;
    }

    /** @param histories those of other pipelines are left out; read once */
    public static LostLeads of(Pipeline pipeline, Stream<LeadHistory> histories, TimeRange window) {
        var order = new StageOrder(pipeline);
        Map<Cell, Long> counts = new HashMap<>(); // by the cell without its leads
        histories
                .filter(history -> history.pipeline().equals(pipeline.name()))
                .filter(history -> order.outcome(history) == StageCategory.LOST)
                .filter(history -> window.contains(order.decisive(history).from()))
                .forEach(history -> counts.merge(cell(history, order), 1L, Long::sum));
        List<Cell> cells = new ArrayList<>();
        counts.forEach((cell, leads) ->
                cells.add(new Cell(cell.reason(), cell.stage(), cell.source(), cell.assignee(), leads)));
        cells.sort(Comparator.comparingLong(Cell::leads)
                .reversed()
                .thenComparing(Cell::reason, nullsLast())
                .thenComparing(Cell::stage, nullsLast())
                .thenComparing(Cell::source)
                .thenComparing(Cell::assignee, nullsLast()));
        return new LostLeads(
                window, counts.values().stream().mapToLong(Long::longValue).sum(), cells);
    }

    private static Cell cell(LeadHistory history, StageOrder order) {
        String stage = null;
        for (StageVisit visit : history.visits()) {
            stage = order.category(visit.stage()) == StageCategory.OPEN ? visit.stage() : stage;
        }
        return new Cell(
                history.current().reason(),
                stage,
                history.source(),
                order.decisive(history).assignee(),
                0);
    }

    private static Comparator<@Nullable String> nullsLast() {
        return Comparator.nullsLast(Comparator.<String>naturalOrder());
    }
}
