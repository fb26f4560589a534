package dev.leadkit.store;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A range of whole days by its name. What day it is, and when a day begins, is told by a zone and an instant, never by
 * the machine.
 *
 * <p>A day begins at its first instant in the zone: midnight, or what follows the gap where the clocks jump over
 * midnight. It ends where the next one begins, be that 23, 24 or 25 hours later. A day that the zone left out (Samoa had
 * no 30 December 2011) is empty. Today is the latest day that has begun, so that it always holds the present.
 */
public enum DateRange {
    TODAY {
        @Override
        TimeRange around(LocalDate today, ZoneId zone) {
            return days(today, today.plusDays(1), zone);
        }
    },
    YESTERDAY {
        @Override
        TimeRange around(LocalDate today, ZoneId zone) {
            return days(today.minusDays(1), today, zone);
        }
    },
    /** Today and the six days before it. */
    LAST_7_DAYS {
        @Override
        TimeRange around(LocalDate today, ZoneId zone) {
            return days(today.minusDays(6), today.plusDays(1), zone);
        }
    },
    /** Today and the 29 days before it. */
    LAST_30_DAYS {
        @Override
        TimeRange around(LocalDate today, ZoneId zone) {
            return days(today.minusDays(29), today.plusDays(1), zone);
        }
    },
    /** Today and the 89 days before it. */
    LAST_90_DAYS {
        @Override
        TimeRange around(LocalDate today, ZoneId zone) {
            return days(today.minusDays(89), today.plusDays(1), zone);
        }
    },
    /** From Monday to Sunday, as in ISO 8601; the days to come included. */
    THIS_WEEK {
        @Override
        TimeRange around(LocalDate today, ZoneId zone) {
            LocalDate monday = monday(today);
            return days(monday, monday.plusWeeks(1), zone);
        }
    },
    /** The seven days before this week's Monday. */
    LAST_WEEK {
        @Override
        TimeRange around(LocalDate today, ZoneId zone) {
            LocalDate monday = monday(today);
            return days(monday.minusWeeks(1), monday, zone);
        }
    },
    /** The calendar month, the days to come included. */
    THIS_MONTH {
        @Override
        TimeRange around(LocalDate today, ZoneId zone) {
            LocalDate first = today.withDayOfMonth(1);
            return days(first, first.plusMonths(1), zone);
        }
    },
    /** The calendar month before this one. */
    LAST_MONTH {
        @Override
        TimeRange around(LocalDate today, ZoneId zone) {
            LocalDate first = today.withDayOfMonth(1);
            return days(first.minusMonths(1), first, zone);
        }
    },
    /** The calendar year, the days to come included. */
    THIS_YEAR {
        @Override
        TimeRange around(LocalDate today, ZoneId zone) {
            LocalDate first = today.withDayOfYear(1);
            return days(first, first.plusYears(1), zone);
        }
    },
    /** The calendar year before this one. */
    LAST_YEAR {
        @Override
        TimeRange around(LocalDate today, ZoneId zone) {
            LocalDate first = today.withDayOfYear(1);
            return days(first.minusYears(1), first, zone);
        }
    };

    /**
     * The range as seen at an instant in a zone.
     *
     * @throws dev.leadkit.lead.InvalidInputException if it leaves the years 1 to 9999
     */
    public TimeRange at(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        // Where the clocks go back over midnight, the day before is on the clock again after this one has begun.
        boolean nextHasBegun = !start(today.plusDays(1), zone).isAfter(now);
        return around(nextHasBegun ? today.plusDays(1) : today, zone);
    }

    /** All of one day in a zone. */
    public static TimeRange day(LocalDate day, ZoneId zone) {
        return days(day, day.plusDays(1), zone);
    }

    /** In kebab-case, such as {@code last-7-days}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The range with a key; empty when there is none. */
    public static Optional<DateRange> find(String key) {
        return Arrays.stream(values()).filter(range -> range.key().equals(key)).findFirst();
    }

    abstract TimeRange around(LocalDate today, ZoneId zone);

    private static TimeRange days(LocalDate first, LocalDate end, ZoneId zone) {
        return TimeRange.between(start(first, zone), start(end, zone));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
