package dev.leadkit.scoring.learn;

import java.util.Arrays;
import java.util.List;

/**
 * How strongly each block is held to what is believed of it, learned from the rows themselves by the evidence (MacKay 1992):
 * a strength is the share of its coefficients that the rows determine, over how large these are. A block with little to say
 * for itself leans on the others of its kind.
 */
final class Strengths {
    private static final double POOLED = 10; // how many coefficients' worth of evidence the kind as a whole counts for
    private static final double LEAST = 1e-2;
    private static final double MOST = 1e4;
    private static final double LEAST_DETERMINED = 1e-3;

    private final double[] own; // of a chain's links, or of levels and cells
    private final double[][] trend;
    private double alone; // of missing values and codes in chains, alike in all columns

    private Strengths(double[] own, double[][] trend, double alone) {
        this.own = own;
        this.trend = trend;
        this.alone = alone;
    }

    static Strengths begin(List<Block> blocks) {
        var own = new double[blocks.size()];
        var trend = new double[blocks.size()][];
        for (int b = 0; b < own.length; b++) {
            own[b] = 10;
            trend[b] = new double[blocks.get(b).trends().length];
            Arrays.fill(trend[b], 5);
        }
        return new Strengths(own, trend, 3);
    }

    /** All of them so many times as strong. */
    Strengths times(double factor) {
        double[] newOwn = own.clone();
        var newTrend = new double[trend.length][];
        for (int b = 0; b < newOwn.length; b++) {
            newOwn[b] *= factor;
            newTrend[b] = trend[b].clone();
            for (int t = 0; t < newTrend[b].length; t++) {
                newTrend[b][t] *= factor;
            }
        }
        return new Strengths(newOwn, newTrend, alone * factor);
    }

    double own(int block) {
        return own[block];
    }

    double trend(int block, int t) {
        return trend[block][t];
    }

    double alone() {
        return alone;
    }

    /** What blocks of one kind say together. */
    private static final class Evidence {
        double determined;
        double squares;

        void add(double its, double square) {
            determined += its;
            squares += square;
        }

        double strength(double prior) {
            return (determined + 1) / (squares + prior);
        }
    }

    /**
     * Learns them anew.
     *
     * @param offsets of the blocks in the coefficients
     * @param inverse columns of the inverse of the factor of the curvature, see {@link Cholesky}
     * @return how far the farthest moved, as a logarithm
     */
    double update(List<Block> blocks, int[] offsets, double[] theta, double[][] inverse) {
        var kinds = new Evidence[Block.Kind.values().length];
        var trends = new Evidence[] {new Evidence(), new Evidence()};
        var single = new Evidence();
        for (int k = 0; k < kinds.length; k++) {
            kinds[k] = new Evidence();
        }
        var ownEvidence = new Evidence[own.length];
        var trendEvidence = new Evidence[own.length][];
        for (int b = 0; b < own.length; b++) {
            Block block = blocks.get(b);
            ownEvidence[b] = ofOwn(block, b, offsets[b], theta, inverse, single);
            kinds[block.kind().ordinal()].add(ownEvidence[b].determined, ownEvidence[b].squares);
            trendEvidence[b] = new Evidence[trend[b].length];
            for (int t = 0; t < trend[b].length; t++) {
                int at = offsets[b] + block.size() + t;
                trendEvidence[b][t] = new Evidence();
                trendEvidence[b][t].add(determined(1, trend[b][t], variance(inverse, at)), theta[at] * theta[at]);
                trends[t].add(trendEvidence[b][t].determined, trendEvidence[b][t].squares);
            }
        }
        double moved = 0;
        for (int b = 0; b < own.length; b++) {
            double prior = blocks.get(b).kind() == Block.Kind.CHAIN ? 0.05 : 0.2;
            double pooled = kinds[blocks.get(b).kind().ordinal()].strength(prior);
            double next = leaning(ownEvidence[b], pooled);
            moved = Math.max(moved, Math.abs(Math.log(next / own[b])));
            own[b] = next;
            for (int t = 0; t < trend[b].length; t++) {
                next = leaning(trendEvidence[b][t], trends[t].strength(0.05));
                moved = Math.max(moved, Math.abs(Math.log(next / trend[b][t])));
                trend[b][t] = next;
            }
        }
        alone = Math.max(0.3, Math.min(1000, single.strength(0.2)));
        return moved;
    }

    private Evidence ofOwn(Block block, int b, int offset, double[] theta, double[][] inverse, Evidence single) {
        double rank = 0;
        double trace = 0;
        double squares = 0;
        boolean chain = block.kind() == Block.Kind.CHAIN;
        for (int bin = 0; bin < block.size(); bin++) {
            int at = offset + bin;
            if (chain && block.isLinked(bin)) {
                double step = theta[at] - theta[at + 1];
                squares += step * step;
                trace += variance(inverse, at)
                        + variance(inverse, at + 1)
                        - 2 * Cholesky.inverseEntry(inverse, at, at + 1);
                rank++;
            } else if (chain && !block.isChained(bin) && block.counts()[bin] > 0) {
                single.add(determined(1, alone, variance(inverse, at)), theta[at] * theta[at]);
            } else if (!chain && block.counts()[bin] > 0 && !block.isPinned(bin)) {
                squares += theta[at] * theta[at];
                trace += variance(inverse, at);
                rank++;
            }
        }
        var evidence = new Evidence();
        evidence.add(determined(rank, own[b], trace), squares);
        return evidence;
    }

    private static double variance(double[][] inverse, int at) {
        return Cholesky.inverseEntry(inverse, at, at);
    }

    private static double determined(double rank, double strength, double trace) {
        return rank == 0 ? 0 : Math.max(LEAST_DETERMINED, rank - strength * trace);
    }

    private static double leaning(Evidence evidence, double pooled) {
        double strength = (evidence.determined + POOLED) / (evidence.squares + POOLED / pooled);
        return Math.max(LEAST, Math.min(MOST, strength));
    }
}
