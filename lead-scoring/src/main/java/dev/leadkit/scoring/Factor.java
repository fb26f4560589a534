package dev.leadkit.scoring;

import dev.leadkit.lead.InvalidInputException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a scorecard looks at: an input, and how its value becomes points: by a table of bins, by so many points
 * each, or together with a second input by a table of cells.
 *
 * <p>Immutable. Checked as a whole when the scorecard is built, so that all problems come at once.
 *
 * @param id stable and unique in the card; contributions name the factor by it
 * @param label what people see
 * @param input the name of the value that it reads: one of a lead's, such as {@code engagement.questions}, {@code field.KEY}
 *     for a custom field, or {@code column.HEADER} for a table's column
 * @param bins the table; empty when {@code each} or {@code cells} are given
 * @param each points for every one of a number, to the nearest thousandth; absent when bins or cells are given
 * @param repeat which of them count; absent for every one
 * @param with the name of the second value; absent unless {@code cells} are given
 * @param cells the table of both values; empty when bins or {@code each} are given
 * @param cap the most points that the factor adds or takes, 1 to 100; absent for 100
 * @param group the group under whose cap it stands as well; absent for none
 * @param decay what is left of the points as time passes; absent when they stay
 */
public record Factor(
        String id,
        String label,
        Dimension dimension,
        String input,
        List<Bin> bins,
        @Nullable Double each,
        @Nullable Repeat repeat,
        @Nullable String with,
        List<Cell> cells,
        @Nullable Integer cap,
        @Nullable String group,
        @Nullable Decay decay) {

    static final int MAX_POINTS = 100;

    /** @throws InvalidInputException if {@code each} is not finite */
    public Factor {
        bins = List.copyOf(bins);
        cells = List.copyOf(cells);
        each = each == null ? null : Numbers.finite("factor.each", each);
    }

    private Factor(String id, String label, Dimension dimension, String input) {
        this(id, label, dimension, input, List.of(), null, null, null, List.of(), null, null, null);
    }

    /** A factor on who the lead is, without points as yet. */
    public static Factor fit(String id, String label, String input) {
        return new Factor(id, label, Dimension.FIT, input);
    }

    /** A factor on what the lead does, without points as yet. */
    public static Factor engagement(String id, String label, String input) {
        return new Factor(id, label, Dimension.ENGAGEMENT, input);
    }

    public Factor withBins(Bin... newBins) {
        return withBins(List.of(newBins));
    }

    public Factor withBins(List<Bin> newBins) {
        return new Factor(id, label, dimension, input, newBins, each, repeat, with, cells, cap, group, decay);
    }

    public Factor withEach(double newEach) {
        return new Factor(id, label, dimension, input, bins, newEach, repeat, with, cells, cap, group, decay);
    }

    public Factor withRepeat(Repeat newRepeat) {
        return new Factor(id, label, dimension, input, bins, each, newRepeat, with, cells, cap, group, decay);
    }

    /** Reads a second input as well; points come from the cells. */
    public Factor crossedWith(String second, List<Cell> newCells) {
        return new Factor(id, label, dimension, input, bins, each, repeat, second, newCells, cap, group, decay);
    }

    public Factor withCap(int newCap) {
        return new Factor(id, label, dimension, input, bins, each, repeat, with, cells, newCap, group, decay);
    }

    /** Puts it under the cap of a group of the card. */
    public Factor inGroup(String newGroup) {
        return new Factor(id, label, dimension, input, bins, each, repeat, with, cells, cap, newGroup, decay);
    }

    public Factor withDecay(Decay newDecay) {
        return new Factor(id, label, dimension, input, bins, each, repeat, with, cells, cap, group, newDecay);
    }

    public Factor withHalfLife(Duration halfLife) {
        return withDecay(Decay.halfLife(halfLife));
    }

    /** The bound that holds, given or not. */
    int effectiveCap() {
        return cap == null ? MAX_POINTS : cap;
    }
}
