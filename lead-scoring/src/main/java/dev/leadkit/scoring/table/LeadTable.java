package dev.leadkit.scoring.table;

import dev.leadkit.csv.CsvDialect;
import dev.leadkit.csv.CsvFormat;
import dev.leadkit.csv.CsvProblem;
import dev.leadkit.csv.CsvReader;
import dev.leadkit.csv.CsvRecord;
import dev.leadkit.csv.CsvSource;
import dev.leadkit.scoring.Row;
import dev.leadkit.scoring.history.ClosedRow;
import dev.leadkit.scoring.history.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table of leads: a header, and a lead a line. It is read from its source each time and never held in memory, so it may be
 * of any length.
 *
 * <p>Encoding, separator and the way of writing numbers are seen from the table, unless they are declared. Blanks around a cell
 * are left out; an empty cell is a missing value. A line that can't be read, or has another number of cells than the header, is
 * told as a {@link TableProblem} and left out.
 *
 * <p>Immutable and safe to share, if its source is.
 */
public final class LeadTable {
    private static final int LINES_FOR_STYLE = 5_000;

    private final CsvSource source;
    private final CsvFormat format;
    private final CsvDialect dialect;
    private final NumberStyle numbers;
    private final List<String> headers;
    private final long headerLine;

    private LeadTable(
            CsvSource source,
            CsvFormat format,
            CsvDialect dialect,
            NumberStyle numbers,
            List<String> headers,
            long headerLine) {
        this.source = source;
        this.format = format;
        this.dialect = dialect;
        this.numbers = numbers;
        this.headers = headers;
        this.headerLine = headerLine;
    }

    /** Takes what is seen from the table itself. */
    public static LeadTable open(CsvSource source) throws IOException {
        return open(source, CsvFormat.DETECTED, null);
    }

    /**
     * Reads the header.
     *
     * @param numbers how numbers are written; absent when it is to be detected
     * @throws InvalidTableException if there is no header, it can't be read, or it has a column twice
     */
    public static LeadTable open(CsvSource source, CsvFormat format, @Nullable NumberStyle numbers) throws IOException {
        try (CsvReader reader = CsvReader.open(source, format)) {
            CsvRecord header = reader.next();
            if (header == null) {
                throw new InvalidTableException("no-header", 1, "expected a header, found an empty table");
            }
            if (header.problem() != null) {
                throw new InvalidTableException("broken-header", header.line(), describe(header.problem()));
            }
            List<String> headers = header.cells().stream().map(String::strip).toList();
            requireOnce(headers, header.line());
            CsvDialect dialect = reader.dialect();
            CsvFormat known = format.withEncoding(dialect.encoding()).withSeparator(dialect.separator());
            NumberStyle style = numbers == null ? detect(reader) : numbers;
            return new LeadTable(source, known, dialect, style, headers, header.line());
        }
    }

