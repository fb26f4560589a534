package dev.leadkit.capture.intent;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Logistic regression that trusts what sources agree on.
 *
 * <p>It lowers the mean over sources of each source's log loss, plus a quadratic penalty on the weights. A weight on
 * whose direction all sources agree, and enough of them see, pays the plain penalty; any other pays {@value #DISPUTED}
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
     * @param agreeing how many sources must see a feature to agree on it
     */
    record Sample(
            int[][] rows,
            double[] offsets,
            boolean[] positive,
            int[] source,
            double[] shares,
            int sources,
            int agreeing) {

        /** The numbers of the rows, those of each source together, in their order. */
        int[] bySource() {
            return IntStream.range(0, rows.length)
                    .boxed()
                    .sorted(Comparator.comparingInt(row -> source[row]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    /** Of each feature what the sources together pull at it, and how many pull up and down. */
    private static final class Pulls {
        private final double[] sum;
        private final int[] up;
        private final int[] down;

        /** Of the source that is added now. */
        private final double[] own;

        Pulls(int features) {
            sum = new double[features];
            up = new int[features];
            down = new int[features];
            own = new double[features];
        }

        /** Takes over what one source pulled at a feature, once. */
        void take(int feature) {
            double pull = own[feature];
            sum[feature] += pull;
            up[feature] += pull > SEEN ? 1 : 0;
            down[feature] += pull < -SEEN ? 1 : 0;
            own[feature] = 0;
        }
    }

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
        int[] bySource = sample.bySource();
        double[] speed = new double[weights.length];
        double biasSpeed = 0;
        for (int step = 0; step < steps; step++) {
            double[] slopes = slopes(sample);
            Pulls pulls = pulls(sample, slopes, bySource);
            for (int i = 0; i < weights.length; i++) {
                speed[i] = MOMENTUM * speed[i] - pace * gradient(pulls, sample, i);
                weights[i] += speed[i];
            }
            double biasGradient = 0;
            for (double slope : slopes) {
                biasGradient += slope;
            }
            biasSpeed = MOMENTUM * biasSpeed - pace * (biasGradient / sample.sources());
            bias += biasSpeed;
        }
    }

    private double[] slopes(Sample sample) {
        double[] slopes = new double[sample.rows().length];
        for (int i = 0; i < slopes.length; i++) {
            double sign = sample.positive()[i] ? 1 : -1;
            double margin = sign * logOdds(sample.rows()[i], sample.offsets()[i]);
            slopes[i] = -sign * sample.shares()[i] / (1 + Math.exp(margin));
        }
        return slopes;
    }

    /** One source after the other, so that what is kept of them does not grow with their number. */
    private Pulls pulls(Sample sample, double[] slopes, int[] bySource) {
        var pulls = new Pulls(weights.length);
        for (int from = 0; from < bySource.length; ) {
            int to = from;
            while (to < bySource.length && sample.source()[bySource[to]] == sample.source()[bySource[from]]) {
                for (int feature : sample.rows()[bySource[to]]) {
                    pulls.own[feature] += slopes[bySource[to]];
                }
                to++;
            }
            for (int i = from; i < to; i++) {
                for (int feature : sample.rows()[bySource[i]]) {
                    pulls.take(feature);
                }
            }
            from = to;
        }
        return pulls;
    }

    private double gradient(Pulls pulls, Sample sample, int feature) {
        int up = pulls.up[feature];
        int down = pulls.down[feature];
        boolean agreed = (up == 0 || down == 0) && up + down >= sample.agreeing();
        double mean = pulls.sum[feature] / sample.sources();
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
