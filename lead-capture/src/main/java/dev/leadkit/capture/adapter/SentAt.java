package dev.leadkit.capture.adapter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the instant at which a message was sent, however the channel writes it. */
final class SentAt {
    /** As seconds the year 5138, as milliseconds March 1973: whatever is more are milliseconds. */
    private static final BigDecimal LEAST_MILLIS = BigDecimal.valueOf(100_000_000_000L);

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 1_000_000);
    private static final String UTC = " UTC";

    /** The offset is "Z", "+01:00", "+0100" or "+01". */
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXXXX][XXXX][X]")
            .toFormatter(Locale.ROOT);

    private SentAt() {}

    /** Null for what is no time. */
    static @Nullable Instant of(Json value) {
        String text = value.text().strip();
        if (text.isEmpty() || text.length() > 40) {
            return null;
        }
        try {
            return text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.') ? ofNumber(text) : ofText(text);
        } catch (DateTimeException | ArithmeticException | NumberFormatException noTime) {
            return null;
        }
    }

    private static @Nullable Instant ofNumber(String text) {
        var number = new BigDecimal(text);
        if (number.signum() <= 0 || number.compareTo(MOST) > 0) {
            return null;
        }
        BigDecimal micros = number.movePointRight(number.compareTo(LEAST_MILLIS) >= 0 ? 3 : 6);
        long whole = micros.longValue();
        return Instant.ofEpochSecond(whole / 1_000_000, whole % 1_000_000 * 1_000);
    }

    /** "2026-03-03T13:05:57Z", "…+01:00", "…+0100", "2026-03-03 13:05:57 UTC". */
    private static Instant ofText(String text) {
        if (text.endsWith(UTC)) {
            String local = text.substring(0, text.length() - UTC.length()).replace(' ', 'T');
            return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
        }
        return OffsetDateTime.parse(text.replace(' ', 'T'), WITH_OFFSET).toInstant();
    }
}
