package dev.leadkit.examples.benchmarks.capture;

import dev.leadkit.examples.benchmarks.turns.Case;
import dev.leadkit.examples.benchmarks.turns.ReportText;
import dev.leadkit.examples.benchmarks.turns.Samples;
import dev.leadkit.examples.benchmarks.turns.Turns;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The table of results, as Markdown. */
final class CaptureReport {
    private static final Set<String> USUAL = Set.of(Contenders.REGEX, Contenders.USUAL);
    private static final String HALF = "length=524288";
    private static final String WHOLE = "length=1048576";

    private final CaptureOptions options;
    private final Turns turns;
    private final ReportText text = new ReportText();

    CaptureReport(CaptureOptions options, Turns turns) {
        this.options = options;
        this.turns = turns;
    }

    void write() throws IOException {
        text.head("Capture", options.command());
        text.line("%s.", ReportText.machine());
        text.line("");
        text.line(
                "Times are the thread's processor time in nanoseconds, the median of the iterations; bytes are what it");
        text.line(
                "allocated. A ratio is that of the medians of one round; shown is the middle of the rounds, then the lowest");
        text.line("and the highest.");
        turns.byOperation().forEach(this::table);
        growth();
        text.write(options.out());
    }

    private void table(String operation, List<Case> contenders) {
        Optional<Case> usual = contenders.stream()
                .filter(each -> USUAL.contains(each.contender()))
                .findFirst();
        text.section(operation);
        text.line("| contender | ns | bytes | to the limit | rounds | to the usual |");
        text.line("|---|--:|--:|--:|---|--:|");
        for (Case each : contenders) {
            Samples samples = turns.of(each);
            Samples.Ratio ratio = turns.ratioToLimit(each);
            text.line(
                    "| %s | %,.0f | %,.0f | **%.2f** | %.2f–%.2f | %s |",
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
