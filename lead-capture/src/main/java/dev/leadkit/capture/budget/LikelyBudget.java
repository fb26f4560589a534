package dev.leadkit.capture.budget;

import dev.leadkit.capture.ownership.OwnershipModel;
import dev.leadkit.capture.ownership.ValueSigns;
import dev.leadkit.capture.text.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the budget that no word tells: of all amounts in a message the one that our samples make likeliest. */
final class LikelyBudget {
    private static final double CONFIDENCE = 0.6;

    /** Log-odds from which on an amount is one. */
    private static final double LIKELY = 0.5;

    /** The part of an amount by which a rounded one is less at most: a twentieth. */
    private static final BigDecimal LEAST_GAP = BigDecimal.valueOf(20);

    private static final BigDecimal LEAST_BARE = BigDecimal.valueOf(20);

    private final Reply reply;
    private final List<Untold> untold = new ArrayList<>();

    /**
     * An amount with what the words around it make of it.
     *
     * @param around read when it first matters: not where another amount is told to be the budget
     */
    record Untold(Amount amount, boolean first, boolean asked, Supplier<List<String>> around) {
        ValueSigns signs() {
            List<String> signs = new ArrayList<>(around.get());
            signs.add("digits-" + (amount.value().precision() - amount.value().scale()));
            boolean round = amount.value().remainder(BigDecimal.valueOf(50)).signum() == 0;
            signs.add(round ? "round" : "exact");
            signs.add(first ? "first" : "later");
            ValueSigns.add(signs, asked, "asked");
            return new ValueSigns(amount.sign() + (amount.range() ? "-RANGE" : ""), "none", signs);
        }
    }

    LikelyBudget(Reply reply) {
        this.reply = reply;
    }

    void add(Amount amount, Supplier<List<String>> around) {
        untold.add(new Untold(amount, untold.isEmpty(), reply.asked() != null, around));
    }

    /** Null if none is likely enough. */
    @Nullable
    SpendableAmount read() {
        Amount likeliest = null;
        Amount before = null;
        double most = LIKELY;
        for (Untold one : untold) {
            double odds = OwnershipModel.budgets().logOdds(reply, one.amount.start(), one.amount.end(), one.signs());
            if (odds > most && !isEcho(one.amount, before) && !isCount(one.amount)) {
                most = odds;
                likeliest = one.amount;
            }
            before = one.amount;
        }
        return likeliest == null ? null : new SpendableAmount(likeliest, CONFIDENCE, "surroundings");
    }

    /** "With 2 small rooms": so few of anything are no money. */
    private static boolean isCount(Amount amount) {
        return amount.isBare() && amount.value().compareTo(LEAST_BARE) < 0;
    }

    /** "My bill went to 612 dollars. SIX HUNDRED": the one before once more, without its cents or its currency. */
    private static boolean isEcho(Amount later, @Nullable Amount before) {
        if (before == null || !later.isBare()) {
            return false;
        }
        BigDecimal gap = before.value().subtract(later.value());
        return gap.signum() > 0 && gap.multiply(LEAST_GAP).compareTo(before.value()) < 0;
    }

    List<Untold> untold() {
        return untold;
    }
}
