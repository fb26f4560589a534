package dev.leadkit.store.jdbc;

import dev.leadkit.store.Changeset;
import java.util.List;

/** How a unit of work is written. What is stored is the same. */
enum WriteForm {
    /** In a transaction with a batch a table, which every database takes. */
    BATCHES,
    /** As one statement, where that is possible. */
    ONE_STATEMENT;

    /** The form for some changesets: in one statement no row can go and come, nor go only at a version. */
    WriteForm of(List<Changeset> changesets) {
        return this == ONE_STATEMENT && (ChangesetWriter.passesClaims(changesets) || DocumentRows.removes(changesets))
                ? BATCHES
                : this;
    }

    Writes on(Statements statements) {
        statements.requireTransaction();
        return this == ONE_STATEMENT ? new OneStatement(statements) : new BatchWrites(statements);
    }
}
