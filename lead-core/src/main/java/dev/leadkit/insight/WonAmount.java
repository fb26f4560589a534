package dev.leadkit.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The sum of amounts each of which is won or not, independently of the others, with a probability of its own. Not safe to
 * share; keeps {@value #EXACT} amounts.
 *
 * <p>The {@value #EXACT} amounts that make the sum most uncertain are gone through in all combinations; the others are taken
 * together as a normal distribution, which by Lindeberg's theorem their sum comes near to when there are many and none
 * stands out. Up to {@value #EXACT} amounts the quantiles are exact.
 */
final class WonAmount {
    static final int EXACT = 12;

    private static final int SCALE = 4;

    private record Uncertain(BigDecimal amount, double probability) {
        double variance() {
            return amount.doubleValue() * amount.doubleValue() * probability * (1 - probability);
        }
    }

    private record Sum(BigDecimal amount, double probability) {}

    private final PriorityQueue<Uncertain> greatest =
            new PriorityQueue<>(Comparator.comparingDouble(Uncertain::variance));
    private BigDecimal most = BigDecimal.ZERO;
    private BigDecimal mean = BigDecimal.ZERO;
    private BigDecimal certain = BigDecimal.ZERO;
    private double meanOfOthers;
    private double varianceOfOthers;

    /** @param probability that it is won, 0.0 to 1.0 */
    void add(BigDecimal amount, double probability) {
        most = most.add(amount);
        mean = mean.add(amount.multiply(BigDecimal.valueOf(probability)));
        if (probability == 1) {
            certain = certain.add(amount);
        } else if (probability > 0 && amount.signum() > 0) {
            greatest.add(new Uncertain(amount, probability));
        }
        if (greatest.size() > EXACT) {
            Uncertain least = greatest.remove();
            meanOfOthers += least.amount().doubleValue() * least.probability();
            varianceOfOthers += least.variance();
        }
    }

    /** All of them. */
    BigDecimal most() {
        return most;
    }

    /** The sum of each times its probability, to four decimals. */
    BigDecimal mean() {
        return mean.setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    /**
     * The least sum that is not exceeded with a probability.
     *
     * @param share above 0 and below 1
     */
    BigDecimal quantile(double share) {
        List<Sum> sums = combinations();
        return varianceOfOthers == 0 ? exact(sums, share) : smooth(sums, share);
    }

    /** In rising order. */
    private List<Sum> combinations() {
        List<Sum> sums = List.of(new Sum(certain, 1));
        for (Uncertain each : greatest) {
            List<Sum> next = new ArrayList<>(sums.size() * 2);
            for (Sum sum : sums) {
                next.add(new Sum(sum.amount(), sum.probability() * (1 - each.probability())));
                next.add(new Sum(sum.amount().add(each.amount()), sum.probability() * each.probability()));
            }
            sums = next;
        }
        return sums.stream().sorted(Comparator.comparing(Sum::amount)).toList();
    }

    private static BigDecimal exact(List<Sum> sums, double share) {
        double below = 0;
        for (Sum sum : sums) {
            below += sum.probability();
            // A tenth of three amounts at one half each must not depend on how it was rounded.
            if (below >= share - 1e-12) {
                return sum.amount();
            }
        }
        return sums.get(sums.size() - 1).amount();
    }

    private BigDecimal smooth(List<Sum> sums, double share) {
        double deviation = Math.sqrt(varianceOfOthers);
        double low = 0;
        double high = most.doubleValue();
        for (int i = 0; i < 64; i++) {
            double middle = (low + high) / 2;
            double below = 0;
            for (Sum sum : sums) {
                below += sum.probability() * normal((middle - sum.amount().doubleValue() - meanOfOthers) / deviation);
            }
            if (below < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return BigDecimal.valueOf(high).setScale(SCALE, RoundingMode.HALF_EVEN).min(most);
    }

    /** The distribution function of the normal distribution: Abramowitz and Stegun 26.2.17, within 7.5e-8. */
    private static double normal(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double polynomial =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * polynomial;
        return x < 0 ? tail : 1 - tail;
    }
}
