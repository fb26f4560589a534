package dev.leadkit.examples.leaddesk.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long requests took. Safe to share. */
final class Timings {
    private final Map<Kind, Queue<Long>> nanos = new EnumMap<>(Kind.class);

    Timings() {
        for (Kind kind : Kind.values()) {
            nanos.put(kind, new ConcurrentLinkedQueue<>());
        }
    }

    void add(Kind kind, long itsNanos) {
        nanos.get(kind).add(itsNanos);
    }

    /** Of one kind. */
    Spread of(Kind kind) {
        return Spread.of(List.of(nanos.get(kind)));
    }

    /** Of the board and the list in all their forms. */
    Spread ofBoardAndList() {
        return Spread.of(Arrays.stream(Kind.values())
                .filter(Kind::isBoardOrList)
                .map(nanos::get)
                .toList());
    }

    Spread ofAll() {
        return Spread.of(nanos.values());
    }

    String table(Duration took) {
        var text = new StringBuilder(
                "%-32s %8s %8s %8s %8s %8s%n".formatted("", "requests", "p50 ms", "p95 ms", "p99 ms", "max ms"));
        for (Kind kind : Kind.values()) {
            text.append(line(kind.words(), of(kind)));
        }
        text.append(line("board and list", ofBoardAndList()));
        text.append(line("all", ofAll()));
        return text.append("%.1f requests a second%n".formatted(ofAll().count() / (took.toMillis() / 1e3)))
                .toString();
    }

    private static String line(String words, Spread spread) {
        return "%-32s %8d %8.1f %8.1f %8.1f %8.1f%n"
                .formatted(
                        words,
                        spread.count(),
                        spread.millis(50),
                        spread.millis(95),
                        spread.millis(99),
                        spread.millis(100));
    }

    /** Times, from short to long. */
    record Spread(long[] sorted) {
        static Spread of(Iterable<? extends Iterable<Long>> parts) {
            var all = java.util.stream.LongStream.builder();
            parts.forEach(part -> part.forEach(all::add));
            return new Spread(all.build().sorted().toArray());
        }

        int count() {
            return sorted.length;
        }

        /** @param percent 100 for the longest */
        double millis(int percent) {
            return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
        }
    }
}
