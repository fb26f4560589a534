package dev.leadkit.capture.budget;

import dev.leadkit.capture.ownership.MarkedMessage;
import dev.leadkit.capture.ownership.OwnershipModel;
import dev.leadkit.capture.ownership.OwnershipTrainer;
import dev.leadkit.capture.ownership.OwnershipTrainer.Example;
import dev.leadkit.capture.ownership.ValueSigns;
import java.util.ArrayList;
import java.util.List;

/** The amounts in our sample messages of which no word tells that they are a budget, and whether they are one. */
final class BudgetSamples {
    private BudgetSamples() {}

    record Sample(MarkedMessage message, Amount amount, ValueSigns signs, boolean budget) {
        Example example() {
            return OwnershipTrainer.example(message, amount.start(), amount.end(), signs, budget);
        }

        double logOdds(OwnershipModel model) {
            return model.logOdds(message.reply(), amount.start(), amount.end(), signs);
        }
    }

    static List<Sample> all() {
        List<Sample> all = new ArrayList<>();
        for (MarkedMessage message : MarkedMessage.withBudgets()) {
            Amounts amounts = Amounts.of(message.reply(), null);
            if (amounts == null) {
                continue;
            }
            var cue = new BudgetCue(message.reply());
            for (Amount amount = amounts.next(); amount != null; amount = amounts.next()) {
                cue.read(amount);
            }
            for (LikelyBudget.Untold untold : cue.untold()) {
                if (!isMarked(message, untold.amount(), '?')) {
                    all.add(new Sample(
                            message, untold.amount(), untold.signs(), isMarked(message, untold.amount(), 'b')));
                }
            }
        }
        return all;
    }

    private static boolean isMarked(MarkedMessage message, Amount amount, char mark) {
        return message.marked().stream()
                .anyMatch(
                        value -> value.mark() == mark && value.start() < amount.end() && amount.start() < value.end());
    }
}
