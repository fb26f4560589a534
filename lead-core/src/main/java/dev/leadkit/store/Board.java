package dev.leadkit.store;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a pipeline with their leads. */
public record Board(List<Column> columns) {
    /**
     * The leads of one stage.
     *
     * @param stage its key
     * @param count how many leads are in it, shown or not
     * @param sums their expected amounts, one sum a currency, by currency code
     * @param cards the first of them, by rank
     * @param next the cursor for the cards after these, for {@link LeadQuery} with the same filter, this stage and
     *     {@link LeadQuery.Sort#BOARD}; absent when all are shown, and when no cards were asked for
     * @param overLimit whether the stage holds more leads than it should, those that the filter leaves out counted as well;
     *     said by the desk, which knows the pipeline
     * @param staleShown how many of the cards that are shown are stale; said by the desk as well. Of all leads of the column
     *     {@link LeadFilter#stale} counts them
     */
    public record Column(
            String stage,
            long count,
            List<Money> sums,
            List<Lead> cards,
            @Nullable String next,
            boolean overLimit,
            int staleShown) {
        public Column {
            sums = List.copyOf(sums);
            cards = List.copyOf(cards);
        }

        /** For stores, which know of no limit. */
        public Column(String stage, long count, List<Money> sums, List<Lead> cards, @Nullable String next) {
            this(stage, count, sums, cards, next, false, 0);
        }

        /** As the desk sees it. */
        public Column judged(boolean isOver, int stale) {
            return new Column(stage, count, sums, cards, next, isOver, stale);
        }

        /** A stage without leads. */
        public static Column empty(String stage) {
            return new Column(stage, 0, List.of(), List.of(), null);
        }

        /**
         * What the amounts bring on average, one sum a currency, rounded half to even to four digits after the point.
         *
         * @param probability of the stage: that a lead in it is won, 0.0 to 1.0
         */
        public List<Money> weighted(double probability) {
            BigDecimal weight = BigDecimal.valueOf(probability);
            return sums.stream()
                    .map(sum -> new Money(
                            sum.amount().multiply(weight).setScale(4, RoundingMode.HALF_EVEN), sum.currency()))
                    .toList();
        }
    }

    public Board {
        columns = List.copyOf(columns);
    }
}
