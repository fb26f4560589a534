package dev.leadkit.capture.intent;

import java.util.Arrays;

/**
 * Logistic regression that trusts what sources agree on.
 *
 * <p>It lowers the mean over sources of each source's log loss, plus a quadratic penalty on the weights. A weight on
 * whose direction all sources agree, and at least two see, pays the plain penalty; any other pays {@value #DISPUTED}
 * times as much. This is the AND-mask of Parascandolo et al., "Learning explanations that are hard to vary" (2021), made
 * soft, so that what is known of one source is not quite forgotten. Gradient descent with momentum, from the weights that
 * it has; no chance in it. Not safe to share.
 */
final class AgreementRegression {
    private static final int DISPUTED = 10;
    private static final double PENALTY = 0.0005;
    private static final double MOMENTUM = 0.9;
    private static final double SEEN = 1e-4;
    private static final int POWER_STEPS = 12;

    private final double[] weights;
    private double bias;

    /**
     * What to learn from: a row an example.
     *
     * @param rows the features that each has
     * @param offsets the log-odds that each has already
     * @param shares how much each weighs in its source; what a source's examples weigh together is the source's weight
     */
    record Sample(int[][] rows, double[] offsets, boolean[] positive, int[] source, double[] shares, int sources) {}

    AgreementRegression(int features) {
        weights = new double[features];
    }

    double[] weights() {
        return weights;
    }

    double bias() {
        return bias;
    }

    double logOdds(int[] row, double offset) {
        double sum = bias + offset;
        for (int feature : row) {
            sum += weights[feature];
        }
        return sum;
    }

    void descend(Sample sample, int steps) {
        double pace = 1 / (0.25 * steepest(sample) + PENALTY);
        double[] speed = new double[weights.length];
        double biasSpeed = 0;
        for (int step = 0; step < steps; step++) {
            double[][] gradients = new double[sample.sources()][weights.length];
            double biasGradient = addGradients(sample, gradients) / sample.sources();
            for (int i = 0; i < weights.length; i++) {
                speed[i] = MOMENTUM * speed[i] - pace * gradient(gradients, i);
                weights[i] += speed[i];
            }
            biasSpeed = MOMENTUM * biasSpeed - pace * biasGradient;
            bias += biasSpeed;
        }
    }

    /** @return the gradient of the bias, summed over sources */
    private double addGradients(Sample sample, double[][] gradients) {
        double biasGradient = 0;
        for (int i = 0; i < sample.rows().length; i++) {
            int[] row = sample.rows()[i];
            double sign = sample.positive()[i] ? 1 : -1;
            double margin = sign * logOdds(row, sample.offsets()[i]);
            double slope = -sign * sample.shares()[i] / (1 + Math.exp(margin));
            double[] its = gradients[sample.source()[i]];
            for (int feature : row) {
                its[feature] += slope;
            }
            biasGradient += slope;
        }
        return biasGradient;
    }

    private double gradient(double[][] gradients, int feature) {
        double sum = 0;
        int up = 0;
        int down = 0;
        for (double[] of : gradients) {
            sum += of[feature];
            up += of[feature] > SEEN ? 1 : 0;
            down += of[feature] < -SEEN ? 1 : 0;
        }
        boolean agreed = (up == 0 || down == 0) && up + down >= Math.min(2, gradients.length);
        double mean = sum / gradients.length;
        return (agreed ? mean : mean / DISPUTED) + PENALTY * weights[feature];
    }

    /** The largest eigenvalue of the features' second moments, by the power method: no step may be longer than it allows. */
    private double steepest(Sample sample) {
        double[] direction = new double[weights.length + 1];
        Arrays.fill(direction, 1 / Math.sqrt(direction.length));
        double largest = 1;
        for (int step = 0; step < POWER_STEPS; step++) {
            double[] next = new double[direction.length];
            for (int i = 0; i < sample.rows().length; i++) {
                double along = direction[weights.length];
                for (int feature : sample.rows()[i]) {
                    along += direction[feature];
                }
                double pull = along * sample.shares()[i] / sample.sources();
                for (int feature : sample.rows()[i]) {
                    next[feature] += pull;
                }
                next[weights.length] += pull;
            }
            double length = 0;
            for (double each : next) {
                length += each * each;
            }
            largest = Math.sqrt(length);
            for (int i = 0; i < next.length; i++) {
                direction[i] = next[i] / largest;
            }
        }
        return largest;
    }
}
