package dev.leadkit.scoring.backtest;

import java.util.Arrays;

/** The scores of one card for the rows of a history, a few bytes a row. Not safe to share. */
final class Scores {
    private byte[] values = new byte[256];
    private double[] probabilities = new double[256];
    private boolean[] won = new boolean[256];
    private int size;

    void add(int value, double probability, boolean end) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            probabilities = Arrays.copyOf(probabilities, size * 2);
            won = Arrays.copyOf(won, size * 2);
        }
        values[size] = (byte) value;
        probabilities[size] = probability;
        won[size++] = end;
    }

    int size() {
        return size;
    }

    int value(int row) {
        return values[row];
    }

    boolean won(int row) {
        return won[row];
    }

    Quality quality() {
        var ranking = new double[size];
        var chances = new double[size];
        for (int row = 0; row < size; row++) {
            ranking[row] = values[row];
            chances[row] = probabilities[row];
        }
        return Quality.of(Arrays.copyOf(won, size), ranking, chances);
    }
}
