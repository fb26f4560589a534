package dev.leadkit.csv;

import dev.leadkit.csv.LineOutcome.Conflicted;
import dev.leadkit.csv.LineOutcome.Created;
import dev.leadkit.csv.LineOutcome.Refused;
import dev.leadkit.csv.LineOutcome.Unchanged;
import dev.leadkit.csv.LineOutcome.Updated;

/** How many lines came to what. Blank lines and the header count nowhere. */
public record ImportCounts(long created, long updated, long unchanged, long refused, long conflicted) {
    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

    public long lines() {
        return created + updated + unchanged + refused + conflicted;
    }

    ImportCounts plus(LineOutcome outcome) {
        return new ImportCounts(
                created + (outcome instanceof Created ? 1 : 0),
                updated + (outcome instanceof Updated ? 1 : 0),
                unchanged + (outcome instanceof Unchanged ? 1 : 0),
                refused + (outcome instanceof Refused ? 1 : 0),
                conflicted + (outcome instanceof Conflicted ? 1 : 0));
    }
}
