package dev.leadkit.examples.benchmarks.storage;

import dev.leadkit.lead.NewLead;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.jdbc.StoredRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark writes in one transaction: as changesets for the store, as rows for its peers, and as what a person
 * asks for, for the desk.
 *
 * @param wanted for the creation of a lead
 * @param to the stage, for a transition of one lead
 */
record Unit(
        List<Changeset> changesets,
        List<StoredRows.Step> steps,
        @Nullable NewLead wanted,
        @Nullable String to) {}
