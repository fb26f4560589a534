package dev.leadkit.scoring;

import java.util.List;

/**
 * How whoever made the card chose where the scale's bands begin. A statement for people: the bands are on the score, and
 * nothing is computed from it.
 *
 * <p>Checked as a whole when the scorecard is built.
 */
public sealed interface BandsBy {
    /** The bands were chosen so that they take stated shares of those that the card was made from. */
    static BandsBy rank(List<Share> shares) {
        return new Rank(shares);
    }

    /** The bands begin where a stated probability does. */
    static BandsBy probability(List<Least> probabilities) {
        return new Probability(probabilities);
    }

    /** @param shares of the bands, which come to no more than 1 */
    record Rank(List<Share> shares) implements BandsBy {
        public Rank {
            shares = List.copyOf(shares);
        }
    }

    /** @param probabilities at which bands begin */
    record Probability(List<Least> probabilities) implements BandsBy {
        public Probability {
            probabilities = List.copyOf(probabilities);
        }
    }

    /**
     * The share of one band.
     *
     * @param band the key of a band of the card
     * @param share 0.0 to 1.0
     */
    record Share(String band, double share) {}

    /**
     * The lowest probability in one band.
     *
     * @param band the key of a band of the card
     * @param from 0.0 to 1.0
     */
    record Least(String band, double from) {}
}
