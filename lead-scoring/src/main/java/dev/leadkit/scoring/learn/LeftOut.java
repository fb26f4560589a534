package dev.leadkit.scoring.learn;

/**
 * A column that the card does not read, and why.
 *
 * @param input its name
 * @param code stable and kebab-case: {@code constant}, {@code empty}, {@code identifier}, {@code too-many-values}, {@code
 *     date}, {@code tells-the-outcome}, {@code filled-after-the-outcome}, {@code not-among-the-strongest}, {@code no-effect}
 * @param reason for people, with the figures that led to it
 */
public record LeftOut(String input, String code, String reason) {}
