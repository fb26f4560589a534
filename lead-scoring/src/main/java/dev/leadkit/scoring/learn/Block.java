package dev.leadkit.scoring.learn;

/**
 * The coefficients of one column or pair, and what is believed of them before any outcome is seen: near zero, and in a
 * chain near those beside them and near a straight line. Immutable.
 */
final class Block {
    /** Blocks of one kind are believed to be about as strong. */
    enum Kind {
        CHAIN,
        LEVELS,
        CELLS
    }

    private final Kind kind;
    private final int[] codes;
    private final int[] counts;
    private final boolean[] chained;
    private final double[][] trends;

    private Block(Kind kind, int[] codes, int[] counts, boolean[] chained, double[][] trends) {
        this.kind = kind;
        this.codes = codes;
        this.counts = counts;
        this.chained = chained;
        this.trends = trends;
    }

    /**
     * Bins in an order.
     *
     * @param chained which of them hang together with their neighbours; at least one
     * @param trends for each range, positions along which a straight line may run
     */
    static Block chain(int[] codes, int[] counts, boolean[] chained, double[]... trends) {
        var standard = new double[trends.length][];
        for (int t = 0; t < trends.length; t++) {
            standard[t] = standardised(trends[t], counts, chained);
        }
        return new Block(Kind.CHAIN, codes, counts, chained, standard);
    }

    /** Bins without an order. */
    static Block levels(int[] codes, int[] counts) {
        return new Block(Kind.LEVELS, codes, counts, new boolean[counts.length], new double[0][]);
    }

    /** Cells of a pair of columns; the last one holds the rows that are in none, and adds nothing. */
    static Block cells(int[] codes, int[] counts) {
        return new Block(Kind.CELLS, codes, counts, new boolean[counts.length], new double[0][]);
    }

    /** Mean 0 and deviation 1 over the rows in the chain, 0 elsewhere. */
    private static double[] standardised(double[] positions, int[] counts, boolean[] chained) {
        double sum = 0;
        double rows = 0;
        for (int bin = 0; bin < positions.length; bin++) {
            sum += chained[bin] ? positions[bin] * counts[bin] : 0;
            rows += chained[bin] ? counts[bin] : 0;
        }
        double mean = sum / Math.max(1, rows);
        double squares = 0;
        for (int bin = 0; bin < positions.length; bin++) {
            squares += chained[bin] ? (positions[bin] - mean) * (positions[bin] - mean) * counts[bin] : 0;
        }
        double deviation = Math.sqrt(squares / Math.max(1, rows));
        var standard = new double[counts.length];
        for (int bin = 0; bin < positions.length; bin++) {
            standard[bin] = chained[bin] && deviation > 0 ? (positions[bin] - mean) / deviation : 0;
        }
        return standard;
    }

    /** The bin of each row. */
    int[] codes() {
        return codes;
    }

    int[] counts() {
        return counts;
    }

    int size() {
        return counts.length;
    }

    /** Coefficients in all: one a bin, and one a straight line. */
    int width() {
        return counts.length + trends.length;
    }

    Kind kind() {
        return kind;
    }

    /** Whether a bin adds nothing, ever. */
    boolean isPinned(int bin) {
        return kind == Kind.CELLS && bin == counts.length - 1;
    }

    boolean isChained(int bin) {
        return chained[bin];
    }

    /** Whether a bin and the next hang together. */
    boolean isLinked(int bin) {
        return bin + 1 < chained.length && chained[bin] && chained[bin + 1];
    }

    double[][] trends() {
        return trends;
    }
}
