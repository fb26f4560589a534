package dev.leadkit.scoring;

import org.jspecify.annotations.Nullable;

/**
 * The values of one row of a table.
 *
 * @param columns the place of each input's column, by the inputs' slots
 */
record RowInputs(int[] columns, Row row) implements Inputs {
    @Override
    public double number(int slot) {
        return row.number(columns[slot]);
    }

    @Override
    public @Nullable String text(int slot) {
        return row.text(columns[slot]);
    }

    @Override
    public double perDay(int slot, int most) {
        return Math.min(most, number(slot));
    }

    @Override
    public @Nullable String because(int slot) {
        return null;
    }
}
