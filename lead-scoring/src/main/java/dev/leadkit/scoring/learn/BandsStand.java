package dev.leadkit.scoring.learn;

import dev.leadkit.scoring.BandsBy;
import dev.leadkit.scoring.Scorecard;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the bands of a learned card stand for, counted when the card is there: points are rounded and many rows may have one sum, so
 * that what was wished for is not quite what came of it.
 *
 * @param byRank whether they are shares of the rows; else probabilities
 * @param hot the share of rows from 70 on, or the probability at 70
 * @param warm the share from 40 to 69, or the probability at 40
 */
record BandsStand(boolean byRank, double hot, double warm) {
    /** @param values the scores of the rows that the card was learned from */
    static BandsStand of(Scorecard card, boolean byRank, int[] values) {
        return byRank
                ? new BandsStand(
                        true, share(values, Scale.HOT, Integer.MAX_VALUE), share(values, Scale.WARM, Scale.HOT))
                : new BandsStand(false, probability(card, Scale.HOT), probability(card, Scale.WARM));
    }

    private static double share(int[] values, int from, int below) {
        long its = Arrays.stream(values)
                .filter(value -> value >= from && value < below)
                .count();
        return (double) its / values.length;
    }

    private static double probability(Scorecard card, int sum) {
        return card.probability(sum).orElseThrow();
    }

    BandsBy toBandsBy() {
        double fromHot = decimals(hot);
        double fromWarm = decimals(hot + warm); // of these, so that the shares never come to more than 1
        return byRank
                ? BandsBy.rank(List.of(
                        new BandsBy.Share("hot", fromHot),
                        new BandsBy.Share("warm", decimals(fromWarm - fromHot)),
                        new BandsBy.Share("cold", decimals(1 - fromWarm))))
                : BandsBy.probability(
                        List.of(new BandsBy.Least("hot", fromHot), new BandsBy.Least("warm", decimals(warm))));
    }

    /** Four are enough for a share of rows. */
    private static double decimals(double number) {
        return new BigDecimal(number).setScale(4, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** What 70 and 40 stand for, for people. */
    String describe() {
        return byRank
                ? "by rank: 70 and more for the best %s of the rows, 40 to 69 for the next %s"
                        .formatted(percent(hot), percent(warm))
                : "by probability: 70 at %s, 40 at %s".formatted(percent(hot), percent(warm));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
