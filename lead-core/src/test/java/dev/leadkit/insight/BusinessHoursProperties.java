package dev.leadkit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Business hours against a walk from minute to minute, most of them around a change of the clocks. */
class BusinessHoursProperties {
    @Property(tries = 300)
    void it_is_open_in_each_minute_in_which_the_wall_says_so(
            @ForAll("hours") BusinessHours hours, @ForAll("lengths") int minutes, @ForAll("shifts") int shift) {
        Instant from = clockChange(hours.zone()).plus(Duration.ofMinutes(shift));
        long open = 0;
        for (int i = 0; i < minutes; i++) {
            open += isOpen(hours, from.plus(Duration.ofMinutes(i))) ? 1 : 0;
        }

        assertThat(hours.between(from, from.plus(Duration.ofMinutes(minutes)))).isEqualTo(Duration.ofMinutes(open));
    }

    @Property
    void parts_add_up_to_the_whole(
            @ForAll("hours") BusinessHours hours, @ForAll("lengths") int first, @ForAll("lengths") int second) {
        Instant from = clockChange(hours.zone()).minus(Duration.ofMinutes(first));
        Instant middle = from.plus(Duration.ofMinutes(first)).plusNanos(1_000);
        Instant end = middle.plus(Duration.ofMinutes(second));

        assertThat(hours.between(from, middle).plus(hours.between(middle, end))).isEqualTo(hours.between(from, end));
        assertThat(hours.between(end, from)).isZero();
    }

    private static boolean isOpen(BusinessHours hours, Instant minute) {
        ZonedDateTime wall = minute.atZone(hours.zone());
        LocalTime time = wall.toLocalTime();
        return !hours.holidays().contains(wall.toLocalDate())
                && hours.week().getOrDefault(wall.getDayOfWeek(), List.of()).stream()
                        .anyMatch(opening -> !time.isBefore(opening.from())
                                && (opening.to().equals(LocalTime.MIDNIGHT) || time.isBefore(opening.to())));
    }

    /** The first after the beginning of 2010, where there is one. */
    private static Instant clockChange(ZoneId zone) {
        Instant since = Instant.parse("2010-01-01T00:00:00Z");
        var change = zone.getRules().nextTransition(since);
        return change == null ? since : change.getInstant();
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(0, 4 * 24 * 60);
    }

    @Provide
    Arbitrary<Integer> shifts() {
        return Arbitraries.integers().between(-3 * 24 * 60, 24 * 60);
    }

    @Provide
    Arbitrary<BusinessHours> hours() {
        Arbitrary<ZoneId> zones = Arbitraries.of(
                        ZoneId.getAvailableZoneIds().stream().sorted().toList())
                .map(ZoneId::of);
        Arbitrary<List<BusinessHours.Opening>> openings = Arbitraries.integers()
                .between(0, 24 * 60 - 1)
                .set()
                .ofMinSize(2)
                .ofMaxSize(6)
                .map(BusinessHoursProperties::openings);
        Arbitrary<Map<DayOfWeek, List<BusinessHours.Opening>>> weeks =
                Arbitraries.maps(Arbitraries.of(DayOfWeek.class), openings).ofMinSize(3);
        Arbitrary<Set<Integer>> holidays =
                Arbitraries.integers().between(-3, 4).set().ofMaxSize(2);
        return Combinators.combine(zones, weeks, holidays).as((zone, week, days) -> {
            LocalDate change = LocalDate.ofInstant(clockChange(zone), zone);
            return new BusinessHours(
                    zone, week, days.stream().map(change::plusDays).collect(Collectors.toSet()));
        });
    }

    /** From the first minute to the second, from the third to the fourth; a last one alone up to midnight. */
    private static List<BusinessHours.Opening> openings(Set<Integer> minutes) {
        List<LocalTime> times = minutes.stream()
                .sorted()
                .map(minute -> LocalTime.MIDNIGHT.plusMinutes(minute))
                .toList();
        return Stream.iterate(0, i -> i < times.size(), i -> i + 2)
                .map(i -> new BusinessHours.Opening(
                        times.get(i), i + 1 < times.size() ? times.get(i + 1) : LocalTime.MIDNIGHT))
                .toList();
    }
}
