package dev.leadkit.scoring.learn;

import dev.leadkit.scoring.Row;
import dev.leadkit.scoring.history.ClosedRow;
import dev.leadkit.scoring.history.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;

/** A history made up so that the truth is known. Not safe to share. */
final class Made {
    private final Random random;
    private final List<String> inputs = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final double[] logOdds;
    private final boolean[] won;

    /** What one column of one row holds. */
    interface Cell {
        String of(int row, Random random);
    }

    /** What one row's column adds to the log-odds. */
    interface Effect {
        double of(String cell);
    }

    Made(int rows, double base, long seed) {
        random = new Random(seed);
        logOdds = new double[rows];
        won = new boolean[rows];
        Arrays.fill(logOdds, base);
        for (int row = 0; row < rows; row++) {
            this.rows.add(new ArrayList<>());
        }
    }

    Made column(String name, Cell cell) {
        return column(name, cell, its -> 0);
    }

    Made column(String name, Cell cell, Effect effect) {
        inputs.add("column." + name);
        for (int row = 0; row < logOdds.length; row++) {
            String value = cell.of(row, random);
            rows.get(row).add(value);
            logOdds[row] += effect.of(value);
        }
        return this;
    }

    /** An effect of two columns together. */
    Made together(String first, String second, ToDoubleBiFunction<String, String> effect) {
        int a = inputs.indexOf("column." + first);
        int b = inputs.indexOf("column." + second);
        for (int row = 0; row < logOdds.length; row++) {
            logOdds[row] +=
                    effect.applyAsDouble(rows.get(row).get(a), rows.get(row).get(b));
        }
        return this;
    }

    /** Draws the ends; columns that follow may know them. */
    Made end() {
        for (int row = 0; row < won.length; row++) {
            won[row] = random.nextDouble() < probability(row);
        }
        return this;
    }

    double probability(int row) {
        return 1 / (1 + Math.exp(-logOdds[row]));
    }

    boolean won(int row) {
        return won[row];
    }

    List<String> cells(int row) {
        return rows.get(row);
    }

    int size() {
        return rows.size();
    }

    List<String> headers() {
        return history().headers();
    }

    History history() {
        List<ClosedRow> closed = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            closed.add(new ClosedRow("r" + row, Row.of(rows.get(row)), won[row]));
        }
        return History.of(inputs, closed);
    }

    static Cell normal() {
        return (row, random) -> String.format(Locale.ROOT, "%.3f", random.nextGaussian());
    }

    static Cell uniform() {
        return (row, random) -> String.format(Locale.ROOT, "%.3f", random.nextDouble());
    }

    static Cell oneOf(String... texts) {
        return (row, random) -> texts[random.nextInt(texts.length)];
    }

    static double number(String cell) {
        return Double.parseDouble(cell);
    }

    static double step(boolean there, double effect) {
        return there ? effect : 0;
    }
}
