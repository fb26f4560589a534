package dev.leadkit.scoring.learn;

import dev.leadkit.scoring.Bin;
import dev.leadkit.scoring.Cell;
import dev.leadkit.scoring.Dimension;
import dev.leadkit.scoring.Factor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the curves of a model into factors that a person can read: few bins with round limits, points with one decimal.
 * What the bins of a factor have in common goes to the base.
 */
final class CardWriter {
    private static final int MOST_BINS = 12;
    private static final double DECIMALS = 10;
    private static final double MOST_POINTS = 100;

    private final List<FineBins> columns;
    private final Model model;
    private final Scale scale;
    private final boolean[] won;
    private final List<Factor> factors = new ArrayList<>();
    private final List<FactorCurve> curves = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private double base;

    CardWriter(List<FineBins> columns, Model model, Scale scale, boolean[] won) {
        this.columns = columns;
        this.model = model;
        this.scale = scale;
        this.won = won;
        base = scale.shift() + scale.perUnit() * model.intercept();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c) instanceof NumberBins numbers) {
                numbers(numbers, model.curves()[c]);
            } else {
                levels((LevelBins) columns.get(c), model.curves()[c]);
            }
        }
        for (int p = 0; p < model.pairs().size(); p++) {
            cells(model.pairs().get(p), model.curves()[columns.size() + p]);
        }
        leftOut.removeIf(out -> factors.stream().anyMatch(factor -> reads(factor, out.input())));
    }

    private static boolean reads(Factor factor, String input) {
        return input.equals(factor.input()) || input.equals(factor.with());
    }

    /** What a bin of the card takes, and from which fine bins it was made. */
    private record Merged(Bin bin, String values, int[] fine) {}

    private void numbers(NumberBins numbers, double[] curve) {
        int[] counts = numbers.counts();
        int ranges = numbers.ranges();
        double[] weights = Arrays.stream(counts).mapToDouble(count -> count).toArray();
        var apart = new boolean[ranges];
        for (int range = 0; range < ranges; range++) {
            apart[range] = numbers.isAlone(range);
        }
        int[] borders =
                Merging.runs(Arrays.copyOf(curve, ranges), Arrays.copyOf(weights, ranges), apart, MOST_BINS - 1);
        double reference = Merging.mean(curve, weights, 0, ranges);
        List<Merged> merged = new ArrayList<>();
        for (int run = 0; run + 1 < borders.length; run++) {
            int from = borders[run];
            int to = borders[run + 1];
            double points = points(Merging.mean(curve, weights, from, to) - reference);
            Double low = from == 0 ? null : Double.valueOf(numbers.cuts()[from - 1]);
            Double high = to == ranges ? null : Double.valueOf(numbers.cuts()[to - 1]);
            if (low != null || high != null) {
                merged.add(new Merged(new Bin.Range(low, high, points), values(low, high), fine(from, to)));
            } else {
                merged.add(new Merged(Bin.given(points), "any", fine(from, to)));
            }
        }
        if (counts[numbers.missing()] > 0) {
            merged.add(missing(numbers, curve, reference));
        }
        add(numbers, merged, reference);
    }

    private void levels(LevelBins levels, double[] curve) {
        int[] counts = levels.counts();
        double reference = curve[levels.other()];
        Integer[] order = new Integer[levels.other()];
        Arrays.setAll(order, bin -> bin);
        Arrays.sort(order, Comparator.comparingDouble(bin -> -curve[bin]));
        double[] sorted = Arrays.stream(order).mapToDouble(bin -> curve[bin]).toArray();
        double[] weights = Arrays.stream(order).mapToDouble(bin -> counts[bin]).toArray();
        int[] borders = Merging.runs(sorted, weights, new boolean[order.length], MOST_BINS - 2);
        List<Merged> merged = new ArrayList<>();
        for (int run = 0; run + 1 < borders.length; run++) {
            int from = borders[run];
            int to = borders[run + 1];
            int[] fine = new int[to - from];
            List<String> texts = new ArrayList<>();
            for (int i = from; i < to; i++) {
                fine[i - from] = order[i];
                texts.add(levels.levels().get(order[i]));
            }
            texts.sort(Comparator.naturalOrder());
            double points = points(Merging.mean(sorted, weights, from, to) - reference);
            merged.add(new Merged(Bin.anyOf(texts, points), String.join(", ", texts), fine));
        }
        if (counts[levels.missing()] > 0) {
            merged.add(missing(levels, curve, reference));
        }
        add(levels, merged, reference);
    }

    private Merged missing(FineBins bins, double[] curve, double reference) {
        return new Merged(
                Bin.missing(points(curve[bins.missing()] - reference)), "missing", new int[] {bins.missing()});
    }

    private void add(FineBins bins, List<Merged> merged, double reference) {
        base += scale.perUnit() * reference;
        String input = bins.column().input();
        if (merged.stream().allMatch(its -> its.bin().points() == 0)) {
            leftOut.add(
                    new LeftOut(input, "no-effect", "what it says makes no difference that could be told from chance"));
            return;
        }
        Factor factor = factor(bins.column().label(), bins.column().label(), input)
                .withBins(merged.stream().map(Merged::bin).toList());
        factors.add(factor);
        var binOf = new int[bins.size()];
        Arrays.fill(binOf, -1);
        List<FactorCurve.Bin> shown = new ArrayList<>();
        for (int bin = 0; bin < merged.size(); bin++) {
            for (int fine : merged.get(bin).fine()) {
                binOf[fine] = bin;
            }
        }
        var tally = new BinTally(won, merged.size());
        for (int row = 0; row < won.length; row++) {
            tally.add(binOf[bins.codes()[row]], row);
        }
        for (int bin = 0; bin < merged.size(); bin++) {
            Merged its = merged.get(bin);
            shown.add(tally.bin(bin, its.values(), its.bin().points()));
        }
        tally.others(shown);
        curves.add(new FactorCurve(factor.id(), List.of(input), tally.spread(shown), shown));
    }

    private void cells(Pair pair, double[] curve) {
        List<Cell> cells = new ArrayList<>();
        List<FactorCurve.Bin> shown = new ArrayList<>();
        Column first = pair.first().bins().column();
        Column second = pair.second().bins().column();
        var tally = new BinTally(won, pair.cells());
        for (int row = 0; row < won.length; row++) {
            tally.add(pair.cell(row), row);
        }
        for (int a = 0; a < pair.first().count(); a++) {
            Merged its = group(pair.first(), a);
            for (int b = 0; b < pair.second().count(); b++) {
                Merged with = group(pair.second(), b);
                int cell = a * pair.second().count() + b;
                double points = points(curve[cell]);
                if (points != 0) {
                    cells.add(new Cell(its.bin(), with.bin(), points));
                    shown.add(tally.bin(cell, its.values() + " × " + with.values(), points));
                }
            }
        }
        if (cells.isEmpty()) {
            return;
        }
        String label = first.label() + " × " + second.label();
        Factor factor = factor(label, label, first.input()).crossedWith(second.input(), cells);
        factors.add(factor);
        curves.add(new FactorCurve(factor.id(), List.of(first.input(), second.input()), tally.spread(shown), shown));
    }

    private static Merged group(Pair.Groups groups, int group) {
        FineBins bins = groups.bins();
        int[] fine = IntStream.range(0, bins.size())
                .filter(bin -> groups.of(bin) == group)
                .toArray();
        if (fine.length == 1 && fine[0] == bins.missing()) {
            return new Merged(Bin.missing(0), "missing", fine);
        }
        if (bins instanceof LevelBins levels) {
            List<String> texts =
                    Arrays.stream(fine).mapToObj(levels.levels()::get).toList();
            return new Merged(Bin.anyOf(texts, 0), String.join(", ", texts), fine);
        }
        NumberBins numbers = (NumberBins) bins;
        int from = fine[0];
        int to = fine[fine.length - 1] + 1;
        Double low = from == 0 ? null : Double.valueOf(numbers.cuts()[from - 1]);
        Double high = to == numbers.ranges() ? null : Double.valueOf(numbers.cuts()[to - 1]);
        return low == null && high == null
                ? new Merged(Bin.given(0), "any", fine)
                : new Merged(new Bin.Range(low, high, 0), values(low, high), fine);
    }

    private Factor factor(String wantedId, String label, String input) {
        boolean reserved = Set.of("base", "rounding", "limit").contains(wantedId) || wantedId.startsWith("cap:");
        String id = reserved ? "column " + wantedId : wantedId;
        for (int n = 2; !ids.add(id); n++) {
            id = wantedId + " " + n;
        }
        String prefix = Dimension.ENGAGEMENT.name().toLowerCase(Locale.ROOT) + ".";
        return input.startsWith(prefix) ? Factor.engagement(id, label, input) : Factor.fit(id, label, input);
    }

    private double points(double logOdds) {
        double points = Math.rint(scale.perUnit() * logOdds * DECIMALS) / DECIMALS;
        return Math.max(-MOST_POINTS, Math.min(MOST_POINTS, points)) + 0.0;
    }

    private static int[] fine(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static String values(@Nullable Double low, @Nullable Double high) {
        if (low == null) {
            return "below " + shown(high);
        }
        return high == null ? "from " + shown(low) : shown(low) + " to below " + shown(high);
    }

    private static String shown(@Nullable Double number) {
        return number == null
                ? ""
                : new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }

    double base() {
        return Math.rint(base * DECIMALS) / DECIMALS + 0.0;
    }

    List<Factor> factors() {
        return factors;
    }

    List<FactorCurve> curves() {
        return curves;
    }

    /** Columns that turned out to say nothing. */
    List<LeftOut> leftOut() {
        return leftOut;
    }
}
