package dev.leadkit.store;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.pipeline.Stage;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a pipeline with their leads. */
public record Board(List<Column> columns) {
    /**
     * The leads of one stage.
     *
     * @param stage its key
     * @param count how many leads are in it, shown or not
     * @param totals what their expected amounts add up to, one total a currency, by currency code
     * @param stale how many of them are stale, shown or not; 0 where {@link BoardQuery#stale} did not ask
     * @param cards the first of them, by rank
     * @param next the cursor for the cards after these, for {@link LeadQuery} with the same filter, this stage and
     *     {@link LeadQuery.Sort#BOARD}; absent when all are shown, and when no cards were asked for
     * @param probability of the stage: that a lead in it is won, 0.0 to 1.0; absent where it has none. Said by the desk, which
     *     knows the pipeline
     * @param overLimit whether the stage holds more leads than it should, those that the filter leaves out counted as well;
     *     said by the desk as well
     */
    public record Column(
            String stage,
            long count,
            List<AmountTotal> totals,
            long stale,
            List<Lead> cards,
            @Nullable String next,
            @Nullable Double probability,
            boolean overLimit) {
        public Column {
            totals = List.copyOf(totals);
            cards = List.copyOf(cards);
        }

        /** For stores, which know nothing of the stage but its key. */
        public Column(
                String stage,
                long count,
                List<AmountTotal> totals,
                long stale,
                List<Lead> cards,
                @Nullable String next) {
            this(stage, count, totals, stale, cards, next, null, false);
        }

        /**
         * For stores that count a column by its leads.
         *
         * @param leads all of them
         * @param cards the first of them, by rank
         */
        public static Column of(
                String stage,
                Collection<Lead> leads,
                @Nullable Staleness staleness,
                List<Lead> cards,
                @Nullable String next) {
            long stale = staleness == null
                    ? 0
                    : leads.stream().filter(staleness::matches).count();
            return new Column(stage, leads.size(), AmountTotal.of(leads), stale, cards, next);
        }

        /** A stage without leads. */
        public static Column empty(String stage) {
            return of(stage, List.of(), null, List.of(), null);
        }

        /** As the desk sees it. What was said of a lead's chances no longer counts once it is won or lost. */
        public Column judged(Stage its, boolean isOver) {
            List<AmountTotal> counted = its.category().isClosed()
                    ? totals.stream().map(AmountTotal::withoutOwn).toList()
                    : totals;
            return new Column(stage, count, counted, stale, cards, next, its.probability(), isOver);
        }

        /** The expected amounts of all its leads, one sum a currency, by currency code. */
        public List<Money> sums() {
            return totals.stream().map(AmountTotal::all).toList();
        }

        /**
         * What the amounts bring on average, one sum a currency, by currency code: each weighted with its lead's own probability,
         * or else with that of the stage. Without the currencies of which no amount has a probability.
         */
        public List<Money> weighted() {
            return AmountTotal.weighted(totals, probability);
        }
    }

    public Board {
        columns = List.copyOf(columns);
    }
}
