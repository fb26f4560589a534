package dev.leadkit.scoring;

import org.jspecify.annotations.Nullable;

/** Says of a field or a column what was seen there. */
final class Seen {
    private Seen() {}

    /**
     * A text that the card does not name itself is not repeated: it may be anything, an address or a person's name.
     *
     * @param listed what the card tells apart; null where it takes the value for a number
     */
    static String inWords(String input, int slot, Inputs from, ValueClasses.@Nullable Listed listed) {
        String name = InputCatalog.plainName(input);
        if (listed == null || listed.isNumeric()) {
            double number = from.number(slot);
            if (Double.isFinite(number)) {
                return name + " is " + Numbers.decimal(number);
            }
            return name + (from.text(slot) == null ? " is missing" : " is no number");
        }
        String text = from.text(slot);
        if (text == null) {
            return name + " is missing";
        }
        return listed.has(text) ? name + " is " + text : name + " is another text";
    }
}
