package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.examples.benchmarks.turns.Case;
import dev.leadkit.examples.benchmarks.turns.Turns;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * A run of the storage benchmarks: loads the database, counts statements, then lets the contenders have their turns.
 */
public final class StorageRun {
    private final Target target;
    private final Turns turns;
    private final Map<Case, Wire.Traffic> traffic = new HashMap<>();

    private StorageRun(StorageOptions options, Target target) {
        this.target = target;
        this.turns = new Turns(options.turns(), Operation.cases());
    }

    /** Measures, and writes the table to the file that the options name. */
    public static void run(StorageOptions options) throws IOException, SQLException, RunnerException {
        String url = options.url();
        if (url != null) {
            String whole = options.isPostgres() ? url : url + Server.H2_SETTINGS;
            run(options, new Target(options.isPostgres(), whole, options.leads()));
            return;
        }
        try (Server server = options.isPostgres() ? Server.postgres(options.folder()) : Server.h2(options.folder())) {
            run(options, new Target(options.isPostgres(), server.url(), options.leads()));
        }
    }

    static void run(StorageOptions options, Target target) throws IOException, SQLException, RunnerException {
        target.toProcess();
        var run = new StorageRun(options, target);
        if (Loader.isNeeded(target)) {
            Loader.load(target, run.onlyReads());
        }
        Map<String, Long> sizes = Map.of();
        if (target.postgres()) {
            try (Connection connection = target.connect()) {
                sizes = Indexes.sizes(connection);
            }
        }
        run.countStatements();
        run.turns.take(target.arguments());
        new Report(options, run.turns, run.traffic, sizes).write();
    }

    private boolean onlyReads() {
        return turns.cases().stream().allMatch(each -> each.suite() == ReadBenchmark.class);
    }

    /** When each contender has warmed up: its statements are prepared and its caches filled. */
    private void countStatements() throws IOException, SQLException {
        if (!target.postgres()) {
            return;
        }
        var server = URI.create(target.url().substring("jdbc:".length()));
        try (var wire = new Wire(server.getHost(), server.getPort())) {
            target.at(target.url().replace(":" + server.getPort() + "/", ":" + wire.port() + "/"))
                    .toProcess();
            for (Case each : turns.cases()) {
                try (Operation operation = Operation.of(each)) {
                    for (int i = 0; i < 8; i++) {
                        operation.run();
                    }
                    wire.reset();
                    operation.run();
                    traffic.put(each, wire.traffic());
                }
            }
        } finally {
            target.toProcess();
        }
    }
}
