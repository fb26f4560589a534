package dev.leadkit.examples.benchmarks.storage;

class PostgresBenchmarksTest extends StorageBenchmarks {
    PostgresBenchmarksTest() {
        super("postgresql");
    }
}
