package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.turns.Case;
import dev.leadkit.examples.benchmarks.turns.ReportText;
import dev.leadkit.examples.benchmarks.turns.Samples;
import dev.leadkit.examples.benchmarks.turns.Turns;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table of results, as Markdown. */
final class ScoringReport {
    private final ScoringOptions options;
    private final Turns turns;
    private final ReportText text = new ReportText();

    ScoringReport(ScoringOptions options, Turns turns) {
        this.options = options;
        this.turns = turns;
    }

    void write() throws IOException {
        text.head("Scoring", options.command());
        text.line("%s.", ReportText.machine());
        text.line("");
        text.line(
                "Times are the thread's processor time in nanoseconds of one operation, the median of the iterations;");
        text.line(
                "bytes are what it allocated. A ratio is that of the medians of one round; shown is the middle of the");
        text.line("rounds, then the lowest and the highest.");
        turns.byOperation().forEach(this::table);
        text.write(options.out());
    }

    private void table(String operation, List<Case> contenders) {
        Optional<Case> usual = contenders.stream()
                .filter(each -> each.contender().equals(Contenders.USUAL))
                .findFirst();
        text.section(operation);
        text.line("| contender | ns | bytes | to the limit | rounds | to %s |", Contenders.USUAL);
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
                    usual.map(other -> samples.ratioTo(turns.of(other)).middle())
                            .map(middle -> String.format(Locale.ROOT, "%.3f", middle))
                            .orElse(""));
        }
    }
}
