package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.examples.benchmarks.turns.Case;
import java.sql.SQLException;
import java.util.List;

/** An operation of a case, to be done once, outside of JMH. */
interface Operation extends AutoCloseable {
    /** All cases of the storage. */
    static List<Case> cases() {
        return Case.of(WriteBenchmark.class, ReadBenchmark.class);
    }

    /** Over the target of this process. */
    static Operation of(Case its) throws SQLException {
        Object state = its.state();
        return state instanceof WriteBenchmark.Work work ? work.opened() : ((ReadBenchmark.Question) state).opened();
    }

    /** @return the answer, if it has one */
    Object run() throws SQLException;

    @Override
    void close();
}
