package dev.leadkit.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The factors of a card as flat arrays, so that a score is one pass over numbers. Immutable.
 *
 * <p>A factor either multiplies a number, or sorts one or two values into classes ({@link ValueClasses}) and looks up the
 * points of the class or the pair. Those whose points follow from one value alone come first, all of one input at a time
 * ({@link StillRows}). Points are thousandths.
 */
final class FactorTable {
    private static final int NO_SECOND = -1;
    private static final int EVERY_ONE = 0;
    private static final long MOST = 1_000_000L * Numbers.UNIT; // far beyond any cap

    private final List<String> inputs;
    private final int size;
    private final ValueClasses classes;
    private final StillRows still;
    private final int inRows; // how many factors
    private final int[] moving; // the factors that are in no row, by their places in the card
    private final int[] place; // of a factor among the points of a score: those in rows first

    private final boolean[] byUnit;
    private final int[] slot;
    private final double[] each;
    private final int[] most; // of what is counted: of a day where negative, in all where positive

    private final int[] first; // the classes of the input
    private final int[] second; // those of the second input, or NO_SECOND
    private final int[] width; // how many those are, or 1
    private final int[] firstPoints;
    private final int[] step; // from the points of one class to those of the next
    private final int[] points;

    private final int[] cap;
    private final @Nullable DecayCurve[] decay;
    private final boolean anyDecay;
    private final int[] group; // the group's place, or -1

    FactorTable(List<Factor> factors, List<Group> groups) {
        size = factors.size();
        place = new int[size];
        byUnit = new boolean[size];
        slot = new int[size];
        each = new double[size];
        most = new int[size];
        first = new int[size];
        second = new int[size];
        width = new int[size];
        firstPoints = new int[size];
        step = new int[size];
        cap = new int[size];
        decay = new DecayCurve[size];
        group = new int[size];

        Map<String, Integer> slots = new LinkedHashMap<>();
        List<String> groupIds = groups.stream().map(Group::id).toList();
        for (int f = 0; f < size; f++) {
            Factor factor = factors.get(f);
            slot[f] = slot(slots, factor.input());
            each[f] = factor.each() == null ? 0 : Numbers.thousandths(factor.each());
            byUnit[f] = factor.each() != null;
            most[f] = most(factor.repeat());
            cap[f] = factor.effectiveCap() * Numbers.UNIT;
            decay[f] = factor.decay() == null ? null : DecayCurve.of(factor.decay());
            group[f] = factor.group() == null ? -1 : groupIds.indexOf(factor.group());
            second[f] = NO_SECOND;
            width[f] = 1;
        }
        var making = new ValueClasses.Builder();
        var tables = new Tables();
        List<List<Integer>> chunks = StillRows.chunks(factors);
        List<int[][]> rows = chunks.stream()
                .map(chunk -> rows(chunk, factors, making, tables))
                .toList();
        int nextPlace = 0;
        for (List<Integer> chunk : chunks) {
            for (int f : chunk) {
                place[f] = nextPlace++;
            }
        }
        Set<Integer> placed = chunks.stream().flatMap(List::stream).collect(Collectors.toSet());
        moving = IntStream.range(0, size).filter(f -> !placed.contains(f)).toArray();
        for (int f : moving) {
            place[f] = nextPlace++;
            if (!byUnit[f]) {
                firstPoints[f] = tables.add(table(f, factors.get(f), making, slots));
                step[f] = 1;
            }
        }
        classes = making.build();
        still = new StillRows(rows, classes);
        inRows = size - moving.length;
        inputs = List.copyOf(slots.keySet());
        points = tables.all();
        anyDecay = factors.stream().anyMatch(factor -> factor.decay() != null);
    }

    /** Tables of points, one after the other. */
    private static final class Tables {
        private final List<int[]> tables = new ArrayList<>();
        private int length;

        /** Gives where it begins. */
        int add(int[] table) {
            tables.add(table);
            length += table.length;
            return length - table.length;
        }

        int[] all() {
            return tables.stream().flatMapToInt(Arrays::stream).toArray();
        }
    }

    /** The rows of some factors of one input, what their caps leave. */
    private int[][] rows(List<Integer> chunk, List<Factor> factors, ValueClasses.Builder making, Tables tables) {
        Factor any = factors.get(chunk.get(0));
        int k = making.add(
                slot[chunk.get(0)],
                InputCatalog.kind(any.input()),
                chunk.stream().flatMap(f -> factors.get(f).bins().stream()).toList());
        int length = chunk.size();
        var table = new int[making.count(k) * length];
        int begin = tables.add(table);
        var rows = new int[making.count(k)][length];
        for (int i = 0; i < length; i++) {
            int f = chunk.get(i);
            first[f] = k;
            firstPoints[f] = begin + i;
            step[f] = length;
            for (Bin bin : factors.get(f).bins()) {
                int seen = Numbers.thousandths(bin.points());
                for (int its : making.taken(k, bin)) {
                    table[its * length + i] = seen;
                    rows[its][i] = capped(f, seen);
                }
            }
        }
        return rows;
    }

