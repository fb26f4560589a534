package dev.leadkit.scoring.learn;

import dev.leadkit.scoring.Row;
import dev.leadkit.scoring.history.ClosedRow;
import dev.leadkit.scoring.history.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows that are learned from. Of a history with more cells than are kept, each row has the same chance to be among
 * them. Filled once, then only read.
 */
final class Sample {
    private static final long MAX_CELLS = 16_000_000;

    private final List<Column> columns = new ArrayList<>();
    private final int capacity;
    private final SplitRandom random;
    private boolean[] won = new boolean[256];
    private long seen;
    private long seenPositives;
    private int size;

    private Sample(List<String> inputs, List<Integer> places, int most, long seed) {
        for (int i = 0; i < inputs.size(); i++) {
            columns.add(new Column(inputs.get(i), places.get(i)));
        }
        long room = MAX_CELLS / Math.max(1, inputs.size());
        capacity = (int) Math.max(1, Math.min(most, room));
        random = new SplitRandom(seed);
    }

    /**
     * Reads a history.
     *
     * @param places of the inputs to keep
     */
    static Sample read(History history, List<Integer> places, int mostRows, long seed) {
        List<String> inputs = places.stream().map(history.inputs()::get).toList();
        var sample = new Sample(inputs, places, mostRows, seed);
        history.forEach(sample::add);
        return sample;
    }

    private void add(ClosedRow closed) {
        seen++;
        seenPositives += closed.won() ? 1 : 0;
        int at = size;
        if (size < capacity) {
            size++;
        } else {
            long chosen = random.belowLong(seen);
            if (chosen >= capacity) {
                return;
            }
            at = (int) chosen;
        }
        if (at >= won.length) {
            won = Arrays.copyOf(won, won.length * 2);
        }
        won[at] = closed.won();
        Row row = closed.row();
        for (Column column : columns) {
            column.set(at, row.number(column.place()), row.text(column.place()));
        }
    }

    List<Column> columns() {
        return columns;
    }

    int size() {
        return size;
    }

    boolean won(int row) {
        return won[row];
    }

    /** How many of the kept rows ended well. */
    int positives() {
        int count = 0;
        for (int row = 0; row < size; row++) {
            count += won[row] ? 1 : 0;
        }
        return count;
    }

    /** How many rows the history has. */
    long seen() {
        return seen;
    }

    long seenPositives() {
        return seenPositives;
    }
}
