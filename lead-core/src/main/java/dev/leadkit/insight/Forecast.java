package dev.leadkit.insight;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the open leads may bring: their expected amounts, each weighted with its own probability or that of its stage, by currency.
 * Amounts of two currencies are never added.
 *
 * @param leads the open leads, with and without an amount
 * @param withoutAmount those of which nobody said what they may bring; they are in no currency
 * @param currencies by currency code
 */
public record Forecast(long leads, long withoutAmount, List<OfCurrency> currencies) {
    /**
     * The open leads whose amount is of one currency.
     *
     * @param leads those with a probability, of their own or of their stage
     * @param overridden how many of these have one of their own
     * @param all their amounts, as if each were won
     * @param weighted what they bring on average
     * @param low the least amount that is not exceeded with a chance of one in ten or more
     * @param high the same with nine in ten, so that eight of ten outcomes lie between the two; both take the leads to be won or
     *     lost independently of each other, and are exact for twelve leads or fewer
     * @param unweighted the leads without one of their own in stages without a probability, or that the pipeline does not have; in none
     *     of the above
     * @param unweightedAmounts their amounts
     */
    public record OfCurrency(
            String currency,
            long leads,
            long overridden,
            Money all,
            Money weighted,
            Money low,
            Money high,
            long unweighted,
            Money unweightedAmounts) {}

    public Forecast {
        currencies = List.copyOf(currencies);
    }

    /**
     * Keeps a few leads of each currency.
     *
     * @param leads those that are closed, withdrawn or of another pipeline are left out; read once
     */
    public static Forecast of(Pipeline pipeline, Stream<Lead> leads) {
        var count = new Count(pipeline);
        leads.filter(lead -> !lead.withdrawn() && lead.pipeline().equals(pipeline.name()))
                .forEach(count::add);
        return count.forecast();
    }

    private static final class Count {
        private final StageOrder order;
        private final Map<String, Double> probabilities = new HashMap<>();
        private final Map<String, Amounts> currencies = new TreeMap<>();
        private long open;
        private long withoutAmount;

        Count(Pipeline pipeline) {
            order = new StageOrder(pipeline);
            for (Stage stage : pipeline.stages()) {
                Double probability = stage.probability();
                if (probability != null) {
                    probabilities.put(stage.key(), probability);
                }
            }
        }

        void add(Lead lead) {
            if (order.category(lead.stage()) != StageCategory.OPEN) {
                return;
            }
            open++;
            Attributed<Money> expected = lead.expectedAmount();
            if (expected == null) {
                withoutAmount++;
                return;
            }
            Money amount = expected.value();
            Amounts its = currencies.computeIfAbsent(amount.currency(), currency -> new Amounts());
            Double probability = lead.winProbability(probabilities.get(lead.stage()));
            if (probability == null) {
                its.unweighted++;
                its.unweightedAmounts = its.unweightedAmounts.add(amount.amount());
            } else {
                its.leads++;
                its.overridden += lead.probability() == null ? 0 : 1;
                its.won.add(amount.amount(), probability);
            }
        }

        Forecast forecast() {
            List<OfCurrency> all = new ArrayList<>();
            currencies.forEach((currency, its) -> all.add(new OfCurrency(
                    currency,
                    its.leads,
                    its.overridden,
                    new Money(its.won.most(), currency),
                    new Money(its.won.mean(), currency),
                    new Money(its.won.quantile(0.1), currency),
                    new Money(its.won.quantile(0.9), currency),
                    its.unweighted,
                    new Money(its.unweightedAmounts, currency))));
            return new Forecast(open, withoutAmount, all);
        }
    }

    private static final class Amounts {
        private final WonAmount won = new WonAmount();
        private long leads;
        private long overridden;
        private long unweighted;
        private BigDecimal unweightedAmounts = BigDecimal.ZERO;
    }
}
