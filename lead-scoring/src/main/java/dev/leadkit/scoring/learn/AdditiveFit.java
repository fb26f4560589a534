package dev.leadkit.scoring.learn;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A logistic model that adds up one curve a block, fitted by Newton's method to the rows and to what {@link Strengths} hold
 * the blocks to.
 */
final class AdditiveFit {
    private static final double LEVEL_PULL = 1e-2; // so that a chain's level is determined
    private static final double NOTHING = 1e8; // so strong a pull that nothing is left
    private static final double LARGEST_STEP = 3;
    private static final double LARGEST_LOGIT = 30;
    private static final double LEAST_WEIGHT = 1e-6;
    private static final double SETTLED = 1e-3;

    private final List<Block> blocks;
    private final int[] offsets;
    private final Strengths strengths;
    private final double[] theta;

    private AdditiveFit(List<Block> blocks, int[] offsets, Strengths strengths, double[] theta) {
        this.blocks = blocks;
        this.offsets = offsets;
        this.strengths = strengths;
        this.theta = theta;
    }

    /**
     * The rows that a model is fitted to.
     *
     * @param given what is added to each row's sum beforehand; absent for nothing
     */
    record Rows(int[] rows, boolean[] won, double @Nullable [] given) {
        double logOdds() {
            int positives = 0;
            for (int row : rows) {
                positives += won[row] ? 1 : 0;
            }
            return StrictMath.log((positives + 0.5) / (rows.length - positives + 0.5));
        }
    }

    /** Fits the blocks, and learns their strengths meanwhile. */
    static AdditiveFit learn(List<Block> blocks, Rows rows) {
        var offsets = new int[blocks.size()];
        int width = 1;
        for (int b = 0; b < offsets.length; b++) {
            offsets[b] = width;
            width += blocks.get(b).width();
        }
        var theta = new double[width];
        theta[0] = rows.given() == null ? rows.logOdds() : 0;
        var fit = new AdditiveFit(blocks, offsets, Strengths.begin(blocks), theta);
        Cholesky factor = fit.descend(rows, 6);
        for (int round = 0; round < 12; round++) {
            double moved = fit.strengths.update(blocks, offsets, theta, factor.inverseColumns());
            factor = fit.descend(rows, 2);
            if (moved < 0.1) {
                break;
            }
        }
        return fit;
    }

    /** Fits the same blocks to other rows, with strengths so many times as great. */
    AdditiveFit refit(Rows rows, double factor) {
        var fit = new AdditiveFit(blocks, offsets, strengths.times(factor), theta.clone());
        fit.descend(rows, 6);
        return fit;
    }

    private Cholesky descend(Rows rows, int most) {
        Cholesky factor = null;
        for (int step = 0; step < most || factor == null; step++) {
            var curvature = new double[theta.length][];
            for (int i = 0; i < curvature.length; i++) {
                curvature[i] = new double[i + 1];
            }
            var slope = new double[theta.length];
            gather(rows, curvature, slope);
            spreadTrends(curvature, slope);
            hold(curvature, slope);
            factor = new Cholesky(curvature);
            double[] change = factor.solve(slope);
            double largest = 0;
            for (double its : change) {
                largest = Math.max(largest, Math.abs(its));
            }
            double scale = largest > LARGEST_STEP ? LARGEST_STEP / largest : 1;
            for (int i = 0; i < theta.length; i++) {
                theta[i] += scale * change[i];
            }
            if (largest < SETTLED) {
                break;
            }
        }
        return factor;
    }

