package dev.leadkit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.store.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Response times against a walk through each lead's minutes. */
class ResponseTimesProperties {
    /** The histories begin at midnight; the team comes at one and has a break. */
    private static final BusinessHours HOURS = BusinessHours.in(ZoneId.of("UTC"))
            .open(LocalTime.of(1, 0), LocalTime.of(2, 10), DayOfWeek.MONDAY)
            .open(LocalTime.of(2, 25), LocalTime.of(6, 0), DayOfWeek.MONDAY);

    private enum Kind {
        IN_TIME,
        LATE,
        OVERDUE,
        WAITING,
        CLOSED
    }

    private record Waited(Kind kind, int minutes) {}

    @Property
    void each_lead_is_in_one_place(
            @ForAll("histories") List<LeadHistory> histories,
            @ForAll @IntRange(max = 220) int from,
            @ForAll @IntRange(max = 220) int length,
            @ForAll @IntRange(min = 1, max = 120) int target,
            @ForAll Dimension dimension) {
        List<LeadHistory> counted = histories.stream()
                .filter(lead -> lead.pipeline().equals("p"))
                .filter(lead -> !lead.createdAt().isBefore(Histories.minute(from)))
                .filter(lead -> lead.createdAt().isBefore(Histories.minute(from + length)))
                .toList();

        ResponseTimes times = ResponseTimes.of(
                Histories.PIPELINE,
                histories.stream(),
                TimeRange.between(Histories.minute(from), Histories.minute(from + length)),
                ResponseTarget.within(Duration.ofMinutes(target)).during(HOURS),
                dimension);

        assertThat(times.total()).isEqualTo(row(null, counted, target));
        long inRows = 0;
        for (ResponseTimes.Row row : times.rows()) {
            inRows += row.leads();
            assertThat(row)
                    .isEqualTo(row(
                            row.key(),
                            counted.stream()
                                    .filter(lead -> Objects.equals(
                                            row.key(), dimension.of(lead, new StageOrder(Histories.PIPELINE))))
                                    .toList(),
                            target));
        }
        assertThat(inRows).isEqualTo(counted.size());
    }

    private static ResponseTimes.Row row(@Nullable String key, List<LeadHistory> leads, int target) {
        List<Waited> waited = leads.stream().map(lead -> waited(lead, target)).toList();
        var estimate = new KaplanMeier();
        for (Waited each : waited) {
            estimate.add(Duration.ofMinutes(each.minutes()), each.kind() == Kind.IN_TIME || each.kind() == Kind.LATE);
        }
        List<Long> counts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            counts.add(waited.stream().filter(each -> each.kind() == kind).count());
        }
        return new ResponseTimes.Row(
                key,
                leads.size(),
                counts.get(0),
                counts.get(1),
                counts.get(2),
                counts.get(3),
                counts.get(4),
                estimate.quantile(0.5),
                estimate.quantile(0.9));
    }

    /** Minute by minute, until somebody answers, it is closed, or it is now. */
    private static Waited waited(LeadHistory lead, int target) {
        int open = 0;
        Instant at = lead.createdAt();
        while (true) {
            if (at.equals(lead.answeredAt())) {
                return new Waited(open > target ? Kind.LATE : Kind.IN_TIME, open);
            }
            if (isClosed(lead, at)) {
                return new Waited(open > target ? Kind.OVERDUE : Kind.CLOSED, open);
            }
            if (at.equals(Histories.AS_OF)) {
                return new Waited(open > target ? Kind.OVERDUE : Kind.WAITING, open);
            }
            int minute = (int) Duration.between(Histories.START, at).toMinutes();
            open += minute >= 60 && minute < 130 || minute >= 145 && minute < 360 ? 1 : 0;
            at = at.plus(Duration.ofMinutes(1));
        }
    }

    private static boolean isClosed(LeadHistory lead, Instant at) {
        return lead.visits().stream()
                .anyMatch(visit -> visit.from().equals(at)
                        && (Histories.WON.contains(visit.stage()) || Histories.LOST.contains(visit.stage())));
    }

    @Provide
    Arbitrary<List<LeadHistory>> histories() {
        return Histories.lists();
    }
}
