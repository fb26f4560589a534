package dev.leadkit.scoring;

import org.jspecify.annotations.Nullable;

/**
 * The values that one card reads of one subject, a lead or a row of a table. A value is known by its slot: the place of
 * its name in {@link FactorTable#inputs()}.
 */
interface Inputs {
    /** The value as a number; NaN when it is missing or no number. */
    double number(int slot);

    /** The value as a text; null when it is missing. A flag is {@code "yes"} or missing. */
    @Nullable
    String text(int slot);

    /** How many there are if at most so many of one day count. */
    double perDay(int slot, int most);

    /** What was seen, in a few words and without contact data; null to have it said of the value itself. */
    @Nullable
    String because(int slot);
}
