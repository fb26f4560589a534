package dev.leadkit.scoring.learn;

/** What the bands hot, warm and cold of a learned card stand for. */
public enum Bands {
    /** Shares of the rows where a good end is rare, so that a high probability would be out of reach; else probabilities. */
    BY_RANK_IF_RARE,
    /** Stated shares of the rows, such as the top tenth and the next fifth. */
    BY_RANK,
    /** Stated probabilities of a good end. */
    BY_PROBABILITY
}
