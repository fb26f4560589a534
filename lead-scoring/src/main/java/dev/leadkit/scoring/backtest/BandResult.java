package dev.leadkit.scoring.backtest;

import org.jspecify.annotations.Nullable;

/**
 * What became of the rows in one band.
 *
 * @param from the lowest score in it
 * @param share of all rows
 * @param rate the share of its rows that ended well; absent for an empty band
 * @param captured the share of all good ends that are in it
 */
public record BandResult(
        String band,
        int from,
        long rows,
        long won,
        double share,
        @Nullable Double rate,
        double captured) {}
