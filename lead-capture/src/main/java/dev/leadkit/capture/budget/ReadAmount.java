package dev.leadkit.capture.budget;

/** What the words around an amount say of it: what can be spent, or why not. */
public sealed interface ReadAmount permits SpendableAmount, RefusedAmount {
    Amount amount();
}
