package dev.leadkit.scoring;

import java.util.List;

/**
 * What probability of a good end a sum of points stands for. A greater sum never has a lower probability.
 *
 * <p>Checked as a whole when the scorecard is built.
 */
public sealed interface Calibration {
    /**
     * The probability for a sum that is neither rounded nor limited.
     *
     * @return 0.0 to 1.0
     */
    double probability(double sum);

    /** A logistic curve over {@code intercept + slope × sum}. */
    static Calibration logistic(double intercept, double slope) {
        return new Logistic(intercept, slope);
    }

    /** Straight lines between points, and level beyond the first and the last. */
    static Calibration points(List<Point> points) {
        return new Points(points);
    }

    /**
     * A logistic curve.
     *
     * @param intercept −1000 to 1000
     * @param slope above 0, at most 1000
     */
    record Logistic(double intercept, double slope) implements Calibration {
        /** @throws dev.leadkit.lead.InvalidInputException if one is not finite */
        public Logistic {
            intercept = Numbers.finite("calibration.intercept", intercept);
            slope = Numbers.finite("calibration.slope", slope);
        }

        @Override
        public double probability(double sum) {
            // StrictMath: the same on every machine.
            return 1 / (1 + StrictMath.exp(-(intercept + slope * sum)));
        }
    }

    /** @param points two or more, their sums rising and their probabilities never falling */
    record Points(List<Point> points) implements Calibration {
        public Points {
            points = List.copyOf(points);
        }

        @Override
        public double probability(double sum) {
            int low = 0;
            int high = points.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sum >= points.get(middle).sum()) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            if (low == 0 || low == points.size()) {
                return points.get(low == 0 ? 0 : low - 1).probability();
            }
            return points.get(low - 1).toward(points.get(low), sum);
        }
    }

    /**
     * A sum and its probability.
     *
     * @param sum within a million of zero
     * @param probability 0.0 to 1.0
     */
    record Point(double sum, double probability) {
        /** @throws dev.leadkit.lead.InvalidInputException if one is not finite */
        public Point {
            sum = Numbers.finite("calibration.sum", sum);
            probability = Numbers.finite("calibration.probability", probability);
        }

        private double toward(Point next, double at) {
            double share = (at - sum) / (next.sum - sum);
            return Math.min(next.probability, probability + (next.probability - probability) * share);
        }
    }
}
