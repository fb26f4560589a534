package dev.leadkit.examples.benchmarks.storage;

import java.sql.SQLException;

/** A contender that writes a unit in one transaction. Used by one thread at a time. */
interface Writer extends AutoCloseable {
    /** @throws IllegalStateException if a lead has another version than the unit expects */
    void write(Unit unit) throws SQLException;

    @Override
    default void close() throws SQLException {}

    /** What a contender does when a row is not there in its version. */
    static void requireOne(long changed) {
        if (changed != 1) {
            throw new IllegalStateException("stale: changed %d rows".formatted(changed));
        }
    }
}
