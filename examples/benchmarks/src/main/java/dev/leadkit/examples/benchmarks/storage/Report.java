package dev.leadkit.examples.benchmarks.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of results, as Markdown. */
final class Report {
    static final String LIMIT = "limit";

    private final StorageOptions options;
    private final Map<Case, StorageRun.Measured> measured;
    private final Map<String, Long> sizes;
    private final StringBuilder text = new StringBuilder();

    Report(StorageOptions options, Map<Case, StorageRun.Measured> measured, Map<String, Long> sizes) {
        this.options = options;
        this.measured = measured;
        this.sizes = sizes;
    }

    void write() throws IOException {
        head();
        String operation = "";
        for (var each : measured.entrySet()) {
            if (!each.getKey().operation().equals(operation)) {
                operation = each.getKey().operation();
                tableHead(operation, each.getValue().samples.isThroughput());
            }
            row(each.getKey(), each.getValue());
        }
        if (!sizes.isEmpty()) {
            sizes();
        }
        Path parent = options.out().toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(options.out(), text);
        System.out.println(text);
    }

    private void head() {
        line("# Storage on %s, %,d leads", options.isPostgres() ? "PostgreSQL" : "H2", options.leads());
        line("");
        line("`%s`, %s.", options.command(), LocalDate.now(ZoneOffset.UTC));
        line("");
        line(
                "%s %s, %d processors, Java %s; %s.",
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                options.isPostgres()
                        ? "PostgreSQL with " + Server.POSTGRES_SETTINGS
                        : "H2 in a file with `" + Server.H2_SETTINGS + "`");
        line("");
        line(
                "Times are in microseconds. The ratio is that of the medians of one round, contender to limit; shown is the");
        line("middle of the rounds, then the lowest and the highest. Statements include `BEGIN` and `COMMIT`.");
    }

    private void tableHead(String operation, boolean throughput) {
        line("");
        line("## %s", operation);
        line("");
        line(
                "| contender | %s | p99 | mean | to the limit | rounds | statements | round trips |",
                throughput ? "operations/s" : "p50");
        line("|---|--:|--:|--:|--:|---|--:|--:|");
    }

    private void row(Case its, StorageRun.Measured found) {
        var all = found.samples.all();
        Wire.Traffic traffic = found.traffic;
        List<Double> ratios = found.samples.ratiosTo(limitOf(its).samples);
        line(
                "| %s | %,.0f | %s | %,.0f | **%.2f** | %.2f–%.2f | %s | %s |",
                its.contender(),
                all.getPercentile(50),
                found.samples.isThroughput() ? "" : String.format(Locale.ROOT, "%,.0f", all.getPercentile(99)),
                all.getMean(),
                ratios.get(ratios.size() / 2),
                ratios.get(0),
                ratios.get(ratios.size() - 1),
                traffic == null ? "" : traffic.statements(),
                traffic == null ? "" : traffic.roundTrips());
    }

    private StorageRun.Measured limitOf(Case its) {
        return measured.entrySet().stream()
                .filter(other -> other.getKey().operation().equals(its.operation())
                        && other.getKey().contender().equals(LIMIT))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private void sizes() {
        line("");
        line("## Bytes a lead");
        line("");
        line("| table or index | bytes |");
        line("|---|--:|");
        double leads = options.leads();
        sizes.forEach((name, bytes) -> line("| %s | %,.0f |", name, bytes / leads));
        line(
                "| all | %,.0f |",
                sizes.values().stream().mapToLong(Long::longValue).sum() / leads);
    }

    private void line(String format, @Nullable Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
