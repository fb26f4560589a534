package dev.leadkit.insight;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessHoursTest {
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);
    private static final BusinessHours BERLIN = BusinessHours.in(ZoneId.of("Europe/Berlin"))
            .open(NINE, FIVE, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)
            .closedOn(LocalDate.of(2026, 4, 6));

    @ParameterizedTest
    @CsvSource({
        "within a day, 2026-03-03T09:00:00Z, 2026-03-03T09:30:00Z, PT30M",
        "over night, 2026-03-03T15:30:00Z, 2026-03-04T08:30:00Z, PT1H",
        "from Friday evening to Monday morning, 2026-03-06T20:00:00Z, 2026-03-09T08:10:00Z, PT10M",
        "over Easter Monday, 2026-04-03T14:00:00Z, 2026-04-07T07:15:00Z, PT1H15M",
        "on a Sunday, 2026-03-08T08:00:00Z, 2026-03-08T20:00:00Z, PT0S",
        "a week in which the clocks change, 2026-03-26T23:00:00Z, 2026-04-02T22:00:00Z, PT40H",
        "up to the opening, 2026-03-03T07:00:00Z, 2026-03-03T08:00:00Z, PT0S",
        "backwards, 2026-03-04T10:00:00Z, 2026-03-03T10:00:00Z, PT0S",
    })
    void counts_the_time_in_which_the_team_is_there(String what, Instant from, Instant to, Duration time) {
        assertThat(BERLIN.between(from, to)).as(what).isEqualTo(time);
    }

    /** One hour is left out, or there twice; half an hour in Lord Howe; over midnight, or a whole day that never was. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 02:00, 04:00, PT1H",
        "Europe/Berlin, 2026-03-29, 02:15, 02:45, PT0S",
        "Europe/Berlin, 2026-10-25, 02:00, 04:00, PT3H",
        "Europe/Berlin, 2026-10-25, 02:15, 02:45, PT1H",
        "America/New_York, 2026-03-08, 00:00, 00:00, PT23H",
        "America/New_York, 2026-11-01, 00:00, 00:00, PT25H",
        "Australia/Lord_Howe, 2026-04-05, 01:00, 03:00, PT2H30M",
        "Australia/Lord_Howe, 2026-10-04, 01:00, 03:00, PT1H30M",
        "America/Santiago, 2022-09-11, 00:00, 02:00, PT1H",
        "America/Santiago, 2022-04-02, 22:00, 00:00, PT3H",
        "America/Havana, 2026-11-01, 00:00, 02:00, PT3H",
        "America/St_Johns, 2010-11-06, 23:00, 00:00, PT1H59M",
        "Asia/Kathmandu, 2026-03-03, 09:00, 17:00, PT8H",
        "Pacific/Apia, 2011-12-29, 09:00, 17:00, PT8H",
        "Pacific/Apia, 2011-12-30, 09:00, 17:00, PT0S",
    })
    void the_clock_on_the_wall_says_when(ZoneId zone, LocalDate day, LocalTime from, LocalTime to, Duration time) {
        BusinessHours hours = BusinessHours.in(zone).open(from, to, day.getDayOfWeek());
        Instant noonBefore = day.minusDays(1).atTime(12, 0).atZone(zone).toInstant();
        Instant noonAfter = day.plusDays(1).atTime(12, 0).atZone(zone).toInstant();

        assertThat(hours.between(noonBefore, noonAfter)).isEqualTo(time);
    }

    @Test
    void always_is_time_itself() {
        Instant from = Instant.parse("2026-03-28T23:59:59.5Z");

        assertThat(BusinessHours.always().between(from, from.plus(Duration.ofDays(400))))
                .isEqualTo(Duration.ofDays(400));
    }

    @Test
    void a_day_may_have_a_break() {
        BusinessHours hours = BusinessHours.in(ZoneId.of("UTC"))
                .open(LocalTime.of(13, 0), FIVE, MONDAY)
                .open(NINE, LocalTime.of(13, 0), MONDAY, SATURDAY)
                .open(LocalTime.of(22, 0), LocalTime.MIDNIGHT, SUNDAY);

        assertThat(hours.week().get(MONDAY)).hasSize(2);
        assertThat(hours.between(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-08T00:00:00Z")))
                .isEqualTo(Duration.ofHours(2 + 8 + 4));
    }

    @Test
    void refuses_what_overlaps_or_ends_before_it_begins() {
        BusinessHours hours = BusinessHours.in(ZoneId.of("UTC")).open(NINE, FIVE, MONDAY);

        assertThatThrownBy(() -> hours.open(LocalTime.of(16, 59), LocalTime.MIDNIGHT, DayOfWeek.values()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> hours.open(FIVE, NINE, TUESDAY)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ResponseTarget.within(Duration.ZERO)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_target_in_hours_that_are_never_open_is_refused() {
        ResponseTarget target = ResponseTarget.within(Duration.ofHours(2));

        assertThatThrownBy(() -> target.during(BusinessHours.in(ZoneId.of("Europe/Berlin"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("BusinessHours.open");
        assertThat(target.during(BERLIN).hours()).isEqualTo(BERLIN);
    }
}
