package dev.leadkit.csv;

import dev.leadkit.csv.LineOutcome.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through a table once, so many lines at a time as are read, decided and written together. Used once. */
final class ImportPass {
    private static final int MAX_LINES = 500;
    private static final int MAX_CHARS = 1 << 22;

    private final CsvDesk desk;
    private final ImportSettings settings;
    private final ImportColumns columns;
    private final LineMatcher matcher;
    private final ImportListener listener;
    private ImportCounts counts = ImportCounts.NONE;

    ImportPass(CsvDesk desk, ImportSettings settings, ImportColumns columns, ImportListener listener) {
        this.desk = desk;
        this.settings = settings;
        this.columns = columns;
        this.matcher = new LineMatcher(desk, settings, columns);
        this.listener = listener;
    }

    /**
     * A line and what is to become of it.
     *
     * @param values absent when they were not good
     */
    record Pending(long line, @Nullable LineValues values, LineDecision decision) {}

    /** What is done with some lines. */
    interface Step {
        /** @return what became of each, in their order */
        List<LineOutcome> take(List<Pending> lines);
    }

    LineMatcher matcher() {
        return matcher;
    }

    /** @param reader behind the header */
    ImportCounts go(CsvReader reader, Step step) throws IOException {
        List<Pending> portion = new ArrayList<>();
        int chars = 0;
        for (CsvRecord line = reader.next(); line != null; line = reader.next()) {
            if (line.isBlank()) {
                continue;
            }
            portion.add(decide(line));
            chars += line.cells().stream().mapToInt(String::length).sum();
            if (portion.size() == MAX_LINES || chars >= MAX_CHARS) {
                finish(step.take(portion), reader);
                portion.clear();
                chars = 0;
            }
        }
        finish(step.take(portion), reader);
        return counts;
    }

    private Pending decide(CsvRecord line) {
        var now = desk.now();
        var parser = new LineParser(desk, settings, columns, now);
        LineValues values = parser.parse(line);
        return parser.errors().isEmpty()
                ? new Pending(line.line(), values, matcher.next(line.line(), values, now))
                : new Pending(line.line(), null, LineDecision.none(new Refused(line.line(), parser.errors())));
    }

    private void finish(List<LineOutcome> outcomes, CsvReader reader) {
        for (LineOutcome outcome : outcomes) {
            counts = counts.plus(outcome);
            listener.line(outcome);
        }
        listener.progress(reader.bytesRead());
    }
}
