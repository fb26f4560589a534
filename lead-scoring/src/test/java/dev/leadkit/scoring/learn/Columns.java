package dev.leadkit.scoring.learn;

import dev.leadkit.scoring.Row;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Columns of a few rows, as a table would fill them. */
final class Columns {
    private Columns() {}

    static Column column(String name, int rows, IntFunction<@Nullable String> cells) {
        var column = new Column("column." + name, 0);
        for (int row = 0; row < rows; row++) {
            String cell = cells.apply(row);
            column.set(row, cell == null ? Double.NaN : Row.number(cell), cell);
        }
        return column;
    }

    static LevelBins levels(String name, int rows, IntFunction<@Nullable String> cells) {
        return LevelBins.of(column(name, rows, cells), rows, 3, 60);
    }

    static boolean[] ends(int rows, IntFunction<Boolean> won) {
        var ends = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            ends[row] = won.apply(row);
        }
        return ends;
    }
}
