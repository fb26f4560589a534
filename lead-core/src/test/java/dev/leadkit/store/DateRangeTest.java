package dev.leadkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DateRangeTest {
    /** A Tuesday. */
    private static final Instant NOW = Instant.parse("2026-03-03T11:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "today, 2026-03-03T00:00:00Z, 2026-03-04T00:00:00Z",
        "yesterday, 2026-03-02T00:00:00Z, 2026-03-03T00:00:00Z",
        "last-7-days, 2026-02-25T00:00:00Z, 2026-03-04T00:00:00Z",
        "last-30-days, 2026-02-02T00:00:00Z, 2026-03-04T00:00:00Z",
        "last-90-days, 2025-12-04T00:00:00Z, 2026-03-04T00:00:00Z",
        "this-week, 2026-03-02T00:00:00Z, 2026-03-09T00:00:00Z",
        "last-week, 2026-02-23T00:00:00Z, 2026-03-02T00:00:00Z",
        "this-month, 2026-03-01T00:00:00Z, 2026-04-01T00:00:00Z",
        "last-month, 2026-02-01T00:00:00Z, 2026-03-01T00:00:00Z",
        "this-year, 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "last-year, 2025-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
    })
    void means_whole_days(String key, Instant from, Instant before) {
        DateRange range = DateRange.find(key).orElseThrow();

        assertThat(range.at(NOW, ZoneId.of("UTC"))).isEqualTo(new TimeRange(from, before));
    }

    /** The days on which clocks jump, by half an hour, over midnight, over a whole day; and zones with odd offsets. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 2026-03-28T23:00:00Z, PT23H",
        "Europe/Berlin, 2026-10-25, 2026-10-24T22:00:00Z, PT25H",
        "America/New_York, 2026-03-08, 2026-03-08T05:00:00Z, PT23H",
        "America/New_York, 2026-11-01, 2026-11-01T04:00:00Z, PT25H",
        "Asia/Kathmandu, 2026-03-03, 2026-03-02T18:15:00Z, PT24H",
        "Australia/Lord_Howe, 2026-04-05, 2026-04-04T13:00:00Z, PT24H30M",
        "America/Santiago, 2022-09-11, 2022-09-11T04:00:00Z, PT23H",
        "America/Santiago, 2022-04-02, 2022-04-02T03:00:00Z, PT25H",
        "America/Havana, 2026-11-01, 2026-11-01T04:00:00Z, PT25H",
        "Pacific/Apia, 2011-12-29, 2011-12-29T10:00:00Z, PT24H",
        "Pacific/Apia, 2011-12-30, 2011-12-30T10:00:00Z, PT0S",
        "Pacific/Apia, 2011-12-31, 2011-12-30T10:00:00Z, PT24H",
    })
    void a_day_is_as_long_as_its_zone_makes_it(ZoneId zone, LocalDate day, Instant start, Duration length) {
        assertThat(DateRange.day(day, zone)).isEqualTo(new TimeRange(start, start.plus(length)));
    }

    @Test
    void the_last_seven_days_are_seven_whatever_the_clocks_do() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        TimeRange range = DateRange.LAST_7_DAYS.at(Instant.parse("2026-03-31T12:00:00Z"), berlin);

        assertThat(range)
                .isEqualTo(new TimeRange(Instant.parse("2026-03-24T23:00:00Z"), Instant.parse("2026-03-31T22:00:00Z")));
    }

    @Test
    void it_is_another_day_in_another_zone() {
        Instant evening = Instant.parse("2026-03-03T23:30:00Z");

        assertThat(DateRange.TODAY.at(evening, ZoneId.of("America/New_York")))
                .isEqualTo(DateRange.day(LocalDate.of(2026, 3, 3), ZoneId.of("America/New_York")));
        assertThat(DateRange.TODAY.at(evening, ZoneId.of("Asia/Kathmandu")))
                .isEqualTo(DateRange.day(LocalDate.of(2026, 3, 4), ZoneId.of("Asia/Kathmandu")));
    }

    /** St. John's set its clocks from 00:01 back to 23:01 of the day before. */
    @Test
    void today_holds_the_present_where_the_clocks_go_back_over_midnight() {
        ZoneId zone = ZoneId.of("America/St_Johns");
        Instant secondTime = Instant.parse("2010-11-07T02:45:00Z");

        assertThat(LocalDate.ofInstant(secondTime, zone)).isEqualTo(LocalDate.of(2010, 11, 6));
        assertThat(DateRange.TODAY.at(secondTime, zone)).isEqualTo(DateRange.day(LocalDate.of(2010, 11, 7), zone));
    }

    @Test
    void yesterday_was_empty_where_the_zone_left_it_out() {
        TimeRange yesterday = DateRange.YESTERDAY.at(Instant.parse("2011-12-31T00:00:00Z"), ZoneId.of("Pacific/Apia"));

        assertThat(yesterday.from()).isEqualTo(yesterday.before());
    }

    @ParameterizedTest
    @EnumSource
    void is_half_open(DateRange range) {
        TimeRange at = range.at(NOW, ZoneId.of("UTC"));
        Instant from = Objects.requireNonNull(at.from());
        Instant before = Objects.requireNonNull(at.before());

        assertThat(at.contains(from)).isTrue();
        assertThat(at.contains(from.minusNanos(1_000))).isFalse();
        assertThat(at.contains(before.minusNanos(1_000))).isTrue();
        assertThat(at.contains(before)).isFalse();
    }

    @Test
    void an_unknown_key_is_none() {
        assertThat(DateRange.find("last-8-days")).isEmpty();
        assertThat(DateRange.find("TODAY")).isEmpty();
    }
}
