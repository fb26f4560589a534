package dev.leadkit.examples.leaddesk.rest;

import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.store.DateRange;
import dev.leadkit.store.TimeRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ranges of time as texts; days begin and end in UTC. */
final class Windows {
    private Windows() {}

    /** {@code range}, or {@code from} and {@code to}; the last thirty days without any. */
    static TimeRange of(Map<String, List<String>> query, Instant now) {
        String range = Parameters.one(query, "range");
        String from = Parameters.one(query, "from");
        String to = Parameters.one(query, "to");
        if (range == null) {
            return between(from, to, now);
        }
        if (from != null || to != null) {
            throw new InvalidInputException("range", "either it or from and to", "both");
        }
        return DateRange.find(range)
                .orElseThrow(() -> new InvalidInputException(
                        "range",
                        "one of "
                                + Arrays.stream(DateRange.values())
                                        .map(DateRange::key)
                                        .collect(Collectors.joining(", ")),
                        "another text"))
                .at(now, ZoneOffset.UTC);
    }

    /** The last thirty days where neither end is said. */
    static TimeRange between(@Nullable String from, @Nullable String to, Instant now) {
        if (from == null && to == null) {
            return DateRange.LAST_30_DAYS.at(now, ZoneOffset.UTC);
        }
        Instant begin = from == null ? null : day("from", from).from();
        Instant end = to == null ? null : day("to", to).before();
        if (begin != null && end != null && !begin.isBefore(end)) {
            throw new InvalidInputException("to", "an end after the beginning", "an earlier one");
        }
        return new TimeRange(begin, end);
    }

    private static TimeRange day(String name, String text) {
        try {
            if (text.indexOf('T') < 0) {
                return DateRange.day(LocalDate.parse(text), ZoneOffset.UTC);
            }
            Instant at = OffsetDateTime.parse(text).toInstant();
            return TimeRange.between(at, at);
        } catch (DateTimeException none) {
            throw new InvalidInputException(
                    name, "a date such as 2026-03-02 or an instant such as 2026-03-02T09:00:00Z", "another text");
        }
    }
}
