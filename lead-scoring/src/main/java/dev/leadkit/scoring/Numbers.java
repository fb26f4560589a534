package dev.leadkit.scoring;

import dev.leadkit.lead.InvalidInputException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The few things that scoring asks of a number. Points are counted in thousandths, as whole numbers, so that their sum is
 * the same in any order.
 */
final class Numbers {
    /** Thousandths of a point. */
    static final int UNIT = 1000;

    private Numbers() {}

    static @Nullable Double finite(String field, @Nullable Double number) {
        return number == null ? null : finite(field, number.doubleValue());
    }

    /** The number, with one zero only, so that equal cards are equal. */
    static double finite(String field, double number) {
        if (!Double.isFinite(number)) {
            throw new InvalidInputException(field, "a finite number", Double.toString(number));
        }
        return number + 0.0;
    }

    /** The nearest thousandths, half ones up. */
    static int thousandths(double points) {
        return (int) Math.round(points * UNIT);
    }

    static double points(long thousandths) {
        return thousandths / (double) UNIT;
    }

    /** The nearest whole points, half ones up; more thousandths never give fewer. */
    static long round(long thousandths) {
        return Math.floorDiv(thousandths + UNIT / 2, UNIT);
    }

    /** Whether a decimal that was read, such as 0.1, has no more than three digits behind its point. */
    static boolean isThousandths(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().scale() <= 3;
    }

    /** The shortest decimal that reads back as the same number, without an exponent. */
    static BigDecimal decimal(double number) {
        BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }
}
