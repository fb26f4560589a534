package dev.leadkit.scoring.learn;

/**
 * So many pairs of columns, as cross-validation tried them.
 *
 * @param pairs the most in each fold
 * @param gain how much log loss a row they save on rows left out
 * @param noise the standard error of that
 * @param taken whether they paid
 */
public record PairsTried(int pairs, double gain, double noise, boolean taken) {}
