package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** Whether what is wished ends in an amount: "I need a logo, around $400", "a boat for $700-$900". */
final class PricedWish {

    private static final WordSet WANTING = WordSet.listed("""
            need needs needing want wants wanted wanting looking searching seeking after hunting wish like love suche suchen
            brauche brauchen something nothing busco cherche cerco procuro zoek szukam""");

    private static final WordSet RISEN = WordSet.listed("""
            went rose gone go going jumped risen climbed increased raised up gestiegen passé passée passe augmenté
            augmentée subido subió sube pasó salita salito passata passou subiu gestegen""");

    private static final WordSet RETURNING =
            WordSet.listed("return exchange cancel replace insure borrow loan sell report");

    private final AmountLead lead;
    private final Words words;
    private final Amount amount;

    PricedWish(AmountLead lead, Amount amount) {
        this.lead = lead;
        this.words = lead.words();
        this.amount = amount;
    }

    /** "I need a logo, around $400". */
    boolean isWish(BudgetAfter after) {
        if (amount.isBare() && !after.isRatePerHead()) {
            return false;
        }
        boolean apart = words.count() > lead.from() && isMark(words.gap(lead.head() + 1));
        boolean ever = false;
        for (int i = lead.head(); i >= lead.from(); i--) {
            if (WANTING.has(words, i)) {
                ever = true;
                continue;
            }
            if (OtherMoney.OTHERS.has(words, i)
                    || AmountLead.TOLD.has(words, i)
                    || AmountLead.NOT.has(words, i)
                    || RETURNING.has(words, i)) {
                return false;
            }
        }
        return apart && ever;
    }

    private static boolean isMark(char gap) {
        return gap == ',' || gap == ':' || gap == '-' || gap == '(' || gap == '–';
    }

    /** "$700-$900 a month": whoever asks for something names a range; of a price that is told nobody does. */
    boolean isRange() {
        return amount.range()
                && amount.currency() != null
                && !lead.hasNear(AmountLead.TOLD, words.count(), 3)
                && !lead.hasNear(RISEN, words.count(), 3);
    }
}
