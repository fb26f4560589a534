package dev.leadkit.examples.cli;

import dev.leadkit.csv.ImportCounts;
import dev.leadkit.csv.ImportListener;
import dev.leadkit.csv.ImportPlan;
import dev.leadkit.csv.ImportResult;
import dev.leadkit.csv.LineOutcome;
import dev.leadkit.csv.LineOutcome.Conflicted;
import dev.leadkit.csv.LineOutcome.Refused;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;

/** Writes what becomes of each line, says on stderr what is wrong with it, and how far the import is now and then. */
final class ImportReport implements ImportListener {
    private static final long EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final ResultWriter out;
    private final PrintWriter err;
    private final long totalBytes;
    private long lines;
    private long shownAt = System.nanoTime();

    /** @param totalBytes the size of the table; 0 when unknown */
    ImportReport(ResultWriter out, PrintWriter err, long totalBytes) {
        this.out = out;
        this.err = err;
        this.totalBytes = totalBytes;
    }

    @Override
    public void line(LineOutcome outcome) {
        lines++;
        if (outcome instanceof Refused refused) {
            refused.errors().forEach(error -> err.println("line %d: %s".formatted(outcome.line(), error)));
        } else if (outcome instanceof Conflicted) {
            err.println(
                    "line %d: conflict: the lead changed since the plan; import it again".formatted(outcome.line()));
        }
        try {
            out.write(ImportLine.of(outcome));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void progress(long bytesRead) {
        long now = System.nanoTime();
        if (now - shownAt >= EVERY_NANOS) {
            shownAt = now;
            String percent = totalBytes > 0 ? "%d %% ".formatted(100 * bytesRead / totalBytes) : "";
            err.println(String.format(Locale.ROOT, "%s%,d lines", percent, lines));
        }
    }

    /** Says how the table was understood. */
    void understood(ImportPlan plan) {
        err.println("read as " + plan.dialect());
        plan.columns()
                .ignored()
                .forEach(header -> err.println("notice: the column \"%s\" is passed over".formatted(header)));
    }

    /** Says how it is taken back. */
    void undoable(ImportResult result) {
        if (result.operation() != null) {
            err.println("to take it back: leadkit import --undo " + result.operation());
        }
    }

    /** Says what it all came to. */
    void end(String what, ImportCounts counts) {
        err.println(String.format(
                Locale.ROOT,
                "%s: %,d lines (%,d created, %,d updated, %,d unchanged, %,d refused, %,d conflicted)",
                what,
                counts.lines(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.refused(),
                counts.conflicted()));
    }
}
