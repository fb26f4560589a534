package dev.leadkit.examples.benchmarks.turns;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What contenders took beside the limit and beside the usual, a table for each operation, as Markdown. */
public final class RatioReport {
    private final Turns turns;
    private final Set<String> usual;
    private final ReportText text = new ReportText();

    /**
     * @param command what was run, after the name of the jar
     * @param usual the contenders that stand for what people use, one in a table at most
     */
    public RatioReport(Turns turns, String title, String command, Set<String> usual) {
        this.turns = turns;
        this.usual = Set.copyOf(usual);
        text.head(title, command);
        text.line("%s.", ReportText.machine());
        text.line("");
        text.line(
                "Times are the thread's processor time in nanoseconds of one operation, the median of the iterations;");
        text.line(
                "bytes are what it allocated. A ratio is that of the medians of one round; shown is the middle of the");
        text.line("rounds, then the lowest and the highest.");
        turns.byOperation().forEach(this::table);
    }

    /** To go on with, and to write. */
    public ReportText text() {
        return text;
    }

    private void table(String operation, List<Case> contenders) {
        Optional<Case> other = contenders.stream()
                .filter(each -> usual.contains(each.contender()))
                .findFirst();
        text.section(operation);
        text.line(
                "| contender | ns | bytes | to the limit | rounds | to %s |",
                other.map(Case::contender).orElse("the usual"));
        text.line("|---|--:|--:|--:|---|--:|");
        for (Case each : contenders) {
            Samples samples = turns.of(each);
            Samples.Ratio ratio = turns.ratioToLimit(each);
            text.line(
                    "| %s | %,.1f | %,.0f | **%.2f** | %.2f–%.2f | %s |",
                    each.contender(),
                    samples.all().getPercentile(50),
                    samples.bytes(),
                    ratio.middle(),
                    ratio.lowest(),
                    ratio.highest(),
                    other.map(its -> samples.ratioTo(turns.of(its)).middle())
                            .map(middle -> String.format(Locale.ROOT, "%.3f", middle))
                            .orElse(""));
        }
    }
}
