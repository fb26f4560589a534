package dev.leadkit.csv;

import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.CurrentLead;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.IdentityHasher;
import dev.leadkit.store.LeadStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What imports and exports have from the desk that hands them out, so that they do all as it does. Hosts have no need of it. */
public interface CsvDesk {
    LeadStore store();

    TenantId tenant();

    /** In whose name it is done. */
    Actor actor();

    /** The one in which new leads begin. */
    Pipeline pipeline();

    /** A lead on the current version of its pipeline, by which it moves. */
    CurrentLead current(Lead lead);

    ContactNormalizer normalizer();

    /** The custom fields of leads. */
    LeadFields fields();

    IdentityHasher hasher();

    Instant now();

    LeadId newLeadId();

    /** The lead with values that somebody gives it; what is absent stays as it is. Pure. */
    Lead fill(Lead lead, NewLead values, Instant at);

    /** The lead with its score as of an instant. Pure. */
    Lead scored(Lead lead, Instant asOf);

    /** How full the stages of the pipeline are, for one pass through a table. */
    StageRooms rooms();

    /** What the host's policy and the tenant's plan let one pass through a table write. Not safe to share. */
    interface Allowance {
        /**
         * The reasons against a unit of work; what it adds to a quota is taken if there are none.
         *
         * @param unit is not asked where there is neither a policy nor a plan
         */
        List<Refusal> against(Supplier<Changeset> unit);
    }

    Allowance allowance();

    /**
     * Writes a unit of work, unless the host's policy or the tenant's plan is against it by now.
     *
     * @return the reasons against it; empty when it is written
     * @throws dev.leadkit.store.ConflictException if somebody else was faster
     */
    List<Refusal> commit(Changeset unit);

    /**
     * Writes units of work, each of which is stored or not by itself.
     *
     * @return what became of each; empty, and nothing is written, if the host's policy or the tenant's plan is against one
     */
    Optional<List<CommitOutcome>> commitAll(List<Changeset> units);

    /** Reasons against a move as the actor is told them. Pure. */
    List<Refusal> told(List<Refusal> refusals);

    /** An empty unit of work of the actor. */
    ChangesetBuilder changeset();

    /** The same with an id by which it is found again. */
    ChangesetBuilder changeset(ChangesetId id);
}
