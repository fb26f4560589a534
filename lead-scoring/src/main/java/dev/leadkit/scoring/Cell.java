package dev.leadkit.scoring;

/**
 * The points for two values that come together: one of the factor's input, one of its second. A pair that no cell takes
 * gets 0 points, and none is taken by two.
 *
 * <p>Cells are checked as a whole when the scorecard is built.
 *
 * @param bin values of the input; its own points are put to 0
 * @param with values of the second input; its own points are put to 0
 * @param points −100 to 100, with at most three decimals
 */
public record Cell(Bin bin, Bin with, double points) {
    /** @throws dev.leadkit.lead.InvalidInputException if the points are not finite */
    public Cell {
        bin = bin.withPoints(0);
        with = with.withPoints(0);
        points = Numbers.finite("cell.points", points);
    }
}
