package dev.leadkit.examples.benchmarks.storage;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A run of the storage benchmarks: loads the database, counts statements, then lets the contenders of each benchmark
 * have their turns side by side, round after round in another order, so that whatever slows the machine down meets all
 * of them alike.
 */
public final class StorageRun {
    private final StorageOptions options;
    private final Target target;
    private final Map<Case, Measured> measured = new LinkedHashMap<>();

    /** What is known of a case. */
    static final class Measured {
        final Samples samples = new Samples();
        Wire.@Nullable Traffic traffic;
    }

    private StorageRun(StorageOptions options, Target target) {
        this.options = options;
        this.target = target;
        for (Case each : Case.all()) {
            if (options.only().matcher(each.operation()).find()
                    && (each.contender().equals(Report.LIMIT)
                            || options.contenders().matcher(each.contender()).find())) {
                measured.put(each, new Measured());
            }
        }
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
        run.takeTurns();
        new Report(options, run.measured, sizes).write();
    }

    private boolean onlyReads() {
        return measured.keySet().stream().allMatch(each -> each.suite() == ReadBenchmark.class);
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
            for (var each : measured.entrySet()) {
                try (Case.Operation operation = each.getKey().open()) {
                    for (int i = 0; i < 8; i++) {
                        operation.run();
                    }
                    wire.reset();
                    operation.run();
                    each.getValue().traffic = wire.traffic();
                }
            }
        } finally {
            target.toProcess();
        }
    }

    private void takeTurns() throws RunnerException {
        Map<String, List<Case>> byOperation = new LinkedHashMap<>();
        measured.keySet()
                .forEach(each -> byOperation
                        .computeIfAbsent(each.operation(), any -> new ArrayList<>())
                        .add(each));
        for (int round = 0; round < options.rounds(); round++) {
            for (List<Case> contenders : byOperation.values()) {
                Collections.shuffle(contenders, new Random(round));
                for (Case each : contenders) {
                    turn(each, round);
                }
            }
        }
    }

    private void turn(Case each, int round) throws RunnerException {
        ChainedOptionsBuilder jmh = new OptionsBuilder()
                .include(each.include())
                .forks(options.forks())
                .warmupIterations(options.warmup())
                .warmupTime(seconds())
                .measurementIterations(options.iterations())
                .measurementTime(seconds())
                .jvmArgsAppend(target.arguments())
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        each.parameters().forEach(jmh::param);
        RunResult result = new Runner(jmh.build()).runSingle();
        Samples samples = java.util.Objects.requireNonNull(measured.get(each)).samples;
        samples.add(result);
        System.err.printf(
                "round %d: %s, %s: %.0f%n", round + 1, each.operation(), each.contender(), samples.lastMiddle());
    }

    private TimeValue seconds() {
        return TimeValue.milliseconds(Math.round(options.seconds() * TimeUnit.SECONDS.toMillis(1)));
    }
}
