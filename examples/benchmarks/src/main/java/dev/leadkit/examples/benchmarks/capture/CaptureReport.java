package dev.leadkit.examples.benchmarks.capture;

import dev.leadkit.examples.benchmarks.turns.Case;
import dev.leadkit.examples.benchmarks.turns.RatioReport;
import dev.leadkit.examples.benchmarks.turns.ReportText;
import dev.leadkit.examples.benchmarks.turns.Samples;
import dev.leadkit.examples.benchmarks.turns.Turns;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The table of results, as Markdown. */
final class CaptureReport {
    private static final Set<String> USUAL = Set.of(Contenders.REGEX, Contenders.USUAL);
    private static final String HALF = "length=524288";
    private static final String WHOLE = "length=1048576";

    private final CaptureOptions options;
    private final Turns turns;
    private final ReportText text;

    CaptureReport(CaptureOptions options, Turns turns) {
        this.options = options;
        this.turns = turns;
        text = new RatioReport(turns, "Capture", options.command(), USUAL).text();
    }

    void write() throws IOException {
        growth();
        text.write(options.out());
    }

    /** How much longer twice the text takes. */
    private void growth() {
        List<Case> halves = turns.cases().stream()
                .filter(each -> each.operation().endsWith(HALF))
                .toList();
        if (halves.isEmpty()) {
            return;
        }
        text.section("1 MB to 512 KB");
        text.line("| attack | contender | ratio | rounds |");
        text.line("|---|---|--:|---|");
        for (Case half : halves) {
            turns.cases().stream().filter(each -> isTwice(each, half)).forEach(whole -> {
                Samples.Ratio ratio = turns.of(whole).ratioTo(turns.of(half));
                text.line(
                        "| %s | %s | **%.2f** | %.2f–%.2f |",
                        half.parameters().get("attack"),
                        half.contender(),
                        ratio.middle(),
                        ratio.lowest(),
                        ratio.highest());
            });
        }
    }

    private static boolean isTwice(Case whole, Case half) {
        return whole.contender().equals(half.contender())
                && whole.operation().equals(half.operation().replace(HALF, WHOLE));
    }
}
