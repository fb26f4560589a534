package dev.leadkit.csv;

import java.io.IOException;
import java.util.List;

/**
 * Writes a table after RFC 4180: CRLF after each line, quotes around each cell that is not plain. Not safe to share.
 *
 * <p>More cells are quoted than the RFC asks for, those with the separators of other countries among them.
 */
public final class CsvWriter {
    private static final String PLAIN_SIGNS = " .@+-_:/'()";

    private final Appendable out;
    private final char separator;

    public CsvWriter(Appendable out, char separator) {
        this.out = out;
        this.separator = separator;
    }

    public void write(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(separator);
            }
            String cell = cells.get(i);
            // A line of one empty cell would be an empty line, which is none.
            if (isPlain(cell) && !(cell.isEmpty() && cells.size() == 1)) {
                out.append(cell);
            } else {
                out.append('"').append(cell.replace("\"", "\"\"")).append('"');
            }
        }
        out.append("\r\n");
    }

    private boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == separator || !Character.isLetterOrDigit(c) && PLAIN_SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return cell.equals(cell.strip());
    }
}
