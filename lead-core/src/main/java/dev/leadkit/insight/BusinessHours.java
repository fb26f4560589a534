package dev.leadkit.insight;

import dev.leadkit.lead.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a team is there: hours of the week in a zone, without its holidays. Immutable and safe to share.
 *
 * <p>An instant is in the hours when the clock on the wall is. So hours that the clocks leave out in spring are not there, and
 * those that they show twice in autumn count twice.
 *
 * <pre>{@code
 * BusinessHours hours = BusinessHours.in(ZoneId.of("Europe/Berlin"))
 *         .open(LocalTime.of(9, 0), LocalTime.of(17, 30), DayOfWeek.MONDAY, DayOfWeek.TUESDAY)
 *         .closedOn(LocalDate.of(2026, 12, 25));
 * }</pre>
 *
 * @param week the openings of each day in their order, without overlaps; a day without any is closed
 * @param holidays days that are closed whatever day of the week they are
 */
public record BusinessHours(ZoneId zone, Map<DayOfWeek, List<Opening>> week, Set<LocalDate> holidays) {
    /**
     * A part of a day, half-open.
     *
     * @param from its first time
     * @param to the first time after it; midnight for the end of the day
     */
    public record Opening(LocalTime from, LocalTime to) {
        /** @throws InvalidInputException if it does not end after it begins */
        public Opening {
            if (!to.equals(LocalTime.MIDNIGHT) && !to.isAfter(from)) {
                throw new InvalidInputException(
                        "businessHours", "an opening that ends after it begins", from + " to " + to);
            }
        }

        private LocalDateTime endOn(LocalDate day) {
            return to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(to);
        }

        private boolean overlaps(Opening next) {
            return to.equals(LocalTime.MIDNIGHT) || next.from().isBefore(to);
        }
    }

    /** @throws InvalidInputException if two openings of a day overlap */
    public BusinessHours {
        Map<DayOfWeek, List<Opening>> sorted = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, openings) -> sorted.put(day, inOrder(openings)));
        week = Collections.unmodifiableMap(sorted);
        holidays = Collections.unmodifiableSet(new TreeSet<>(holidays));
    }

    private static List<Opening> inOrder(Collection<Opening> openings) {
        List<Opening> sorted = openings.stream()
                .sorted(Comparator.comparing(Opening::from).thenComparing(Opening::to))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).overlaps(sorted.get(i))) {
                throw new InvalidInputException(
                        "businessHours",
                        "openings of a day that do not overlap",
                        "%s and %s".formatted(sorted.get(i - 1), sorted.get(i)));
            }
        }
        return sorted;
    }

    /** Never open, until {@link #open} says when. */
    public static BusinessHours in(ZoneId zone) {
        return new BusinessHours(zone, Map.of(), Set.of());
    }

    /** Always open: time as the clock counts it. */
    public static BusinessHours always() {
        return in(ZoneOffset.UTC).open(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, DayOfWeek.values());
    }

    /** Also open on these days, from a time up to another, of which midnight is the end of the day. */
    public BusinessHours open(LocalTime from, LocalTime to, DayOfWeek... days) {
        Map<DayOfWeek, List<Opening>> more = new EnumMap<>(DayOfWeek.class);
        more.putAll(week);
        for (DayOfWeek day : days) {
            List<Opening> openings = new ArrayList<>(more.getOrDefault(day, List.of()));
            openings.add(new Opening(from, to));
            more.put(day, openings);
        }
        return new BusinessHours(zone, more, holidays);
    }

    /** Closed on these days as well. */
    public BusinessHours closedOn(LocalDate... days) {
        Set<LocalDate> more = new TreeSet<>(holidays);
        more.addAll(List.of(days));
        return new BusinessHours(zone, week, more);
    }

    /** How much of the time from one instant up to another is in the hours; zero when the second is not the later one. */
    public Duration between(Instant from, Instant to) {
        ZoneRules rules = zone.getRules();
        Duration sum = Duration.ZERO;
        Instant begin = from;
        // From one change of the clocks to the next, the wall goes as fast as time.
        while (begin.isBefore(to)) {
            ZoneOffsetTransition change = rules.nextTransition(begin);
            Instant end = change == null || change.getInstant().isAfter(to) ? to : change.getInstant();
            ZoneOffset offset = rules.getOffset(begin);
            sum = sum.plus(onTheWall(LocalDateTime.ofInstant(begin, offset), LocalDateTime.ofInstant(end, offset)));
            begin = end;
        }
        return sum;
    }

    private Duration onTheWall(LocalDateTime from, LocalDateTime to) {
        Duration sum = Duration.ZERO;
        for (LocalDate day = from.toLocalDate(); !day.isAfter(to.toLocalDate()); day = day.plusDays(1)) {
            if (holidays.contains(day)) {
                continue;
            }
            for (Opening opening : week.getOrDefault(day.getDayOfWeek(), List.of())) {
                LocalDateTime begin = later(from, day.atTime(opening.from()));
                LocalDateTime end = earlier(to, opening.endOn(day));
                sum = begin.isBefore(end) ? sum.plus(Duration.between(begin, end)) : sum;
            }
        }
        return sum;
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
