package dev.leadkit.store;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the expected amounts of some leads add up to, all of one currency. Enough to weight them by their stage's probability, in
 * the place of which some have one of their own.
 *
 * @param all the sum of the amounts
 * @param own of those whose leads have a probability of their own; at most {@code all}
 * @param ownWeighted what these bring on average, see {@link #ownWeighted(Lead)}
 */
public record AmountTotal(Money all, BigDecimal own, BigDecimal ownWeighted) {
    /** The digits after the point of {@code ownWeighted}: exact for probabilities of four digits, such as 12.34 percent. */
    public static final int SCALE = 8;

    private static final int SHOWN_SCALE = 4;

    public AmountTotal {
        own = plain(own);
        ownWeighted = plain(ownWeighted);
        if (own.signum() < 0 || own.compareTo(all.amount()) > 0 || ownWeighted.compareTo(own) > 0) {
            throw new IllegalArgumentException(
                    "own must be at most all, and its weighted part at most own, were %s of %s of %s"
                            .formatted(ownWeighted, own, all));
        }
    }

    /** Equal whatever their digits came from. */
    private static BigDecimal plain(BigDecimal amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /** The totals of leads, by currency code; none of those without an amount. */
    public static List<AmountTotal> of(Collection<Lead> leads) {
        Map<String, AmountTotal> byCurrency = new TreeMap<>();
        for (Lead lead : leads) {
            if (lead.expectedAmount() != null) {
                Money amount = lead.expectedAmount().value();
                BigDecimal weighted = ownWeighted(lead);
                AmountTotal its = weighted == null
                        ? new AmountTotal(amount, BigDecimal.ZERO, BigDecimal.ZERO)
                        : new AmountTotal(amount, amount.amount(), weighted);
                byCurrency.merge(amount.currency(), its, AmountTotal::plus);
            }
        }
        return List.copyOf(byCurrency.values());
    }

    /**
     * For stores: a lead's amount times its own probability, rounded half to even to {@value #SCALE} digits after the point; absent
     * for a lead without an amount or without a probability of its own.
     */
    public static @Nullable BigDecimal ownWeighted(Lead lead) {
        if (lead.expectedAmount() == null || lead.probability() == null) {
            return null;
        }
        return lead.expectedAmount()
                .value()
                .amount()
                .multiply(BigDecimal.valueOf(lead.probability()))
                .setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    /** @throws dev.leadkit.lead.CurrencyMismatchException if the other one is of another currency */
    public AmountTotal plus(AmountTotal other) {
        return new AmountTotal(all.plus(other.all), own.add(other.own), ownWeighted.add(other.ownWeighted));
    }

    /** As if no lead had a probability of its own. */
    public AmountTotal withoutOwn() {
        return new AmountTotal(all, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /**
     * What the amounts bring on average, rounded half to even to four digits after the point: each weighted with its lead's own
     * probability, or else with that of the stage.
     *
     * @param ofStage 0.0 to 1.0; absent when the stage says nothing, and what has no probability of its own adds nothing
     */
    public Money weighted(@Nullable Double ofStage) {
        BigDecimal others =
                ofStage == null ? BigDecimal.ZERO : all.amount().subtract(own).multiply(BigDecimal.valueOf(ofStage));
        return new Money(others.add(ownWeighted).setScale(SHOWN_SCALE, RoundingMode.HALF_EVEN), all.currency());
    }

    /** The weighted amounts of those totals of which anything has a probability. */
    static List<Money> weighted(List<AmountTotal> totals, @Nullable Double ofStage) {
        List<Money> weighted = new ArrayList<>();
        for (AmountTotal total : totals) {
            if (ofStage != null || total.own.signum() > 0) {
                weighted.add(total.weighted(ofStage));
            }
        }
        return List.copyOf(weighted);
    }
}
