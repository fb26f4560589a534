package dev.leadkit.scoring.learn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows and good ends by bin. Not safe to share. */
final class BinTally {
    private final boolean[] won;
    private final int[] rows;
    private final int[] good;
    private int otherRows;
    private int otherGood;

    BinTally(boolean[] won, int bins) {
        this.won = won;
        rows = new int[bins];
        good = new int[bins];
    }

    void add(int bin, int row) {
        if (bin < 0) {
            otherRows++;
            otherGood += won[row] ? 1 : 0;
        } else {
            rows[bin]++;
            good[bin] += won[row] ? 1 : 0;
        }
    }

    FactorCurve.Bin bin(int bin, String values, double points) {
        return new FactorCurve.Bin(values, rows[bin], rate(good[bin], rows[bin]), points);
    }

    void others(List<FactorCurve.Bin> shown) {
        if (otherRows > 0) {
            shown.add(new FactorCurve.Bin("any other", otherRows, rate(otherGood, otherRows), 0));
        }
    }

    private static @Nullable Double rate(int good, int rows) {
        return rows == 0 ? null : Double.valueOf((double) good / rows);
    }

    double spread(List<FactorCurve.Bin> shown) {
        double sum = 0;
        double squares = 0;
        for (FactorCurve.Bin bin : shown) {
            sum += bin.rows() * bin.points();
            squares += bin.rows() * bin.points() * bin.points();
        }
        double mean = sum / won.length;
        return Math.sqrt(Math.max(0, squares / won.length - mean * mean));
    }
}
