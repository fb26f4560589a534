package dev.leadkit.examples.benchmarks.storage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.MultisetStatistics;
import org.openjdk.jmh.util.Statistics;

/** What the turns of one case gave: times in microseconds, or, of several threads together, operations a second. */
final class Samples {
    private final MultisetStatistics all = new MultisetStatistics();
    private final List<Double> middles = new ArrayList<>();
    private boolean throughput;

    void add(RunResult result) {
        throughput = result.getParams().getMode() == Mode.Throughput;
        var turn = new MultisetStatistics();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                Result<?> primary = iteration.getPrimaryResult();
                if (throughput) {
                    add(turn, primary.getScore(), 1);
                } else {
                    Iterator<Map.Entry<Double, Long>> raw =
                            primary.getStatistics().getRawData();
                    raw.forEachRemaining(each -> add(turn, each.getKey(), each.getValue()));
                }
            }
        }
        middles.add(turn.getPercentile(50));
    }

    private void add(MultisetStatistics turn, double value, long count) {
        turn.addValue(value, count);
        all.addValue(value, count);
    }

    boolean isThroughput() {
        return throughput;
    }

    Statistics all() {
        return all;
    }

    double lastMiddle() {
        return middles.get(middles.size() - 1);
    }

    /** The ratios of the middles, turn by turn, sorted: above 1 is slower than the other. */
    List<Double> ratiosTo(Samples other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(middles.size(), other.middles.size()); i++) {
            ratios.add(throughput ? other.middles.get(i) / middles.get(i) : middles.get(i) / other.middles.get(i));
        }
        ratios.sort(null);
        return ratios;
    }
}
