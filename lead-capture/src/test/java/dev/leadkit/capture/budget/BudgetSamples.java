package dev.leadkit.capture.budget;

import dev.leadkit.capture.ownership.MarkedMessage;
import dev.leadkit.capture.ownership.OwnershipTrainer;
import dev.leadkit.capture.ownership.OwnershipTrainer.Example;
import java.util.ArrayList;
import java.util.List;

/** The amounts in our sample messages of which no word tells that they are a budget, and whether they are one. */
public final class BudgetSamples {
    private BudgetSamples() {}

    public static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (MarkedMessage message : MarkedMessage.withBudgets()) {
            Amounts amounts = Amounts.of(message.reply());
            if (amounts != null) {
                var cue = new BudgetCue(message.reply());
                for (Amount amount = amounts.next(); amount != null; amount = amounts.next()) {
                    cue.read(amount);
                }
                cue.likely().forEach((amount, signs) -> {
                    if (!isDoubtful(message, amount)) {
                        examples.add(OwnershipTrainer.example(
                                message, amount.start(), amount.end(), signs, isMarked(message, amount, 'b')));
                    }
                });
            }
        }
        return examples;
    }

    private static boolean isDoubtful(MarkedMessage message, Amount amount) {
        return isMarked(message, amount, '?');
    }

    private static boolean isMarked(MarkedMessage message, Amount amount, char mark) {
        return message.marked().stream()
                .anyMatch(
                        value -> value.mark() == mark && value.start() < amount.end() && amount.start() < value.end());
    }
}
