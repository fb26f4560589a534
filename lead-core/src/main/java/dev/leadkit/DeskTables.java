package dev.leadkit;

import dev.leadkit.access.NotPermittedException;
import dev.leadkit.csv.CsvDesk;
import dev.leadkit.csv.StageRooms;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.CurrentLead;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.plan.QuotaExceededException;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.IdentityHasher;
import dev.leadkit.store.LeadStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What tables are imported with: the desk's own parts. */
record DeskTables(Wiring wiring, TenantId tenant, Actor actor, DeskWork work) implements CsvDesk {
    @Override
    public LeadStore store() {
        return wiring.store();
    }

    @Override
    public Pipeline pipeline() {
        return wiring.pipeline(tenant);
    }

    @Override
    public CurrentLead current(Lead lead) {
        return wiring.pipelines().current(lead);
    }

    @Override
    public ContactNormalizer normalizer() {
        return wiring.normalizer();
    }

    @Override
    public LeadFields fields() {
        return wiring.fields();
    }

    @Override
    public IdentityHasher hasher() {
        return wiring.hasher();
    }

    @Override
    public Instant now() {
        return wiring.now();
    }

    @Override
    public LeadId newLeadId() {
        return wiring.newLeadId();
    }

    @Override
    public Lead fill(Lead lead, NewLead values, Instant at) {
        return work.edits(at).fill(lead, values);
    }

    @Override
    public Lead scored(Lead lead, Instant asOf) {
        return wiring.scored(lead, asOf);
    }

    @Override
    public StageRooms rooms() {
        return new DeskRooms(wiring, tenant);
    }

    @Override
    public Allowance allowance() {
        QuotaLeft quotas = wiring.quotaLeft();
        return unit -> wiring.isGated() ? wiring.against(unit.get(), quotas) : List.of();
    }

    @Override
    public List<Refusal> commit(Changeset unit) {
        try {
            store().commit(unit);
            return List.of();
        } catch (NotPermittedException forbidden) {
            return List.of(DeskGate.refusal(forbidden.what()));
        } catch (QuotaExceededException exceeded) {
            return List.of(QuotaLeft.refusal(exceeded));
        }
    }

    @Override
    public Optional<List<CommitOutcome>> commitAll(List<Changeset> units) {
        try {
            return Optional.of(store().commitAll(units));
        } catch (NotPermittedException | QuotaExceededException against) {
            return Optional.empty();
        }
    }

    @Override
    public List<Refusal> told(List<Refusal> refusals) {
        return wiring.shown(new Decision.Refused("", refusals)).refusals();
    }

    @Override
    public ChangesetBuilder changeset() {
        return wiring.changeset(tenant, actor);
    }

    @Override
    public ChangesetBuilder changeset(ChangesetId id) {
        return wiring.changeset(id, tenant, actor);
    }
}
