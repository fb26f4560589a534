package dev.leadkit.examples.leaddesk.insight;

import dev.leadkit.store.DateRange;
import dev.leadkit.store.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The days that the figures are about, as the address of the page names them; days are those of UTC.
 *
 * @param key a named range, or {@value #CUSTOM}
 * @param from the first day
 * @param to the last day
 */
public record Period(String key, LocalDate from, LocalDate to) {
    /** The days are named by themselves. */
    public static final String CUSTOM = "custom";

    /** Where days begin. */
    public static final ZoneId ZONE = ZoneOffset.UTC;

    private static final DateRange STANDARD = DateRange.LAST_30_DAYS;

    /** A range to choose. */
    public record Choice(String key, String name) {}

    /** The ranges to choose from. */
    public static final List<Choice> CHOICES = List.of(
            new Choice(DateRange.LAST_7_DAYS.key(), "Last 7 days"),
            new Choice(DateRange.LAST_30_DAYS.key(), "Last 30 days"),
            new Choice(DateRange.LAST_90_DAYS.key(), "Last 90 days"),
            new Choice(DateRange.THIS_MONTH.key(), "This month"),
            new Choice(DateRange.LAST_MONTH.key(), "Last month"),
            new Choice(DateRange.THIS_YEAR.key(), "This year"),
            new Choice(CUSTOM, "From … to …"));

    /** The standard period for what is none. */
    public static Period of(@Nullable String key, @Nullable String from, @Nullable String to, Instant now) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        if (CUSTOM.equals(key) && first != null && last != null) {
            return first.isAfter(last) ? new Period(CUSTOM, last, first) : new Period(CUSTOM, first, last);
        }
        DateRange range = (key == null ? STANDARD : DateRange.find(key).orElse(STANDARD));
        TimeRange time = range.at(now, ZONE);
        return new Period(
                range.key(),
                date(Objects.requireNonNull(time.from())),
                date(Objects.requireNonNull(time.before()).minusNanos(1)));
    }

    /** The same as instants, its last day included. */
    public TimeRange range() {
        return TimeRange.between(
                from.atStartOfDay(ZONE).toInstant(),
                to.plusDays(1).atStartOfDay(ZONE).toInstant());
    }

    private static LocalDate date(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            LocalDate day = text == null || text.isBlank() ? null : LocalDate.parse(text);
            return day == null || day.getYear() < 1970 || day.getYear() > 9999 ? null : day;
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
