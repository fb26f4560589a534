package dev.leadkit.scoring.backtest;

/**
 * A row that two cards put into different bands.
 *
 * @param id of the row in its history
 * @param won how it ended
 * @param fromBand by the first card
 * @param toBand by the second
 */
public record BandChange(String id, boolean won, String fromBand, String toBand, int fromScore, int toScore) {}
