package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.examples.leaddesk.chart.Bar;
import dev.leadkit.examples.leaddesk.chart.ChartTable;
import dev.leadkit.examples.leaddesk.insight.Figures;
import dev.leadkit.examples.leaddesk.insight.InsightReport;
import dev.leadkit.insight.CohortFunnel;
import dev.leadkit.insight.Conversion;
import dev.leadkit.insight.Dimension;
import dev.leadkit.insight.Forecast;
import dev.leadkit.insight.LostLeads;
import dev.leadkit.insight.PeriodFunnel;
import dev.leadkit.insight.ResponseTimes;
import dev.leadkit.insight.StageTimes;
import dev.leadkit.lead.Money;
import dev.leadkit.pipeline.LostReason;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures of a report as charts. What a template asks for is public, since it finds nothing else. */
final class InsightView {
    private final InsightReport report;
    private final Pipeline pipeline;

    /** A figure by itself. */
    record Tile(String name, String figure, String words) {}

    /**
     * The forecast of one currency, with its range.
     *
     * @param words the range in words
     */
    record Outlook(String currency, String weighted, String words, Bar bar, String all, String leads, String beside) {}

    /** A column of the trend, in percent of the width and pixels of the height. */
    record Column(String name, boolean labelled, double middle, List<Pillar> pillars, String words) {}

    /** One bar of a column. */
    record Pillar(String kind, double x, double width, double y, double height) {}

    InsightView(InsightReport report) {
        this.report = report;
        this.pipeline = report.pipeline();
    }

    public List<Tile> tiles() {
        PeriodFunnel flow = report.flow();
        ResponseTimes.Row answered = report.responses().total();
        return List.of(
                new Tile("New leads", Figures.count(flow.created()), "came in during the period"),
                new Tile("Won", Figures.count(flow.won()), "came into a won stage"),
                new Tile("Lost", Figures.count(flow.lost()), "came into a lost stage"),
                new Tile(
                        "Won so far",
                        Figures.percent(report.cohort().conversion()),
                        "of the new leads; %s still open"
                                .formatted(Figures.count(report.cohort().open()))),
                new Tile(
                        "Answered in time",
                        Figures.percent(answered.inTimeShare()),
                        "within " + Figures.duration(InsightReport.TARGET)),
                new Tile(
                        "Open leads",
                        Figures.count(report.forecast().leads()),
                        Figures.count(report.forecast().withoutAmount()) + " without an amount"));
    }

    static final int TREND_HEIGHT = 150;

    public List<Column> trend() {
        List<Column> columns = new ArrayList<>();
        int count = report.trend().columns().size();
        double slot = 100.0 / count;
        double pillar = slot * 0.28;
        for (int i = 0; i < count; i++) {
            var column = report.trend().columns().get(i);
            double left = i * slot + slot * 0.08;
            List<Pillar> pillars = new ArrayList<>();
            pillar(pillars, "created", left, pillar, column.created());
            pillar(pillars, "won", left + pillar, pillar, column.won());
            pillar(pillars, "lost", left + 2 * pillar, pillar, column.lost());
            columns.add(new Column(
                    column.name(),
                    column.labelled(),
                    round(i * slot + slot / 2),
                    pillars,
                    "%s: %s new, %s won, %s lost"
                            .formatted(column.name(), column.created(), column.won(), column.lost())));
        }
        return columns;
    }

    private void pillar(List<Pillar> pillars, String kind, double x, double width, long count) {
        if (count > 0) {
            double height = round((TREND_HEIGHT - 14.0) * count / report.trend().most());
            pillars.add(new Pillar(kind, round(x), round(width * 0.9), round(TREND_HEIGHT - height), height));
        }
    }

    private static double round(double value) {
        return Math.round(100 * value) / 100.0;
    }

