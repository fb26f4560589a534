package dev.leadkit.scoring.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decides which columns are learned from, and in which bins. */
final class ColumnChoice {
    private static final int MOST_COLUMNS = 60;
    private static final int MOST_BINS = 24;
    private static final int LEAST_BINS = 6;
    private static final int ALL_BINS = 600;
    private static final int ROWS_PER_BIN = 20;
    private static final int MOST_LEVELS = 60;
    private static final double HARDLY = 1.0;

    private final Sample sample;
    private final boolean[] won;
    private final Set<String> kept;
    private List<FineBins> chosen = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** @param kept inputs that stay whatever is suspected of them */
    ColumnChoice(Sample sample, boolean[] won, Set<String> kept) {
        this.sample = sample;
        this.won = won;
        this.kept = kept;
        int rows = sample.size();
        List<ColumnReading> readings = sample.columns().stream()
                .map(column -> new ColumnReading(column, rows))
                .toList();
        List<Integer> usable = new ArrayList<>();
        for (int c = 0; c < readings.size(); c++) {
            LeftOut rejected = readings.get(c).reject();
            if (rejected == null) {
                usable.add(c);
            } else {
                leftOut.add(rejected);
            }
        }
        int most = Math.max(
                LEAST_BINS,
                Math.min(
                        MOST_BINS,
                        Math.min(ALL_BINS / Math.max(1, Math.min(MOST_COLUMNS, usable.size())), rows / ROWS_PER_BIN)));
        for (int c : usable) {
            FineBins bins = bins(readings.get(c), sample.columns().get(c), most);
            if (bins != null) {
                chosen.add(bins);
            }
        }
        dropLeaks();
        keepStrongest();
    }

    private @Nullable FineBins bins(ColumnReading reading, Column column, int most) {
        int rows = sample.size();
        if (reading.isNumber()) {
            if (reading.strangers() > 0) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "%s holds %d values that are no finite numbers: they count as missing",
                        column.label(),
                        reading.strangers()));
            }
            return NumberBins.of(column, rows, most);
        }
        int least = Math.max(3, Math.min(10, rows / 300));
        LevelBins levels = LevelBins.of(column, rows, least, Math.max(most, MOST_LEVELS));
        int[] counts = levels.counts();
        int given = rows - counts[levels.missing()];
        boolean scattered = counts[levels.other()] > 0.8 * given;
        if (scattered && reading.isOftenMissing()) {
            return LevelBins.of(column, rows, least, 0); // whether there is any
        }
        if (levels.levels().isEmpty() && counts[levels.missing()] == 0 || scattered) {
            leftOut.add(new LeftOut(
                    column.input(),
                    "too-many-values",
                    String.format(
                            Locale.ROOT,
                            "%d of %d rows have a text that fewer than %d others share",
                            counts[levels.other()],
                            given,
                            least)));
            return null;
        }
        return levels;
    }

    private void dropLeaks() {
        var leak = new OutcomeLeak(chosen, won);
        List<FineBins> honest = new ArrayList<>();
        for (int c = 0; c < chosen.size(); c++) {
            LeftOut found = leak.find(c);
            if (found != null && !kept.contains(found.input())) {
                leftOut.add(found);
            } else {
                honest.add(chosen.get(c));
                if (found != null) {
                    warnings.add(chosen.get(c).column().label() + " was kept as asked, though " + found.reason());
                } else if (leak.warn(c) != null) {
                    warnings.add(leak.warn(c));
                }
            }
        }
        chosen = honest;
    }

    /** Of very many columns, those with the most uneven rates. */
    private void keepStrongest() {
        if (chosen.size() <= MOST_COLUMNS) {
            return;
        }
        double[] strength = chosen.stream().mapToDouble(this::unevenness).toArray();
        Set<Integer> strongest = Set.copyOf(IntStream.range(0, chosen.size())
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -strength[c]))
                .limit(MOST_COLUMNS)
                .toList());
        List<FineBins> some = new ArrayList<>();
        for (int c = 0; c < chosen.size(); c++) {
            if (strongest.contains(c)) {
                some.add(chosen.get(c));
            } else {
                leftOut.add(new LeftOut(
                        chosen.get(c).column().input(),
                        "not-among-the-strongest",
                        String.format(
                                Locale.ROOT,
                                "only the %d columns that say most by themselves are used",
                                MOST_COLUMNS)));
            }
        }
        chosen = some;
    }

    /** By how many deviations the rates of its bins differ more than by chance. */
    private double unevenness(FineBins bins) {
        var rows = new double[bins.size()];
        var good = new double[bins.size()];
        double all = 0;
        for (int row = 0; row < won.length; row++) {
            int bin = bins.codes()[row];
            rows[bin]++;
            good[bin] += won[row] ? 1 : 0;
            all += won[row] ? 1 : 0;
        }
        double base = all / won.length;
        double uneven = 0;
        int free = -1;
        for (int bin = 0; bin < rows.length; bin++) {
            if (rows[bin] > 0) {
                double expected = rows[bin] * base;
                uneven += (good[bin] - expected) * (good[bin] - expected) / (expected * (1 - base) + HARDLY);
                free++;
            }
        }
        return (uneven - free) / Math.sqrt(2.0 * Math.max(1, free));
    }

    List<FineBins> chosen() {
        return chosen;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    List<String> warnings() {
        return warnings;
    }
}
