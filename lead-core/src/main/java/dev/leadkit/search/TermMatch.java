package dev.leadkit.search;

/**
 * Where a term of a search was found in a lead, and how well.
 *
 * @param term as it was looked for, folded
 * @param points 1 to 100: the weight of the place for a whole word, and half of it and more for the beginning of one
 */
public record TermMatch(String term, Place where, int points) {
    /** Where leads are searched. */
    public enum Place {
        NAME(100),
        /** The part of an e-mail address before the {@code @}. */
        EMAIL(80),
        /** The digits of a phone number. */
        PHONE(80),
        /** The part of an e-mail address behind the {@code @}. */
        DOMAIN(50);

        private final int weight;

        Place(int weight) {
            this.weight = weight;
        }

        /** The points of a term that is a whole word here, or a whole number. */
        public int weight() {
            return weight;
        }
    }

    public TermMatch {
        if (points < 1 || points > where.weight()) {
            throw new IllegalArgumentException(
                    "points must be 1 to %d in %s, were %d".formatted(where.weight(), where, points));
        }
    }
}