    public ChartTable cohort() {
        var table = ChartTable.of(
                        "How far the new leads came", "Stage", "Reached", "Share", "Went on", "Lost here", "Still here")
                .kinds("Went on", "Won", "Still here", "Lost here");
        for (CohortFunnel.Step step : report.cohort().steps()) {
            table.row(
                    name(step.stage()),
                    colour(step.stage()),
                    Bar.of(report.cohort().leads())
                            .then("went-on", step.onward())
                            .then("won", step.won())
                            .then("still-here", step.open())
                            .then("lost-here", step.lost())
                            .build(),
                    Figures.count(step.reached()),
                    Figures.percent(step.reached(), report.cohort().leads()),
                    step.onward() == 0 && step.won() > 0 ? Figures.UNKNOWN : Figures.percent(step.onwardShare()),
                    Figures.count(step.lost()),
                    Figures.count(step.open()));
        }
        return table.build();
    }

    public ChartTable flow() {
        long most = Math.max(
                1,
                report.flow().steps().stream()
                        .mapToLong(PeriodFunnel.Step::entered)
                        .max()
                        .orElse(1));
        var table = ChartTable.of(
                "Who came into which stage", "Stage", "Came in", "Went on", "Went back", "Lost from here");
        for (PeriodFunnel.Step step : report.flow().steps()) {
            table.row(
                    name(step.stage()),
                    colour(step.stage()),
                    Bar.of(most).then("went-on", step.entered()).build(),
                    Figures.count(step.entered()),
                    Figures.count(step.onward()),
                    Figures.count(step.back()),
                    Figures.count(step.lost()));
        }
        return table.build();
    }

    public ChartTable times() {
        List<StageTimes.OfStage> stages = report.times().stages();
        double longest = stages.stream()
                .flatMap(stage -> Stream.of(seconds(stage.median()), seconds(stage.p90())))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        var table = ChartTable.of(
                        "How long leads stay", "Stage", "Half are on by", "Nine in ten by", "Visits", "Still there")
                .kinds("Median", "To nine in ten");
        for (StageTimes.OfStage stage : stages) {
            double median = seconds(stage.median());
            table.row(
                    name(stage.stage()),
                    colour(stage.stage()),
                    Bar.of(longest)
                            .from("to-nine-in-ten", median, Math.max(median, seconds(stage.p90())))
                            .from("median", 0, median)
                            .build(),
                    Figures.duration(stage.median()),
                    Figures.duration(stage.p90()),
                    Figures.count(stage.visits()),
                    Figures.count(stage.running()));
        }
        return table.build();
    }

    private static double seconds(@Nullable Duration duration) {
        return duration == null ? 0 : duration.toSeconds();
    }

    public List<ChartTable> outcomes() {
        return report.outcomes().stream().map(this::outcome).toList();
    }

    private ChartTable outcome(Conversion conversion) {
        long most = conversion.rows().stream()
                .mapToLong(Conversion.Row::leads)
                .max()
                .orElse(1);
        var table = ChartTable.of(
                        "By " + words(conversion.dimension()),
                        capital(words(conversion.dimension())),
                        "Leads",
                        "Won",
                        "Lost",
                        "Win rate")
                .kinds("Won", "Open", "Lost");
        for (Conversion.Row row : conversion.rows()) {
            table.row(
                    key(conversion.dimension(), row.key()),
                    null,
                    Bar.of(most)
                            .then("won", row.won())
                            .then("open", row.open())
                            .then("lost", row.lost())
                            .build(),
                    Figures.count(row.leads()),
                    Figures.count(row.won()),
                    Figures.count(row.lost()),
                    Figures.percent(row.winRate()));
        }
        return table.build();
    }

    private static String words(Dimension dimension) {
        return switch (dimension) {
            case SOURCE -> "source";
            case ASSIGNEE -> "assignee";
            case BAND -> "band";
        };
    }

