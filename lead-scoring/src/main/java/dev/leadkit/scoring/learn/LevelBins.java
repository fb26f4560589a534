package dev.leadkit.scoring.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Bins of texts: one for each text that enough rows have, one for all others, one for a missing value. */
final class LevelBins implements FineBins {
    private final Column column;
    private final List<String> levels;
    private final int[] codes;

    private LevelBins(Column column, List<String> levels, int[] codes) {
        this.column = column;
        this.levels = levels;
        this.codes = codes;
    }

    /**
     * @param least how many rows a text must have for a bin of its own
     * @param most how many texts may have one
     */
    static LevelBins of(Column column, int rows, int least, int most) {
        List<String> texts = column.texts();
        var counts = new int[texts.size()];
        for (int row = 0; row < rows; row++) {
            if (column.code(row) >= 0) {
                counts[column.code(row)]++;
            }
        }
        List<Integer> kept = IntStream.range(0, counts.length)
                .filter(code -> counts[code] >= least && CardText.fits(texts.get(code)))
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(code -> -counts[code]).thenComparing(texts::get))
                .limit(most)
                .sorted(Comparator.comparing(texts::get))
                .toList();
        var binOf = new int[texts.size()];
        Arrays.fill(binOf, kept.size());
        for (int bin = 0; bin < kept.size(); bin++) {
            binOf[kept.get(bin)] = bin;
        }
        var codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            int code = column.code(row);
            codes[row] = code == Column.MISSING ? kept.size() + 1 : code < 0 ? kept.size() : binOf[code];
        }
        return new LevelBins(column, kept.stream().map(texts::get).toList(), codes);
    }

    @Override
    public Column column() {
        return column;
    }

    /** The texts that have a bin of their own, in the order of the bins. */
    List<String> levels() {
        return levels;
    }

    /** The bin of all other texts. */
    int other() {
        return levels.size();
    }

    @Override
    public int size() {
        return levels.size() + 2;
    }

    @Override
    public int[] codes() {
        return codes;
    }

    @Override
    public int missing() {
        return levels.size() + 1;
    }

    @Override
    public Block block() {
        return Block.levels(codes, counts());
    }
}
