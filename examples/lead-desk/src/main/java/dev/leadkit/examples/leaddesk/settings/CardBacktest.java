package dev.leadkit.examples.leaddesk.settings;

import dev.leadkit.scoring.Scorecard;
import dev.leadkit.scoring.backtest.Backtest;
import dev.leadkit.scoring.backtest.Comparison;
import dev.leadkit.scoring.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What two cards would have been worth on the closed leads that a tenant has.
 *
 * @param won how many of them were won
 * @param lost how many were lost
 * @param comparison the present card and the draft; absent while too few leads are closed
 */
public record CardBacktest(long won, long lost, @Nullable Comparison comparison) {
    /** With fewer won or fewer lost leads the figures would say next to nothing. */
    public static final int LEAST_OF_EACH = 10;

    /** With fewer of either the figures are rough, and said to be. */
    private static final int PLENTY_OF_EACH = 100;

    /** The keys of the custom fields that the cards read, as a history is asked for them. */
    public static List<String> fields(Scorecard present, Scorecard draft) {
        String prefix = "field.";
        return Stream.of(present, draft)
                .flatMap(card -> card.inputs().stream())
                .filter(input -> input.startsWith(prefix))
                .map(input -> input.substring(prefix.length()))
                .distinct()
                .toList();
    }

    /** @param closed read once to count, and once more where that is enough */
    public static CardBacktest of(Scorecard present, Scorecard draft, History closed) {
        long[] ends = new long[2];
        closed.forEach(row -> ends[row.won() ? 0 : 1]++);
        return new CardBacktest(
                ends[0],
                ends[1],
                Math.min(ends[0], ends[1]) < LEAST_OF_EACH ? null : Backtest.compare(present, draft, closed));
    }

    public boolean isRough() {
        return Math.min(won, lost) < PLENTY_OF_EACH;
    }

    /** How many are missing, such as {@code 7 won and 2 lost leads}; empty when none are. */
    public String missing() {
        List<String> missing = new ArrayList<>();
        if (won < LEAST_OF_EACH) {
            missing.add(LEAST_OF_EACH - won + " won");
        }
        if (lost < LEAST_OF_EACH) {
            missing.add(LEAST_OF_EACH - lost + " lost");
        }
        return missing.isEmpty() ? "" : String.join(" and ", missing) + " leads";
    }
}
