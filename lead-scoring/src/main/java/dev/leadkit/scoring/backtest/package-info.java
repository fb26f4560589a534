/**
 * Checks scorecards against history: how well they rank, how true their probabilities are, what their bands are worth. Start
 * with {@link dev.leadkit.scoring.backtest.Backtest}.
 */
@NullMarked
package dev.leadkit.scoring.backtest;

import org.jspecify.annotations.NullMarked;
