package dev.leadkit.capture.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWindowTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T07:59:59Z, false", // a Monday; 08:59:59 in Oslo
        "2026-03-02T08:00:00Z, true",
        "2026-03-02T15:59:59Z, true",
        "2026-03-02T16:00:00Z, false",
        "2026-03-06T12:00:00Z, false", // Friday
        "2026-06-01T07:00:00Z, true", // Monday, in summer time
        "2026-06-01T15:00:00Z, false"
    })
    void office_hours_are_those_on_the_wall_of_the_place(Instant instant, boolean within) {
        TimeWindow office = TimeWindow.in(OSLO).on(DayOfWeek.MONDAY).between(LocalTime.of(9, 0), LocalTime.of(17, 0));

        assertThat(office.contains(instant)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T20:59:59Z, false", // a Friday; 21:59:59 in Oslo
        "2026-03-06T21:00:00Z, true",
        "2026-03-07T00:59:59Z, true", // Saturday, 01:59:59
        "2026-03-07T01:00:00Z, false",
        "2026-03-06T00:30:00Z, false", // the night from Thursday
        "2026-03-07T21:30:00Z, false"
    })
    void a_window_over_midnight_belongs_to_the_day_on_which_it_began(Instant instant, boolean within) {
        TimeWindow night = TimeWindow.in(OSLO).on(DayOfWeek.FRIDAY).between(LocalTime.of(22, 0), LocalTime.of(2, 0));

        assertThat(night.contains(instant)).isEqualTo(within);
    }

    @Test
    void midnight_as_its_end_is_the_end_of_the_day() {
        TimeWindow evening = TimeWindow.in(ZoneId.of("Z")).between(LocalTime.of(18, 0), LocalTime.MIDNIGHT);

        assertThat(evening.contains(Instant.parse("2026-03-06T23:59:59Z"))).isTrue();
        assertThat(evening.contains(Instant.parse("2026-03-06T00:00:00Z"))).isFalse();
        assertThat(TimeWindow.in(ZoneId.of("Z")).contains(Instant.EPOCH)).isTrue();
    }

    @Test
    void a_day_named_twice_counts_once() {
        assertThat(TimeWindow.in(OSLO).on(DayOfWeek.MONDAY, DayOfWeek.MONDAY))
                .isEqualTo(TimeWindow.in(OSLO).on(DayOfWeek.MONDAY));
    }

    @Test
    void refuses_an_empty_one() {
        assertThatThrownBy(() -> TimeWindow.in(OSLO).between(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> TimeWindow.in(OSLO).on()).isInstanceOf(InvalidInputException.class);
    }
}
