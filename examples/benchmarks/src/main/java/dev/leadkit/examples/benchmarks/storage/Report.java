package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.examples.benchmarks.turns.Case;
import dev.leadkit.examples.benchmarks.turns.ReportText;
import dev.leadkit.examples.benchmarks.turns.Samples;
import dev.leadkit.examples.benchmarks.turns.Turns;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** The table of results, as Markdown. */
final class Report {
    private final StorageOptions options;
    private final Turns turns;
    private final Map<Case, Wire.Traffic> traffic;
    private final Map<String, Long> sizes;
    private final ReportText text = new ReportText();

    Report(StorageOptions options, Turns turns, Map<Case, Wire.Traffic> traffic, Map<String, Long> sizes) {
        this.options = options;
        this.turns = turns;
        this.traffic = traffic;
        this.sizes = sizes;
    }

    void write() throws IOException {
        head();
        turns.byOperation().forEach((operation, contenders) -> {
            tableHead(operation, turns.of(contenders.get(0)).isThroughput());
            contenders.forEach(this::row);
        });
        if (!sizes.isEmpty()) {
            sizes();
        }
        text.write(options.out());
    }

    private void head() {
        String database = options.isPostgres() ? "PostgreSQL" : "H2";
        text.head("Storage on %s, %,d leads".formatted(database, options.leads()), options.command());
        text.line(
                "%s; %s.",
                ReportText.machine(),
                options.isPostgres()
                        ? "PostgreSQL with " + Server.POSTGRES_SETTINGS
                        : "H2 in a file with `" + Server.H2_SETTINGS + "`");
        text.line("");
        text.line(
                "Times are in microseconds. The ratio is that of the medians of one round, contender to limit; shown is the");
        text.line("middle of the rounds, then the lowest and the highest. Statements include `BEGIN` and `COMMIT`.");
    }

    private void tableHead(String operation, boolean throughput) {
        text.section(operation);
        text.line(
                "| contender | %s | p99 | mean | to the limit | rounds | statements | round trips |",
                throughput ? "operations/s" : "p50");
        text.line("|---|--:|--:|--:|--:|---|--:|--:|");
    }

    private void row(Case its) {
        Samples samples = turns.of(its);
        var all = samples.all();
        Wire.Traffic counted = traffic.get(its);
        Samples.Ratio ratio = turns.ratioToLimit(its);
        text.line(
                "| %s | %,.0f | %s | %,.0f | **%.2f** | %.2f–%.2f | %s | %s |",
                its.contender(),
                all.getPercentile(50),
                samples.isThroughput() ? "" : String.format(Locale.ROOT, "%,.0f", all.getPercentile(99)),
                all.getMean(),
                ratio.middle(),
                ratio.lowest(),
                ratio.highest(),
                counted == null ? "" : counted.statements(),
                counted == null ? "" : counted.roundTrips());
    }

    private void sizes() {
        text.section("Bytes a lead");
        text.line("| table or index | bytes |");
        text.line("|---|--:|");
        double leads = options.leads();
        sizes.forEach((name, bytes) -> text.line("| %s | %,.0f |", name, bytes / leads));
        text.line(
                "| all | %,.0f |",
                sizes.values().stream().mapToLong(Long::longValue).sum() / leads);
    }
}
