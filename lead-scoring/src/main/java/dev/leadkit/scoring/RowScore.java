package dev.leadkit.scoring;

import dev.leadkit.lead.Contribution;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How warm a row of a table is, or a lead at an instant, and why. Immutable; it reads its row again when the contributions are
 * asked for, so ask for them before a row that is used again has its next values.
 *
 * @param value 0 to 100: the sum, limited and rounded
 * @param sum of all points, neither rounded nor limited
 * @param probability what the card's calibration makes of the sum, 0.0 to 1.0; empty without one
 * @param band the key of the band it falls in
 * @param contributions they sum to the value exactly
 */
public record RowScore(
        int value, double sum, OptionalDouble probability, String band, List<Contribution> contributions) {}
