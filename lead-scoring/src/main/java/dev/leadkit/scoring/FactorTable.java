package dev.leadkit.scoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The factors of a card as flat arrays, so that a score is one pass over numbers. Immutable. */
final class FactorTable {
    private static final byte BY_RANGE = 0;
    private static final byte BY_TEXT = 1;
    private static final byte BY_UNIT = 2;

    private final int size;
    private final byte[] mode;
    private final int[] slot;
    private final double[] each;
    private final int[] cap;
    private final long[] halfLife; // microseconds, 0 for none
    private final int[] missingPoints;

    // Factor f owns rows firstRow[f] to firstRow[f + 1]: ranges or texts, as its mode says.
    private final int[] firstRow;
    private final double[] from;
    private final double[] below;
    private final @Nullable String[] text;
    private final int[] points;

    private final boolean anyDecay;

    FactorTable(List<Factor> factors, InputCatalog catalog) {
        size = factors.size();
        mode = new byte[size];
        slot = new int[size];
        each = new double[size];
        cap = new int[size];
        halfLife = new long[size];
        missingPoints = new int[size];
        firstRow = new int[size + 1];
        List<Row> rows = new ArrayList<>();
        boolean decay = false;
        for (int f = 0; f < size; f++) {
            Factor factor = factors.get(f);
            InputCatalog.Entry entry = catalog.find(factor.input());
            if (entry == null) {
                throw new IllegalStateException("unchecked input " + factor.input());
            }
            slot[f] = entry.slot();
            each[f] = factor.each() == null ? 0 : factor.each();
            cap[f] = factor.effectiveCap();
            halfLife[f] = factor.halfLife() == null ? 0 : micros(factor.halfLife());
            decay |= halfLife[f] > 0;
            mode[f] = factor.each() != null ? BY_UNIT : entry.kind() == InputCatalog.Kind.NUMBER ? BY_RANGE : BY_TEXT;
            firstRow[f] = rows.size();
            for (Bin bin : factor.bins()) {
                if (bin instanceof Bin.Missing) {
                    missingPoints[f] = bin.points();
                } else {
                    rows.addAll(Row.of(bin));
                }
            }
        }
        anyDecay = decay;
        firstRow[size] = rows.size();
        from = rows.stream().mapToDouble(Row::from).toArray();
        below = rows.stream().mapToDouble(Row::below).toArray();
        text = rows.stream().map(Row::text).toArray(String[]::new);
        points = rows.stream().mapToInt(Row::points).toArray();
    }

    /** One row; a missing text takes any. */
    private record Row(double from, double below, @Nullable String text, int points) {
        static List<Row> of(Bin bin) {
            if (bin instanceof Bin.Range range) {
                double from = range.from() == null ? Double.NEGATIVE_INFINITY : range.from();
                double below = range.below() == null ? Double.POSITIVE_INFINITY : range.below();
                return List.of(new Row(from, below, null, bin.points()));
            }
            if (bin instanceof Bin.Given) {
                return List.of(new Row(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, null, bin.points()));
            }
            List<Row> rows = new ArrayList<>();
            for (String text : ((Bin.AnyOf) bin).texts()) {
                rows.add(new Row(0, 0, text, bin.points()));
            }
            return rows;
        }
    }

    private static long micros(Duration duration) {
        return Math.multiplyExact(duration.getSeconds(), 1_000_000L) + duration.getNano() / 1000;
    }

    int size() {
        return size;
    }

    boolean hasDecay() {
        return anyDecay;
    }

    int slot(int factor) {
        return slot[factor];
    }

    int cap(int factor) {
        return cap[factor];
    }

    /** In microseconds; 0 when the factor's points stay. */
    long halfLife(int factor) {
        return halfLife[factor];
    }

    /** What the value gives, before cap and decay. */
    int points(int factor, Inputs inputs) {
        return switch (mode[factor]) {
            case BY_RANGE -> byRange(factor, inputs.number(slot[factor]));
            case BY_TEXT -> byText(factor, inputs.text(slot[factor]));
            default -> byUnit(factor, inputs.number(slot[factor]));
        };
    }

    private int byRange(int factor, double number) {
        if (!Double.isFinite(number)) {
            return missingPoints[factor];
        }
        for (int row = firstRow[factor]; row < firstRow[factor + 1]; row++) {
            if (number >= from[row] && number < below[row]) {
                return points[row];
            }
        }
        return 0;
    }

    private int byText(int factor, @Nullable String value) {
        if (value == null) {
            return missingPoints[factor];
        }
        for (int row = firstRow[factor]; row < firstRow[factor + 1]; row++) {
            String wanted = text[row];
            if (wanted == null || wanted.equals(value)) {
                return points[row];
            }
        }
        return 0;
    }

    private int byUnit(int factor, double number) {
        return Double.isFinite(number) ? Numbers.towardZero(number * each[factor]) : 0;
    }
}