    private static void requireOnce(List<String> headers, long line) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < headers.size(); place++) {
            Integer before = headers.get(place).isEmpty() ? null : places.putIfAbsent(headers.get(place), place);
            if (before != null) {
                throw new InvalidTableException(
                        "duplicate-header",
                        line,
                        "expected each column once, found \"%s\" in columns %d and %d: rename one"
                                .formatted(headers.get(place), before + 1, place + 1));
            }
        }
        if (places.isEmpty()) {
            throw new InvalidTableException("no-header", line, "expected names of columns, found none");
        }
    }

    private static NumberStyle detect(CsvReader reader) throws IOException {
        var detection = new NumberStyle.Detection();
        CsvRecord line = reader.next();
        for (int lines = 0; lines < LINES_FOR_STYLE && line != null; lines++) {
            line.cells().forEach(cell -> detection.see(cell.strip()));
            line = reader.next();
        }
        return detection.style();
    }

    private static String describe(CsvProblem problem) {
        return "expected %s, found %s at line %d, character %d"
                .formatted(problem.expected(), problem.found(), problem.line(), problem.column());
    }

    /** Without blanks around them. */
    public List<String> headers() {
        return headers;
    }

    /** How it is written, and how that was found. */
    public CsvDialect dialect() {
        return dialect;
    }

    public NumberStyle numbers() {
        return numbers;
    }

    /**
     * The place of a column, counted from 0.
     *
     * @throws InvalidTableException if there is none of that name
     */
    public int column(String header) {
        int place = headers.indexOf(header);
        if (place < 0) {
            throw new InvalidTableException(
                    "unknown-column",
                    headerLine,
                    "expected a column \"%s\", found %d others: check how it is written"
                            .formatted(header, headers.size()));
        }
        return place;
    }

    /** One line of the table. */
    public interface Lines {
        /**
         * Takes it.
         *
         * @param line of the file, counted from 1
         * @param row of the table, counted from 1 behind the header
         * @param cells as they stand there, without blanks around them, as many as the header has; see {@link #values}
         */
        void line(long line, long row, List<String> cells) throws IOException;
    }

    /**
     * Reads all lines.
     *
     * @param where which of them; absent for all
     * @param problems is told each line that was left out
     * @throws InvalidTableException if there is no such column
     */
    public void read(@Nullable Where where, Lines lines, Consumer<? super TableProblem> problems) throws IOException {
        int place = where == null ? -1 : column(where.column());
        try (CsvReader reader = CsvReader.open(source, format)) {
            reader.next(); // the header
            long row = 0;
            for (CsvRecord line = reader.next(); line != null; line = reader.next()) {
                row++;
                if (line.problem() != null) {
                    problems.accept(of(line.problem()));
                } else if (line.cells().size() != headers.size()) {
                    otherLength(line, problems);
                } else {
                    List<String> cells =
                            line.cells().stream().map(String::strip).toList();
                    if (where == null || cells.get(place).equals(where.value())) {
                        lines.line(line.line(), row, cells);
                    }
                }
            }
        }
    }

    private static TableProblem of(CsvProblem problem) {
        String found = problem.last() ? problem.found() + "; nothing after it is read" : problem.found();
        return new TableProblem(problem.line(), problem.code(), problem.expected(), found);
    }

    private void otherLength(CsvRecord line, Consumer<? super TableProblem> problems) {
        int cells = line.cells().size();
        if (!line.isBlank()) {
            problems.accept(new TableProblem(
                    line.line(),
                    cells < headers.size() ? "fewer-cells" : "more-cells",
                    "%d cells as the header has".formatted(headers.size()),
                    Integer.toString(cells)));
        }
    }

    /** Cells as a scorecard reads them: numbers with a decimal point, whichever way the table writes them. */
    public List<String> values(List<String> cells) {
        return numbers == NumberStyle.PLAIN
                ? cells
                : cells.stream().map(numbers::plain).toList();
    }

    /**
     * The lines whose end is known, to learn from or to look back on. The label's column is not among the inputs, nor is that of
     * {@code where}, which is the same in all of them. Lines without an outcome are passed over.
     *
     * @param label the column with the outcome, see {@link Outcomes}
     * @param problems is told each line that was left out, whenever the history is read
     * @throws InvalidTableException if there is no such column
     */
    public TableHistory history(String label, @Nullable Where where, Consumer<? super TableProblem> problems) {
        return new TableHistory(this, label, where, problems);
    }

    /** Lines of a table whose end is known. Not safe to share while it is read. */
    public static final class TableHistory implements History {
        private final LeadTable table;
        private final int label;
        private final @Nullable Where where;
        private final Consumer<? super TableProblem> problems;
        private final List<Integer> places = new ArrayList<>();
        private final List<String> inputs = new ArrayList<>();
        private long open;

        private TableHistory(
                LeadTable table, String label, @Nullable Where where, Consumer<? super TableProblem> problems) {
            this.table = table;
            this.label = table.column(label);
            this.where = where;
            this.problems = problems;
            int fixed = where == null ? -1 : table.column(where.column());
            for (int place = 0; place < table.headers.size(); place++) {
                if (place != this.label
                        && place != fixed
                        && !table.headers.get(place).isEmpty()) {
                    places.add(place);
                    inputs.add("column." + table.headers.get(place));
                }
            }
        }

        @Override
        public List<String> inputs() {
            return inputs;
        }

        /** How many lines had no outcome when it was last read. */
        public long open() {
            return open;
        }

        @Override
        public void forEach(Consumer<? super ClosedRow> consumer) {
            open = 0;
            try {
                table.read(where, (line, row, cells) -> give(line, cells, consumer), problems);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private void give(long line, List<String> cells, Consumer<? super ClosedRow> consumer) {
            if (cells.get(label).isEmpty()) {
                open++;
                return;
            }
            Optional<Boolean> won = Outcomes.parse(cells.get(label));
            if (won.isEmpty()) {
                problems.accept(new TableProblem(
                        line, "no-outcome", Outcomes.choice() + " in the label's column", "another text"));
                return;
            }
            List<String> values = new ArrayList<>(places.size());
            for (int place : places) {
                values.add(table.numbers.plain(cells.get(place)));
            }
            consumer.accept(new ClosedRow(Long.toString(line), Row.of(values), won.get()));
        }
    }
}
