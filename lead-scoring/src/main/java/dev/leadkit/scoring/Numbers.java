package dev.leadkit.scoring;

import dev.leadkit.lead.InvalidInputException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The few things that scoring asks of a number. */
final class Numbers {
    /** Less than any number of points that a person would write, more than what binary fractions lose. */
    private static final double TINY = 1e-9;

    private Numbers() {}

    /** The number, with one zero only, so that equal cards are equal. */
    static @Nullable Double finite(String field, @Nullable Double number) {
        if (number == null) {
            return null;
        }
        if (!Double.isFinite(number)) {
            throw new InvalidInputException(field, "a finite number", number.toString());
        }
        return number + 0.0;
    }

    /** Rounds toward zero, taking 28.999999999999996 for the 29 that 0.29 × 100 is on paper. */
    static int towardZero(double number) {
        return (int) (number + Math.copySign(TINY, number));
    }

    static int within(int number, int bound) {
        return Math.max(-bound, Math.min(bound, number));
    }

    /** The shortest decimal that reads back as the same number, without an exponent. */
    static BigDecimal decimal(double number) {
        BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }
}
