package dev.leadkit.examples.leaddesk.insight;

import dev.leadkit.insight.LeadHistory;
import dev.leadkit.insight.StageVisit;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Leads made, won and lost over a period, in columns of equal length.
 *
 * @param unit what a column is, such as {@code day}
 * @param columns in the order of time
 * @param most the highest figure of all, 1 at least
 */
public record Trend(String unit, List<Column> columns, long most) {
    private static final int DAILY = 31;
    private static final int WEEKLY = 183;
    private static final int MOST_COLUMNS = 40;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /** What happened in one of them. @param name for people @param labelled whether there is room for its name */
    public record Column(String name, boolean labelled, long created, long won, long lost) {}

    public Trend {
        columns = List.copyOf(columns);
    }

    static Trend of(Pipeline pipeline, List<LeadHistory> histories, Period period) {
        long days = ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
        int step = days <= DAILY ? 1 : days <= WEEKLY ? 7 : Math.max(30, (int) (days / MOST_COLUMNS) + 1);
        int columns = (int) ((days + step - 1) / step);
        long[][] counts = new long[columns][3];
        for (LeadHistory history : histories) {
            add(counts, 0, history.createdAt(), period, step);
            for (StageVisit visit : history.visits()) {
                StageCategory category =
                        pipeline.findStage(visit.stage()).map(Stage::category).orElse(StageCategory.OPEN);
                if (category.isClosed()) {
                    add(counts, category == StageCategory.WON ? 1 : 2, visit.from(), period, step);
                }
            }
        }
        List<Column> made = new ArrayList<>();
        long most = 1;
        int every = Math.max(1, (columns + 4) / 5);
        for (int i = 0; i < columns; i++) {
            LocalDate first = period.from().plusDays((long) i * step);
            made.add(new Column(DAY.format(first), i % every == 0, counts[i][0], counts[i][1], counts[i][2]));
            most = Math.max(most, Math.max(counts[i][0], Math.max(counts[i][1], counts[i][2])));
        }
        return new Trend(step == 1 ? "day" : step == 7 ? "week" : step + " days", made, most);
    }

    private static void add(long[][] counts, int which, Instant at, Period period, int step) {
        LocalDate day = at.atZone(Period.ZONE).toLocalDate();
        long column = Math.floorDiv(ChronoUnit.DAYS.between(period.from(), day), step);
        if (column >= 0 && column < counts.length && !day.isAfter(period.to())) {
            counts[(int) column][which]++;
        }
    }

    /** Whether nothing happened. */
    public boolean isEmpty() {
        return columns.stream().allMatch(column -> column.created() + column.won() + column.lost() == 0);
    }
}
