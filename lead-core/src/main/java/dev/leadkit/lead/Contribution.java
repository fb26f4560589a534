package dev.leadkit.lead;

/**
 * What one factor added to a score or took from it.
 *
 * <p>Beside the factors' there are those of the card itself: {@value #BASE}, what every lead begins with; {@code
 * cap:GROUP}, what is over a group's cap; {@value #ROUNDING}, what the factors' own roundings leave; and {@value #LIMIT}.
 *
 * @param factor the factor's stable id, or one of those above
 * @param label the factor's name for people
 * @param points whole points, negative when it took some
 * @param because what was seen, in a few words and without contact data
 * @param lostToCap the points that the factor's cap took from what was seen, of the same sign as those; 0 when nothing
 * @param lostToDecay the points that time took from what the cap left, of the same sign as those; 0 when nothing
 */
public record Contribution(String factor, String label, int points, String because, int lostToCap, int lostToDecay) {
    /** The factor id of the entry that keeps the sum within 0 to 100. */
    public static final String LIMIT = "limit";

    /** The factor id of what every lead begins with. */
    public static final String BASE = "base";

    /** The factor id of the entry that makes up for the roundings of the others. */
    public static final String ROUNDING = "rounding";

    /** What the factor ids of groups' caps begin with. */
    public static final String CAP_PREFIX = "cap:";

    /** One from which neither cap nor decay took anything. */
    public Contribution(String factor, String label, int points, String because) {
        this(factor, label, points, because, 0, 0);
    }
}
