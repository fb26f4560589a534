package dev.leadkit.examples.benchmarks.turns;

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

/**
 * What the turns of one case gave: times in microseconds; of several threads together, operations a second; where {@link
 * Spent} was counted, nanoseconds of the processor.
 */
public final class Samples {
    private final MultisetStatistics all = new MultisetStatistics();
    private final MultisetStatistics bytes = new MultisetStatistics();
    private final List<Double> middles = new ArrayList<>();
    private boolean throughput;

    void add(RunResult result) {
        throughput = result.getParams().getMode() == Mode.Throughput;
        var turn = new MultisetStatistics();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                add(turn, iteration);
            }
        }
        middles.add(turn.getPercentile(50));
    }

    private void add(MultisetStatistics turn, IterationResult iteration) {
        Result<?> primary = iteration.getPrimaryResult();
        Spent.PerOperation spent = Spent.in(iteration);
        if (spent != null) {
            add(turn, spent.nanos(), 1);
            bytes.addValue(spent.bytes(), 1);
        } else if (throughput) {
            add(turn, primary.getScore(), 1);
        } else {
            Iterator<Map.Entry<Double, Long>> raw = primary.getStatistics().getRawData();
            raw.forEachRemaining(each -> add(turn, each.getKey(), each.getValue()));
        }
    }

    private void add(MultisetStatistics turn, double value, long count) {
        turn.addValue(value, count);
        all.addValue(value, count);
    }

    public boolean isThroughput() {
        return throughput;
    }

    public Statistics all() {
        return all;
    }

    /** Allocated by one operation; not a number where it was not counted. */
    public double bytes() {
        return bytes.getPercentile(50);
    }

    double lastMiddle() {
        return middles.get(middles.size() - 1);
    }

    /** The ratios of the middles, turn by turn: above 1 is slower than the other. */
    public Ratio ratioTo(Samples other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(middles.size(), other.middles.size()); i++) {
            ratios.add(throughput ? other.middles.get(i) / middles.get(i) : middles.get(i) / other.middles.get(i));
        }
        ratios.sort(null);
        return new Ratio(ratios.get(ratios.size() / 2), ratios.get(0), ratios.get(ratios.size() - 1));
    }

    /** Of the rounds the middle, the lowest and the highest. */
    public record Ratio(double middle, double lowest, double highest) {}
}
