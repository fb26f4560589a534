package dev.leadkit.capture.budget;

/**
 * An amount that the words around it make what a visitor can spend.
 *
 * @param amount more than zero
 * @param confidence how sure that is, 0.0 to 1.0
 * @param because a stable code in kebab case for what told so, such as {@code limit}
 */
public record SpendableAmount(Amount amount, double confidence, String because) implements ReadAmount {}
