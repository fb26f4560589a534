package dev.leadkit.scoring.learn;

/**
 * One strength of regularisation that cross-validation tried.
 *
 * @param factor how many times as strong as the evidence of the rows says
 * @param logLoss on rows left out
 */
public record StrengthTried(double factor, double logLoss) {}
