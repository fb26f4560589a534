package dev.leadkit.scoring;

import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.Problems;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the cells of factors with two inputs. No pair of values may be taken twice. */
final class CellReader {
    /** Of all factors of a card together, in pairs of classes, as anybody may upload a card. */
    private static final long MAX_PAIRS = 1_000_000;

    private static final int MAX_CELLS = 2_000;

    private final Problems problems;
    private long pairs;

    CellReader(Problems problems) {
        this.problems = problems;
    }

    /** A cell with the place where it stands. */
    private record Placed(String pointer, Cell cell) {}

    /**
     * The cells of one factor; none when it has none.
     *
     * @param kind of its input; null when that is unknown
     * @param withKind of its second input
     */
    List<Cell> read(JsonFields fields, @Nullable InputKind kind, @Nullable InputKind withKind) {
        var bins = new BinReader(kind, problems);
        var withs = new BinReader(withKind, problems);
        int problemsBefore = problems.size();
        List<Placed> placed = fields.has("cells")
                ? fields.objects("cells", cell -> cell(cell, bins, withs))
                : fields.optionalObjects("cells", cell -> null);
        List<Cell> cells = placed.stream().map(Placed::cell).toList();
        if (!cells.isEmpty() && problems.size() == problemsBefore && kind != null && withKind != null) {
            check(fields, placed, cells, kind, withKind);
        }
        return cells;
    }

    private static @Nullable Placed cell(JsonFields fields, BinReader bins, BinReader withs) {
        Bin bin = bin(fields, "bin", bins);
        Bin with = bin(fields, "with", withs);
        Double points = Points.read(fields, "points", Factor.MAX_POINTS);
        return bin == null || with == null || points == null
                ? null
                : new Placed(fields.pointer(), new Cell(bin, with, points));
    }

    private static @Nullable Bin bin(JsonFields cell, String key, BinReader reader) {
        JsonFields fields = cell.object(key);
        if (fields == null) {
            return null;
        }
        Bin bin = reader.readValues(fields);
        fields.rejectUnknown();
        return bin;
    }

    private void check(JsonFields fields, List<Placed> placed, List<Cell> cells, InputKind kind, InputKind withKind) {
        pairs += (long) classes(cells.stream().map(Cell::bin).toList())
                * classes(cells.stream().map(Cell::with).toList());
        if (cells.size() > MAX_CELLS || pairs > MAX_PAIRS) {
            problems.add(
                    fields.pointer("cells"),
                    "too-many-cells",
                    "expected at most %,d cells, and %,d pairs of values in a card".formatted(MAX_CELLS, MAX_PAIRS),
                    "tell fewer values apart");
            return;
        }
        var making = new ValueClasses.Builder();
        int down = making.add(0, kind, cells.stream().map(Cell::bin).toList());
        int across = making.add(1, withKind, cells.stream().map(Cell::with).toList());
        var taken = new BitSet();
        for (Placed its : placed) {
            if (takesOneOf(taken, its.cell(), making, down, across)) {
                problems.add(
                        its.pointer(),
                        "overlapping-cells",
                        "a cell before it takes some of the same pairs of values",
                        "let each pair fall into one cell");
            }
        }
    }

    private static boolean takesOneOf(BitSet taken, Cell cell, ValueClasses.Builder making, int down, int across) {
        for (int row : making.taken(down, cell.bin())) {
            for (int column : making.taken(across, cell.with())) {
                int pair = row * making.count(across) + column;
                if (taken.get(pair)) {
                    return true;
                }
                taken.set(pair);
            }
        }
        return false;
    }

    /** Not less than the classes that the bins tell apart. */
    private static int classes(List<Bin> bins) {
        Set<Bin> distinct = new HashSet<>(bins);
        int classes = 2;
        for (Bin bin : distinct) {
            classes += bin instanceof Bin.AnyOf anyOf ? anyOf.texts().size() : 2;
        }
        return classes;
    }
}
