package dev.leadkit.insight;

import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How soon the leads that were created in a window were answered: by a move or a note of a person, or by what an agent wrote
 * where the histories {@linkplain LeadHistory#withReply know of it}. All times are of the target's business hours.
 *
 * @param total all of them together, without a key
 * @param rows by the dimension: the most leads first, equal ones by key, the one without a key last among them
 */
public record ResponseTimes(TimeRange window, ResponseTarget target, Dimension dimension, Row total, List<Row> rows) {
    /**
     * The leads of one key.
     *
     * @param key absent for leads that nobody looked after, or that had no score
     * @param leads the sum of the five that follow
     * @param inTime answered within the target
     * @param late answered, but later
     * @param overdue not answered, though the target has passed
     * @param waiting not answered, and there is still time
     * @param closed won or lost by something else than a person, before the target had passed
     * @param median by when half of them are answered, those not answered counted as taking at least so long as of now
     *     (Kaplan and Meier 1958); absent when too few are answered for anybody to tell
     * @param p90 by when nine in ten are answered; absent likewise
     */
    public record Row(
            @Nullable String key,
            long leads,
            long inTime,
            long late,
            long overdue,
            long waiting,
            long closed,
            @Nullable Duration median,
            @Nullable Duration p90) {
        /** The share answered in time of those of which one can tell; empty when there are none. */
        public OptionalDouble inTimeShare() {
            return Shares.of(inTime, inTime + late + overdue);
        }
    }

    public ResponseTimes {
        rows = List.copyOf(rows);
    }

    /**
     * Keeps eight bytes for each lead.
     *
     * @param histories those of other pipelines and those created outside the window are left out; read once
     */
    public static ResponseTimes of(
            Pipeline pipeline,
            Stream<LeadHistory> histories,
            TimeRange window,
            ResponseTarget target,
            Dimension dimension) {
        var order = new StageOrder(pipeline);
        var all = new Count(target);
        Map<String, Count> counts = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
        histories
                .filter(history -> history.pipeline().equals(pipeline.name()))
                .filter(history -> window.contains(history.createdAt()))
                .forEach(history -> {
                    all.add(history, order);
                    counts.computeIfAbsent(dimension.of(history, order), key -> new Count(target))
                            .add(history, order);
                });
        List<Row> rows = new ArrayList<>();
        counts.forEach((key, count) -> rows.add(count.row(key)));
        rows.sort(Comparator.comparingLong(Row::leads).reversed());
        return new ResponseTimes(window, target, dimension, all.row(null), rows);
    }

    private static final class Count {
        private final ResponseTarget target;
        private final KaplanMeier times = new KaplanMeier();
        private long inTime;
        private long late;
        private long overdue;
        private long waiting;
        private long closed;

        Count(ResponseTarget target) {
            this.target = target;
        }

        void add(LeadHistory history, StageOrder order) {
            Instant begin = history.visits().get(0).from();
            Instant answered = history.answeredAt();
            Instant closedAt = closedAt(history, order);
            if (answered != null && closedAt != null && closedAt.isBefore(answered)) {
                answered = null;
            }
            Instant end = answered != null ? answered : closedAt != null ? closedAt : history.asOf();
            Duration time = target.hours().between(begin, end);
            times.add(time, answered != null);
            boolean passed = time.compareTo(target.within()) > 0;
            if (answered != null) {
                inTime += passed ? 0 : 1;
                late += passed ? 1 : 0;
            } else if (passed) {
                overdue++;
            } else if (closedAt != null) {
                closed++;
            } else {
                waiting++;
            }
        }

        /** When it was first closed; absent when it never was. */
        private static @Nullable Instant closedAt(LeadHistory history, StageOrder order) {
            return history.visits().stream()
                    .filter(visit -> order.category(visit.stage()).isClosed())
                    .map(StageVisit::from)
                    .findFirst()
                    .orElse(null);
        }

        Row row(@Nullable String key) {
            return new Row(
                    key,
                    inTime + late + overdue + waiting + closed,
                    inTime,
                    late,
                    overdue,
                    waiting,
                    closed,
                    times.quantile(0.5),
                    times.quantile(0.9));
        }
    }
}
