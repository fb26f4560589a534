package dev.leadkit.csv;

import dev.leadkit.csv.CsvDialect.EncodingBy;
import dev.leadkit.csv.CsvDialect.SeparatorBy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out how a table is written. It reads all of it for the encoding, because one byte at the end may tell. */
final class CsvDetection {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern SEP_LINE = Pattern.compile("sep=([^\"\r\n])", Pattern.CASE_INSENSITIVE);
    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int HEAD_BYTES = 1024;
    private static final int MAX_HEADER_CHARS = 1 << 16;

    private CsvDetection() {}

    private record Encoding(Charset charset, EncodingBy by) {}

    static CsvDialect of(CsvSource source, CsvFormat format) throws IOException {
        Encoding encoding =
                format.encoding() == null ? encoding(source) : new Encoding(format.encoding(), EncodingBy.DECLARED);
        String first = firstLine(source, encoding.charset());
        var sepLine = SEP_LINE.matcher(first);
        boolean hasSepLine = sepLine.matches();
        if (format.separator() != null) {
            return dialect(encoding, format.separator(), SeparatorBy.DECLARED, hasSepLine);
        }
        return hasSepLine
                ? dialect(encoding, sepLine.group(1).charAt(0), SeparatorBy.SEP_LINE, true)
                : dialect(encoding, mostFrequent(first), SeparatorBy.HEADER, false);
    }

    private static CsvDialect dialect(Encoding encoding, char separator, SeparatorBy by, boolean sepLine) {
        return new CsvDialect(encoding.charset(), encoding.by(), separator, by, sepLine);
    }

    private static Encoding encoding(CsvSource source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            Charset marked = marked(head);
            if (marked != null) {
                return new Encoding(marked, EncodingBy.BYTE_ORDER_MARK);
            }
            Charset twoBytes = twoBytes(head);
            if (twoBytes != null) {
                return new Encoding(twoBytes, EncodingBy.ZERO_BYTES);
            }
        }
        try (var text = new CsvText(source.open(), StandardCharsets.UTF_8)) {
            for (int c = text.read(); c != CsvText.END; c = text.read()) {
                if (c == CsvText.UNDECODABLE) {
                    return new Encoding(WINDOWS_1252, EncodingBy.NOT_UTF_8);
                }
            }
            return new Encoding(StandardCharsets.UTF_8, EncodingBy.VALID_UTF_8);
        }
    }

    private static @Nullable Charset marked(byte[] head) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (begins(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return begins(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean begins(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Nearly all characters of a header are Latin, even where the leads are not. */
    private static @Nullable Charset twoBytes(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        int least = Math.max(1, head.length / 5);
        if (zeros[0] == 0 && zeros[1] >= least) {
            return StandardCharsets.UTF_16LE;
        }
        return zeros[1] == 0 && zeros[0] >= least ? StandardCharsets.UTF_16BE : null;
    }

    /** Up to the first line break outside of quotes. */
    private static String firstLine(CsvSource source, Charset charset) throws IOException {
        var line = new StringBuilder();
        try (var text = new CsvText(source.open(), charset)) {
            boolean quoted = false;
            for (int c = text.read(); c != CsvText.END && line.length() < MAX_HEADER_CHARS; c = text.read()) {
                boolean ends = (c == '\r' || c == '\n') && !quoted;
                if (ends && !line.isEmpty()) {
                    break;
                }
                quoted ^= c == '"';
                if (!ends && c != CsvText.UNDECODABLE) {
                    line.append((char) c);
                }
            }
        }
        return line.toString();
    }

    private static char mostFrequent(String header) {
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            quoted ^= c == '"';
            for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
                counts[s] += c == SEPARATORS[s] ? 1 : 0;
            }
        }
        int best = 0;
        for (int s = 1; s < SEPARATORS.length; s++) {
            best = counts[s] > counts[best] ? s : best;
        }
        return SEPARATORS[best];
    }
}