    /** The slope and curvature of the likelihood by bins. */
    private void gather(Rows rows, double[][] curvature, double[] slope) {
        double[][] curves = curves();
        var places = new int[blocks.size()];
        for (int row : rows.rows()) {
            double sum = theta[0] + (rows.given() == null ? 0 : rows.given()[row]);
            for (int b = 0; b < places.length; b++) {
                int code = blocks.get(b).codes()[row];
                places[b] = offsets[b] + code;
                sum += curves[b][code];
            }
            double probability = Logistic.probability(Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, sum)));
            double weight = Math.max(LEAST_WEIGHT, probability * (1 - probability));
            double error = (rows.won()[row] ? 1 : 0) - probability;
            slope[0] += error;
            curvature[0][0] += weight;
            for (int b = 0; b < places.length; b++) {
                slope[places[b]] += error;
                double[] line = curvature[places[b]];
                line[0] += weight;
                for (int other = 0; other <= b; other++) {
                    line[places[other]] += weight;
                }
            }
        }
    }

    /** A straight line is a sum of bins, so that its slope and curvature are sums of theirs. */
    private void spreadTrends(double[][] curvature, double[] slope) {
        for (int b = 0; b < offsets.length; b++) {
            Block block = blocks.get(b);
            for (int t = 0; t < block.trends().length; t++) {
                int at = offsets[b] + block.size() + t;
                var line = new double[theta.length];
                double itself = 0;
                for (int bin = 0; bin < block.size(); bin++) {
                    double position = block.trends()[t][bin];
                    if (position == 0) {
                        continue;
                    }
                    int from = offsets[b] + bin;
                    slope[at] += position * slope[from];
                    for (int i = 0; i < theta.length; i++) {
                        line[i] += position * (i <= from ? curvature[from][i] : curvature[i][from]);
                    }
                }
                for (int bin = 0; bin < block.size(); bin++) {
                    itself += block.trends()[t][bin] * line[offsets[b] + bin];
                }
                line[at] = itself;
                for (int i = 0; i < theta.length; i++) {
                    if (i <= at) {
                        curvature[at][i] = line[i];
                    } else {
                        curvature[i][at] = line[i];
                    }
                }
            }
        }
    }

    private void hold(double[][] curvature, double[] slope) {
        curvature[0][0] += LEAST_WEIGHT;
        for (int b = 0; b < offsets.length; b++) {
            Block block = blocks.get(b);
            boolean chain = block.kind() == Block.Kind.CHAIN;
            for (int bin = 0; bin < block.size(); bin++) {
                int at = offsets[b] + bin;
                pull(curvature, slope, at, strength(b, bin));
                if (chain && block.isLinked(bin)) {
                    double link = strengths.own(b);
                    double step = theta[at] - theta[at + 1];
                    curvature[at][at] += link;
                    curvature[at + 1][at + 1] += link;
                    curvature[at + 1][at] -= link;
                    slope[at] -= link * step;
                    slope[at + 1] += link * step;
                }
            }
            for (int t = 0; t < block.trends().length; t++) {
                pull(curvature, slope, offsets[b] + block.size() + t, strengths.trend(b, t));
            }
        }
    }

    private double strength(int b, int bin) {
        Block block = blocks.get(b);
        return switch (block.kind()) {
            case CHAIN -> block.isChained(bin) ? LEVEL_PULL : strengths.alone();
            case LEVELS -> strengths.own(b);
            case CELLS -> block.isPinned(bin) ? NOTHING : strengths.own(b);
        };
    }

    private void pull(double[][] curvature, double[] slope, int at, double strength) {
        curvature[at][at] += strength;
        slope[at] -= strength * theta[at];
    }

    double intercept() {
        return theta[0];
    }

    /** What each bin of each block adds. */
    double[][] curves() {
        var curves = new double[offsets.length][];
        for (int b = 0; b < offsets.length; b++) {
            Block block = blocks.get(b);
            curves[b] = Arrays.copyOfRange(theta, offsets[b], offsets[b] + block.size());
            for (int t = 0; t < block.trends().length; t++) {
                double slope = theta[offsets[b] + block.size() + t];
                for (int bin = 0; bin < block.size(); bin++) {
                    curves[b][bin] += slope * block.trends()[t][bin];
                }
            }
        }
        return curves;
    }

    /** The log-odds of some rows, each put at its own place. */
    void addSums(int[] rows, double[] into) {
        double[][] curves = curves();
        for (int row : rows) {
            double sum = theta[0];
            for (int b = 0; b < curves.length; b++) {
                sum += curves[b][blocks.get(b).codes()[row]];
            }
            into[row] += sum;
        }
    }
}
