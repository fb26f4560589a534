package dev.leadkit.capture.budget;

import dev.leadkit.capture.ownership.OwnershipModel;
import dev.leadkit.capture.ownership.ValueSigns;
import dev.leadkit.capture.text.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the budget that no word tells: of all amounts in a message the one that our samples make likeliest. */
final class LikelyBudget {
    private static final double CONFIDENCE = 0.6;

    /** Log-odds from which on an amount is one. */
    private static final double LIKELY = 0.5;

    private final Reply reply;
    private final List<Seen> seen = new ArrayList<>();

    /** An amount with what the words around it make of it. */
    record Seen(Amount amount, ValueSigns signs) {}

    LikelyBudget(Reply reply) {
        this.reply = reply;
    }

    void add(Amount amount, List<String> signs) {
        List<String> all = new ArrayList<>(signs);
        all.add("digits-" + (amount.value().precision() - amount.value().scale()));
        boolean round = amount.value().remainder(BigDecimal.valueOf(50)).signum() == 0;
        all.add(round ? "round" : "exact");
        all.add(seen.isEmpty() ? "first" : "later");
        if (reply.asked() != null) {
            all.add("asked");
        }
        seen.add(new Seen(amount, new ValueSigns(shape(amount), "none", all)));
    }

    private static String shape(Amount amount) {
        return amount.sign() + (amount.range() ? "-RANGE" : "");
    }

    /** Null if none is likely enough. */
    @Nullable
    SpendableAmount read() {
        Amount likeliest = null;
        double most = LIKELY;
        for (Seen one : seen) {
            double odds = OwnershipModel.budgets().logOdds(reply, one.amount.start(), one.amount.end(), one.signs);
            if (odds > most) {
                most = odds;
                likeliest = one.amount;
            }
        }
        return likeliest == null ? null : new SpendableAmount(likeliest, CONFIDENCE, "surroundings");
    }

    List<Seen> seen() {
        return seen;
    }
}
