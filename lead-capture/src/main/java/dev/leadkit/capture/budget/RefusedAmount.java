package dev.leadkit.capture.budget;

/**
 * An amount of money that is not what a visitor can spend.
 *
 * @param because why, in kebab case: {@code negated}, {@code third-party}, {@code question}, {@code too-much} or {@code price}
 */
public record RefusedAmount(Amount amount, String because) implements ReadAmount {
    /** What something costs, or what was or is paid, earned or owed. */
    static final String PRICE = "price";
}
