package dev.leadkit.scoring.history;

import dev.leadkit.scoring.Row;
import org.jspecify.annotations.Nullable;

/**
 * The values of one lead as they were before its end was known, and how it ended.
 *
 * @param id what the lead is called where it comes from, such as its number
 * @param row its values, by the place of their input in {@link History#inputs()}; good until the next one is given
 * @param won whether it ended well
 * @param past the lead of a store itself, which a look back scores as it would have been scored then, days and decay
 *     included; null for the row of a table, which is scored by its values alone
 */
public record ClosedRow(
        String id, Row row, boolean won, @Nullable PastLead past) {
    /** The row of a table. */
    public ClosedRow(String id, Row row, boolean won) {
        this(id, row, won, null);
    }

    /**
     * A lead of a store.
     *
     * @param row its values, as {@link dev.leadkit.scoring.LeadValues#rowsOf} gives them
     */
    public static ClosedRow of(PastLead past, Row row) {
        return new ClosedRow(past.lead().id().toString(), row, past.won(), past);
    }
}
