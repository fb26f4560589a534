package dev.leadkit.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The factors of a card as flat arrays, so that a score is one pass over numbers. Immutable.
 *
 * <p>A factor either multiplies a number, or sorts one or two values into classes ({@link ValueClasses}) and looks up the
 * points of the class or the pair. Points are thousandths.
 */
final class FactorTable {
    private static final int NO_SECOND = -1;
    private static final int EVERY_ONE = 0;
    private static final long MOST = 1_000_000L * Numbers.UNIT; // far beyond any cap

    private final List<String> inputs;
    private final int size;
    private final ValueClasses classes;

    private final boolean[] byUnit;
    private final int[] slot;
    private final double[] each;
    private final int[] most; // of what is counted: of a day where negative, in all where positive

    private final int[] first; // the classes of the input
    private final int[] second; // those of the second input, or NO_SECOND
    private final int[] width; // how many those are, or 1
    private final int[] firstPoints;
    private final int[] points;

    private final int[] cap;
    private final @Nullable DecayCurve[] decay;
    private final boolean anyDecay;
    private final int[] group; // the group's place, or -1

    FactorTable(List<Factor> factors, List<Group> groups) {
        size = factors.size();
        byUnit = new boolean[size];
        slot = new int[size];
        each = new double[size];
        most = new int[size];
        first = new int[size];
        second = new int[size];
        width = new int[size];
        firstPoints = new int[size];
        cap = new int[size];
        decay = new DecayCurve[size];
        group = new int[size];

        Map<String, Integer> slots = new LinkedHashMap<>();
        var making = new ValueClasses.Builder();
        List<int[]> tables = new ArrayList<>();
        int pointsSoFar = 0;
        for (int f = 0; f < size; f++) {
            Factor factor = factors.get(f);
            slot[f] = slot(slots, factor.input());
            each[f] = factor.each() == null ? 0 : Numbers.thousandths(factor.each());
            byUnit[f] = factor.each() != null;
            most[f] = most(factor.repeat());
            cap[f] = factor.effectiveCap() * Numbers.UNIT;
            decay[f] = factor.decay() == null ? null : DecayCurve.of(factor.decay());
            group[f] = groups.stream().map(Group::id).toList().indexOf(factor.group());
            second[f] = NO_SECOND;
            width[f] = 1;
            firstPoints[f] = pointsSoFar;
            if (!byUnit[f]) {
                int[] table = table(f, factor, making, slots);
                tables.add(table);
                pointsSoFar += table.length;
            }
        }
        classes = making.build();
        inputs = List.copyOf(slots.keySet());
        points = tables.stream().flatMapToInt(Arrays::stream).toArray();
        anyDecay = factors.stream().anyMatch(factor -> factor.decay() != null);
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
        return points[firstPoints[f] + its];
    }

    private long byUnit(int f, Inputs from) {
        double number;
        if (most[f] == EVERY_ONE) {
            number = from.number(slot[f]);
        } else if (most[f] > 0) {
            number = Math.min(most[f], from.number(slot[f]));
        } else {
            number = from.perDay(slot[f], -most[f]);
        }
        return Double.isFinite(number) ? Math.max(-MOST, Math.min(MOST, Math.round(number * each[f]))) : 0;
    }

    /** In thousandths. */
    int cap(int f) {
        return cap[f];
    }

    /** What the cap leaves of it; whole points where they decay, toward zero. */
    int capped(int f, long seen) {
        int bound = cap[f];
        int capped = (int) Math.max(-bound, Math.min(bound, seen));
        return decay[f] == null ? capped : capped - capped % Numbers.UNIT;
    }

    /** What was seen, in words. */
    String because(int f, Inputs from) {
        String seen = because(from, slot[f], byUnit[f] ? null : classes.listed(first[f]));
        return second[f] == NO_SECOND
                ? seen
                : seen + ", " + because(from, classes.slot(second[f]), classes.listed(second[f]));
    }

    private String because(Inputs from, int its, ValueClasses.@Nullable Listed listed) {
        String because = from.because(its);
        return because == null ? Seen.inWords(inputs.get(its), its, from, listed) : because;
    }
}
