package dev.leadkit.csv;

import java.nio.charset.Charset;
import java.util.Locale;

/**
 * How a table is read, and how that was found.
 *
 * @param sepLine whether the table begins with a line such as {@code sep=;}, which spreadsheets obey and do not show
 */
public record CsvDialect(
        Charset encoding, EncodingBy encodingBy, char separator, SeparatorBy separatorBy, boolean sepLine) {
    /** How the encoding was found. */
    public enum EncodingBy {
        DECLARED,
        BYTE_ORDER_MARK,
        /** Every second byte at its beginning is zero, as in UTF-16 of Latin letters. */
        ZERO_BYTES,
        /** All its bytes, to the last, are well-formed UTF-8. */
        VALID_UTF_8,
        /** Some byte is not UTF-8, so that it is taken for windows-1252, which Western spreadsheets write. */
        NOT_UTF_8
    }

    /** How the separator was found. */
    public enum SeparatorBy {
        DECLARED,
        SEP_LINE,
        /** It stands most often in the first line, outside of quotes; a comma if none does. */
        HEADER
    }

    /** Such as {@code windows-1252 (not-utf-8), ; (header)}. */
    @Override
    public String toString() {
        String shown = separator == '\t' ? "tab" : String.valueOf(separator);
        return "%s (%s), %s (%s)".formatted(encoding.name(), kebab(encodingBy), shown, kebab(separatorBy));
    }

    private static String kebab(Enum<?> way) {
        return way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
