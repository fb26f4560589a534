package dev.leadkit.examples.benchmarks.storage;

import java.sql.SQLException;

/** A question as one contender asks it. The answer is of whatever type it has them in, see {@link Answers}. */
@FunctionalInterface
interface Read {
    Object run() throws SQLException;
}
