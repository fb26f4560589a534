package dev.leadkit.scoring.history;

import dev.leadkit.scoring.Row;

/**
 * The values of one lead as they were before its end was known, and how it ended.
 *
 * @param id what the lead is called where it comes from, such as its number
 * @param row its values, by the place of their input in {@link History#inputs()}; good until the next one is given
 * @param won whether it ended well
 */
public record ClosedRow(String id, Row row, boolean won) {}
