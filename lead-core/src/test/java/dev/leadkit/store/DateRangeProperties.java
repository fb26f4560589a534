package dev.leadkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Days and named ranges in every zone that the JDK knows, at any instant of two centuries. */
class DateRangeProperties {
    @Property
    void days_in_a_row_tile_time(@ForAll("zones") ZoneId zone, @ForAll("instants") Instant at) {
        LocalDate first = LocalDate.ofInstant(at, zone).minusDays(3);

        for (LocalDate day = first; day.isBefore(first.plusDays(6)); day = day.plusDays(1)) {
            TimeRange range = DateRange.day(day, zone);
            TimeRange next = DateRange.day(day.plusDays(1), zone);

            assertThat(range.before()).isEqualTo(next.from());
            assertThat(range.from()).isBeforeOrEqualTo(range.before());
        }
    }

    @Property
    void today_holds_the_present_and_yesterday_ends_where_it_begins(
            @ForAll("zones") ZoneId zone, @ForAll("instants") Instant now) {
        TimeRange today = DateRange.TODAY.at(now, zone);

        assertThat(today.contains(now)).isTrue();
        assertThat(DateRange.YESTERDAY.at(now, zone).before()).isEqualTo(today.from());
    }

    @Property
    void ranges_that_follow_each_other_meet(@ForAll("zones") ZoneId zone, @ForAll("instants") Instant now) {
        assertThat(DateRange.LAST_WEEK.at(now, zone).before())
                .isEqualTo(DateRange.THIS_WEEK.at(now, zone).from());
        assertThat(DateRange.LAST_MONTH.at(now, zone).before())
                .isEqualTo(DateRange.THIS_MONTH.at(now, zone).from());
        assertThat(DateRange.LAST_YEAR.at(now, zone).before())
                .isEqualTo(DateRange.THIS_YEAR.at(now, zone).from());
    }

    @Property
    void the_last_days_end_with_today(@ForAll("zones") ZoneId zone, @ForAll("instants") Instant now) {
        Instant end = DateRange.TODAY.at(now, zone).before();

        assertThat(DateRange.LAST_7_DAYS.at(now, zone).before()).isEqualTo(end);
        assertThat(DateRange.LAST_30_DAYS.at(now, zone).before()).isEqualTo(end);
        assertThat(DateRange.LAST_90_DAYS.at(now, zone).before()).isEqualTo(end);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList())
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> instants() {
        long first = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
        return Arbitraries.longs().between(first, last).map(Instant::ofEpochSecond);
    }
}
