package dev.leadkit.examples.benchmarks.storage;

class H2BenchmarksTest extends StorageBenchmarks {
    H2BenchmarksTest() {
        super("h2");
    }
}