    private static int slot(Map<String, Integer> slots, String input) {
        return slots.computeIfAbsent(input, name -> slots.size());
    }

    private static int most(@Nullable Repeat repeat) {
        if (repeat instanceof Repeat.First its) {
            return its.most();
        }
        return repeat instanceof Repeat.PerDay its ? -its.most() : EVERY_ONE;
    }

    private int[] table(int f, Factor factor, ValueClasses.Builder making, Map<String, Integer> slots) {
        String other = factor.with();
        if (other == null) {
            first[f] = making.add(slot[f], InputCatalog.kind(factor.input()), factor.bins());
            var table = new int[making.count(first[f])];
            for (Bin bin : factor.bins()) {
                for (int its : making.taken(first[f], bin)) {
                    table[its] = Numbers.thousandths(bin.points());
                }
            }
            return table;
        }
        List<Cell> cells = factor.cells();
        first[f] = making.add(
                slot[f],
                InputCatalog.kind(factor.input()),
                cells.stream().map(Cell::bin).toList());
        second[f] = making.add(
                slot(slots, other),
                InputCatalog.kind(other),
                cells.stream().map(Cell::with).toList());
        width[f] = making.count(second[f]);
        var table = new int[making.count(first[f]) * width[f]];
        for (Cell cell : cells) {
            int[] across = making.taken(second[f], cell.with());
            for (int down : making.taken(first[f], cell.bin())) {
                for (int its : across) {
                    table[down * width[f] + its] = Numbers.thousandths(cell.points());
                }
            }
        }
        return table;
    }

    /** The names of what the factors read, each once; a value's slot is the place of its name here. */
    List<String> inputs() {
        return inputs;
    }

    int size() {
        return size;
    }

    StillRows still() {
        return still;
    }

    /** How many factors are in rows; their points stand first. */
    int inRows() {
        return inRows;
    }

    /** The factors that are in no row, by their places in the card. */
    int[] moving() {
        return moving;
    }

    /** Where a factor's points stand among those of a score. */
    int place(int factor) {
        return place[factor];
    }

    boolean hasDecay() {
        return anyDecay;
    }

    /** Null when the factor's points stay. */
    @Nullable
    DecayCurve decay(int factor) {
        return decay[factor];
    }

    /** The place of the factor's group; -1 for none. */
    int group(int factor) {
        return group[factor];
    }

    /** What the value gives, before cap and decay. */
    long seen(int f, Inputs from) {
        if (byUnit[f]) {
            return byUnit(f, from);
        }
        int its = classes.of(first[f], from);
        if (second[f] != NO_SECOND) {
            its = its * width[f] + classes.of(second[f], from);
        }
        return points[firstPoints[f] + its * step[f]];
    }

    private long byUnit(int f, Inputs from) {
        double number = counted(f, from);
        return Double.isFinite(number) ? Math.max(-MOST, Math.min(MOST, Math.round(number * each[f]))) : 0;
    }

    /** What repeat leaves of the number. */
    private double counted(int f, Inputs from) {
        if (most[f] == EVERY_ONE) {
            return from.number(slot[f]);
        }
        return most[f] > 0 ? Math.min(most[f], from.number(slot[f])) : from.perDay(slot[f], -most[f]);
    }

    /** In thousandths. */
    int cap(int f) {
        return cap[f];
    }

    /** What the cap leaves of it; the nearest whole points where they decay. */
    int capped(int f, long seen) {
        int bound = cap[f];
        int capped = (int) Math.max(-bound, Math.min(bound, seen));
        return decay[f] == null ? capped : (int) Numbers.round(capped) * Numbers.UNIT;
    }

    /** What was seen, in words. */
    String because(int f, Inputs from) {
        String seen = because(from, slot[f], byUnit[f] ? null : classes.listed(first[f]));
        if (byUnit[f] && counted(f, from) < from.number(slot[f])) {
            return seen + ", " + Numbers.decimal(counted(f, from)).toPlainString() + " counted";
        }
        return second[f] == NO_SECOND
                ? seen
                : seen + ", " + because(from, classes.slot(second[f]), classes.listed(second[f]));
    }

    private String because(Inputs from, int its, ValueClasses.@Nullable Listed listed) {
        String because = from.because(its);
        return because == null ? Seen.inWords(inputs.get(its), its, from, listed) : because;
    }
}
