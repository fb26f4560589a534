package dev.leadkit.scoring.learn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a factor of a learned card rests on.
 *
 * @param factor its id in the card
 * @param inputs the column, or both of a pair
 * @param spread by how many points it tells rows apart, as their standard deviation
 * @param bins in the order of the card
 */
public record FactorCurve(String factor, List<String> inputs, double spread, List<Bin> bins) {
    public FactorCurve {
        inputs = List.copyOf(inputs);
        bins = List.copyOf(bins);
    }

    /**
     * A bin or a cell.
     *
     * @param values which values it takes, for people
     * @param rows how many rows of the history are in it
     * @param rate the share of them that ended well; absent for an empty one
     * @param points what the card gives for it
     */
    public record Bin(String values, int rows, @Nullable Double rate, double points) {}
}
