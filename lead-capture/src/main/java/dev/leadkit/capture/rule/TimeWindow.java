package dev.leadkit.capture.rule;

import dev.leadkit.lead.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hours of the week at a place, such as those of an office. Immutable.
 *
 * <p>A window that ends at an earlier time of day than it begins goes on after midnight, and belongs to the day on which
 * it began: Fridays from 22:00 until 02:00 hold Saturday 01:00. When clocks are changed the local time counts, as on the
 * wall.
 *
 * @param zone whose days and hours are meant
 * @param days on which it begins; never empty
 * @param from the first time of day in it
 * @param until the first time of day after it; {@link LocalTime#MIDNIGHT} for the end of the day
 */
public record TimeWindow(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime until) {
    /** @throws InvalidInputException if there is no day, or it ends when it begins */
    public TimeWindow {
        RuleLimits.requireSome("time.days", days.size());
        days = Collections.unmodifiableSet(new TreeSet<>(days));
        if (from.equals(until) && !from.equals(LocalTime.MIDNIGHT)) {
            throw new InvalidInputException("time.until", "another time than from", until.toString());
        }
    }

    /** The whole of every day. */
    public static TimeWindow in(ZoneId zone) {
        return new TimeWindow(zone, Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    /**
     * On these days alone.
     *
     * @throws InvalidInputException if there is none
     */
    public TimeWindow on(DayOfWeek... newDays) {
        return new TimeWindow(zone, new TreeSet<>(List.of(newDays)), from, until);
    }

    /** At these times of the day alone, half-open. */
    public TimeWindow between(LocalTime newFrom, LocalTime newUntil) {
        return new TimeWindow(zone, days, newFrom, newUntil);
    }

    /** Whether an instant falls in it. */
    public boolean contains(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        DayOfWeek day = local.getDayOfWeek();
        LocalTime time = local.toLocalTime();
        boolean endsWithTheDay = until.equals(LocalTime.MIDNIGHT);
        if (endsWithTheDay || from.isBefore(until)) {
            return days.contains(day) && !time.isBefore(from) && (endsWithTheDay || time.isBefore(until));
        }
        return time.isBefore(from) ? time.isBefore(until) && days.contains(day.minus(1)) : days.contains(day);
    }

    /** The day and time of an instant at the place, such as {@code mon 10:15 in Europe/Oslo}. */
    String describe(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        return key(local.getDayOfWeek()) + " " + local.toLocalTime().truncatedTo(ChronoUnit.MINUTES) + " in " + zone;
    }

    /** The days and times, such as {@code mon, tue from 09:00 until 17:00}. */
    @Override
    public String toString() {
        String hours = from.equals(until) ? "" : " from " + from + " until " + until;
        return String.join(", ", dayKeys()) + hours;
    }

    List<String> dayKeys() {
        return days.stream().map(TimeWindow::key).toList();
    }

    boolean isEveryDay() {
        return days.size() == DayOfWeek.values().length;
    }

    /** The names of all days in JSON, {@code mon} first. */
    static List<String> allDayKeys() {
        return Arrays.stream(DayOfWeek.values()).map(TimeWindow::key).toList();
    }

    private static String key(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
