package dev.leadkit.scoring.learn;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Finds numbers that people would have chosen for a limit. */
final class RoundNumber {
    private static final int[] STEPS = {10, 5, 2};
    private static final int LARGEST = 15;
    private static final int SMALLEST = -16;

    private RoundNumber() {}

    /** The roundest number above {@code low} and up to {@code high}; of equally round ones that in the middle. */
    static double between(double low, double high) {
        BigDecimal lowest = new BigDecimal(low);
        BigDecimal highest = new BigDecimal(high);
        BigDecimal middle = lowest.add(highest).divide(BigDecimal.valueOf(2));
        for (int exponent = LARGEST; exponent >= SMALLEST; exponent--) {
            for (int digit : STEPS) {
                BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent - 1);
                BigDecimal nearest =
                        middle.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
                BigDecimal last = highest.divide(step, 0, RoundingMode.FLOOR).multiply(step);
                for (BigDecimal candidate : new BigDecimal[] {nearest, last}) {
                    double number = candidate.doubleValue();
                    if (number > low && number <= high) {
                        return number + 0.0;
                    }
                }
            }
        }
        return high;
    }
}
