package dev.leadkit.scoring.learn;

import java.util.stream.IntStream;

/** Divides rows into parts with about the same share of good ends; each part is left out once. */
final class Folds {
    private final int[] foldOf;
    private final int count;

    Folds(boolean[] won, int count, long seed) {
        this.count = count;
        foldOf = new int[won.length];
        var random = new SplitRandom(seed);
        for (boolean end : new boolean[] {false, true}) {
            int[] rows = IntStream.range(0, won.length)
                    .filter(row -> won[row] == end)
                    .toArray();
            random.shuffle(rows);
            for (int i = 0; i < rows.length; i++) {
                foldOf[rows[i]] = i % count;
            }
        }
    }

    int count() {
        return count;
    }

    int[] without(int fold) {
        return IntStream.range(0, foldOf.length)
                .filter(row -> foldOf[row] != fold)
                .toArray();
    }

    int[] only(int fold) {
        return IntStream.range(0, foldOf.length)
                .filter(row -> foldOf[row] == fold)
                .toArray();
    }
}