    private static String key(Dimension dimension, @Nullable String key) {
        if (key == null) {
            return dimension == Dimension.BAND ? "No score" : "Nobody";
        }
        return dimension == Dimension.BAND ? capital(key) : key;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    public ChartTable reasons() {
        return losses("Why leads were lost", "Reason", LostLeads.Side.REASON);
    }

    public ChartTable lostFrom() {
        return losses("Where leads were lost", "Stage", LostLeads.Side.STAGE);
    }

    private ChartTable losses(String caption, String head, LostLeads.Side side) {
        List<LostLeads.Sum> sums = report.lost().by(side);
        long most = sums.stream().mapToLong(LostLeads.Sum::leads).max().orElse(1);
        var table = ChartTable.of(caption, head, "Leads", "Share");
        for (LostLeads.Sum sum : sums) {
            String value = sum.value();
            boolean isStage = side == LostLeads.Side.STAGE;
            table.row(
                    value == null
                            ? (isStage ? "None: it came in as lost" : "No reason given")
                            : isStage ? name(value) : reason(value),
                    value == null || !isStage ? null : colour(value),
                    Bar.of(most).then("lost", sum.leads()).build(),
                    Figures.count(sum.leads()),
                    Figures.percent(sum.leads(), report.lost().total()));
        }
        return table.build();
    }

    private String reason(String key) {
        return pipeline.stages().stream()
                .flatMap(stage -> stage.lostReasons().stream())
                .filter(reason -> reason.key().equals(key))
                .map(LostReason::name)
                .findFirst()
                .orElse(key);
    }

    public ChartTable responses() {
        var table = ChartTable.of(
                        "How soon new leads were answered", "Assignee", "Leads", "In time", "Half by", "Nine in ten by")
                .kinds("In time", "Late", "Overdue", "Waiting", "Closed before");
        long most = Math.max(
                1,
                report.responses().rows().stream()
                        .mapToLong(ResponseTimes.Row::leads)
                        .max()
                        .orElse(1));
        for (ResponseTimes.Row row : report.responses().rows()) {
            table.row(
                    key(Dimension.ASSIGNEE, row.key()),
                    null,
                    Bar.of(most)
                            .then("in-time", row.inTime())
                            .then("late", row.late())
                            .then("overdue", row.overdue())
                            .then("waiting", row.waiting())
                            .then("closed-before", row.closed())
                            .build(),
                    Figures.count(row.leads()),
                    Figures.percent(row.inTimeShare()),
                    Figures.duration(row.median()),
                    Figures.duration(row.p90()));
        }
        return table.build();
    }

    public List<Outlook> outlooks() {
        return report.forecast().currencies().stream().map(this::outlook).toList();
    }

    private Outlook outlook(Forecast.OfCurrency money) {
        double all = money.all().amount().doubleValue();
        return new Outlook(
                money.currency(),
                Figures.money(money.weighted()),
                "%s to %s in eight of ten cases".formatted(Figures.money(money.low()), Figures.money(money.high())),
                Bar.of(all)
                        .from("whole", 0, all)
                        .from("range", amount(money.low()), amount(money.high()))
                        .mark("weighted", amount(money.weighted()))
                        .build(),
                Figures.money(money.all()),
                Figures.count(money.leads()),
                beside(money));
    }

    private static String beside(Forecast.OfCurrency money) {
        List<String> words = new ArrayList<>();
        if (money.overridden() > 0) {
            words.add("%s with a chance of their own".formatted(leads(money.overridden())));
        }
        if (money.unweighted() > 0) {
            words.add("%s of %s can't be weighted: their stage has no probability"
                    .formatted(Figures.money(money.unweightedAmounts()), leads(money.unweighted())));
        }
        return String.join("; ", words);
    }

    private static String leads(long count) {
        return count == 1 ? "1 lead" : Figures.count(count) + " leads";
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }

    private String name(String stage) {
        return pipeline.findStage(stage).map(Stage::name).orElse(stage);
    }

    private @Nullable String colour(String stage) {
        return pipeline.findStage(stage).map(Stage::colour).orElse(null);
    }
}
