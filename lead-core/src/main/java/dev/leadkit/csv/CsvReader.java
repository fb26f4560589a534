package dev.leadkit.csv;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table after RFC 4180, line by line and in bounded memory. Not safe to share.
 *
 * <p>Beyond the RFC: a line may end with CR or LF as well as with both; an empty line is no line of the table; a quote
 * within a cell that does not begin with one is a character like others. A line that breaks the rules comes with its
 * {@link CsvProblem}, and reading goes on behind it, unless a quote was never closed.
 *
 * <p>Our own, because a library would be one more jar for a hundred lines, and those looked at give a message for people
 * rather than a place, and stop at the first error.
 */
public final class CsvReader implements Closeable {
    private static final char REPLACEMENT = '\uFFFD';

    private final CsvFormat format;
    private final CsvDialect dialect;
    private final CsvText text;
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private int lineChars;
    private @Nullable CsvProblem problem;

    /** What a cell ended with. */
    private enum End {
        SEPARATOR,
        LINE,
        TABLE
    }

    private CsvReader(CsvSource source, CsvFormat format, CsvDialect dialect) throws IOException {
        this.format = format;
        this.dialect = dialect;
        this.text = new CsvText(source.open(), dialect.encoding());
    }

    /** Finds out how the table is written, and opens it. */
    public static CsvReader open(CsvSource source, CsvFormat format) throws IOException {
        return open(source, format, CsvDetection.of(source, format));
    }

    /** Opens a table that is known to be written so. */
    static CsvReader open(CsvSource source, CsvFormat format, CsvDialect dialect) throws IOException {
        var reader = new CsvReader(source, format, dialect);
        if (dialect.sepLine()) {
            reader.next();
        }
        return reader;
    }

    public CsvDialect dialect() {
        return dialect;
    }

    /** How many bytes were taken from the source so far. */
    public long bytesRead() {
        return text.bytesRead();
    }

    /** The next line of the table, the header among them; null at its end. */
    public @Nullable CsvRecord next() throws IOException {
        if (problem != null && problem.last()) {
            return null;
        }
        problem = null;
        cells = new ArrayList<>();
        lineChars = 0;
        long line = text.line();
        int c = text.read();
        while (c == '\r' || c == '\n') {
            line = text.line();
            c = text.read();
        }
        if (c == CsvText.END) {
            return null;
        }
        while (cell(c) == End.SEPARATOR) {
            c = text.read();
        }
        return new CsvRecord(line, cells, problem);
    }

    private End cell(int first) throws IOException {
        cell.setLength(0);
        End end = first == '"' ? quoted() : plain(first);
        if (cells.size() < format.maxColumns()) {
            cells.add(cell.toString());
        } else {
            problem("too-many-columns", "at most %d cells".formatted(format.maxColumns()), "more", false);
        }
        return end;
    }

    private End plain(int first) throws IOException {
        int c = first;
        End end = endOf(c);
        while (end == null) {
            if (!append(c)) {
                return skipLine(c);
            }
            c = text.read();
            end = endOf(c);
        }
        return end;
    }

    private End quoted() throws IOException {
        long line = text.line();
        long column = text.column();
        while (true) {
            int c = text.read();
            if (c == '"') {
                c = text.read();
                if (c != '"') {
                    return afterQuote(c);
                }
            }
            if (c == CsvText.END) {
                problem = new CsvProblem(
                        "unclosed-quote", line, column, "a quote that ends the cell", "the end of the table", true);
                return End.TABLE;
            }
            if (!append(c)) {
                return skipTable(line, column);
            }
        }
    }

    private End afterQuote(int c) throws IOException {
        End end = endOf(c);
        if (end != null) {
            return end;
        }
        String expected = "the cell's end after its closing quote; a quote within is written twice";
        problem("text-after-quote", expected, "another character", false);
        return skipLine(c);
    }

    /** Nothing tells any more where a line begins. */
    private End skipTable(long line, long column) {
        if (problem != null) {
            String found = problem.found() + "; is the quote at line %d, character %d never closed?";
            problem = new CsvProblem(
                    problem.code(),
                    problem.line(),
                    problem.column(),
                    problem.expected(),
                    found.formatted(line, column),
                    true);
        }
        return End.TABLE;
    }

    private End skipLine(int from) throws IOException {
        int c = from;
        while (c != '\r' && c != '\n' && c != CsvText.END) {
            c = text.read();
        }
        return c == CsvText.END ? End.TABLE : End.LINE;
    }

    private @Nullable End endOf(int c) {
        if (c == dialect.separator()) {
            return End.SEPARATOR;
        }
        if (c == '\r' || c == '\n') {
            return End.LINE; // the other half of CRLF is an empty line, and passed over like one
        }
        return c == CsvText.END ? End.TABLE : null;
    }

    /** @return whether there was room for it */
    private boolean append(int c) {
        if (cell.length() >= format.maxCellChars()) {
            problem("cell-too-long", "at most %d characters".formatted(format.maxCellChars()), "more", false);
            return false;
        }
        if (++lineChars > format.maxLineChars()) {
            problem("line-too-long", "at most %d characters".formatted(format.maxLineChars()), "more", false);
            return false;
        }
        if (c == CsvText.UNDECODABLE) {
            problem("undecodable", "text in " + dialect.encoding().name(), "a byte that is none", false);
        }
        cell.append(c == CsvText.UNDECODABLE ? REPLACEMENT : (char) c);
        return true;
    }

    /** The first of a line counts. */
    private void problem(String code, String expected, String found, boolean last) {
        if (problem == null) {
            problem = new CsvProblem(code, text.line(), text.column(), expected, found, last);
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
