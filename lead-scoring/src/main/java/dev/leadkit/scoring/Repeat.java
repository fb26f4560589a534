package dev.leadkit.scoring;

/**
 * Which of the things counted get a factor's points each.
 *
 * <p>Checked as a whole when the scorecard is built.
 */
public sealed interface Repeat {
    /** Every one. */
    static Repeat each() {
        return new Each();
    }

    /** One, however many there are. */
    static Repeat once() {
        return new First(1);
    }

    /** The first so many. */
    static Repeat first(int most) {
        return new First(most);
    }

    /** The first so many of each day (UTC), for messages and questions. */
    static Repeat perDay(int most) {
        return new PerDay(most);
    }

    /** Every one. */
    record Each() implements Repeat {}

    /** @param most 1 to 1000; one is written {@code "once"} */
    record First(int most) implements Repeat {}

    /** @param most of a day, 1 to 1000 */
    record PerDay(int most) implements Repeat {}
}
