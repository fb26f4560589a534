package dev.leadkit.scoring;

import dev.leadkit.lead.InvalidInputException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a scorecard looks at: an input, and how its value becomes points, either by a table of bins or by so
 * many points each.
 *
 * <p>Immutable. Checked as a whole when the scorecard is built, so that all problems come at once.
 *
 * @param id stable and unique in the card; contributions name the factor by it
 * @param label what people see
 * @param input the name of the value that it reads, such as {@code engagement.questions}
 * @param bins the table; empty when {@code each} is given
 * @param each points for every one of a number, rounded toward zero in the end; absent when bins are given
 * @param cap the most points that the factor adds or takes, 1 to 100; absent for 100
 * @param halfLife the time after the visitor's last message in which the points halve; absent when they stay
 */
public record Factor(
        String id,
        String label,
        Dimension dimension,
        String input,
        List<Bin> bins,
        @Nullable Double each,
        @Nullable Integer cap,
        @Nullable Duration halfLife) {

    static final int MAX_POINTS = 100;

    /** @throws InvalidInputException if {@code each} is not finite */
    public Factor {
        bins = List.copyOf(bins);
        each = Numbers.finite("factor.each", each);
    }

    /** A factor on who the lead is, without points as yet. */
    public static Factor fit(String id, String label, String input) {
        return new Factor(id, label, Dimension.FIT, input, List.of(), null, null, null);
    }

    /** A factor on what the lead does, without points as yet. */
    public static Factor engagement(String id, String label, String input) {
        return new Factor(id, label, Dimension.ENGAGEMENT, input, List.of(), null, null, null);
    }

    public Factor withBins(Bin... newBins) {
        return new Factor(id, label, dimension, input, List.of(newBins), each, cap, halfLife);
    }

    public Factor withEach(double newEach) {
        return new Factor(id, label, dimension, input, bins, newEach, cap, halfLife);
    }

    public Factor withCap(int newCap) {
        return new Factor(id, label, dimension, input, bins, each, newCap, halfLife);
    }

    public Factor withHalfLife(Duration newHalfLife) {
        return new Factor(id, label, dimension, input, bins, each, cap, newHalfLife);
    }

    /** The bound that holds, given or not. */
    int effectiveCap() {
        return cap == null ? MAX_POINTS : cap;
    }
}
