package dev.leadkit.lead;

/**
 * What one factor added to a score or took from it.
 *
 * @param factor the factor's stable id; {@code "limit"} for the entry that keeps the sum within 0 to 100
 * @param label the factor's name for people
 * @param points whole points, negative when it took some
 * @param because what was seen, in a few words and without contact data
 */
public record Contribution(String factor, String label, int points, String because) {
    /** The factor id of the entry that keeps the sum within 0 to 100. */
    public static final String LIMIT = "limit";
}
