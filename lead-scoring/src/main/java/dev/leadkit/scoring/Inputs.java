package dev.leadkit.scoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The named values of one subject, which a scorecard reads: a lead here, a row of a table elsewhere. A name is looked
 * up once, when the card is compiled, in an {@link InputCatalog}; from then on a value is known by its slot.
 */
interface Inputs {
    /** The value as a number; NaN when it is missing or no number. */
    double number(int slot);

    /** The value as a text; null when it is missing or a number. A flag is {@code "yes"} or missing. */
    @Nullable
    String text(int slot);

    /** What was seen, in a few words and without contact data. */
    String because(int slot);

    /** From when on decay counts; null when nothing decays. */
    @Nullable
    Instant decaysFrom();
}
