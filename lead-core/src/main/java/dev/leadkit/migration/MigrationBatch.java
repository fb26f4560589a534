package dev.leadkit.migration;

import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.MigrationProgress.Held;
import dev.leadkit.migration.MigrationProgress.Why;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Optimistic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings so many leads as are committed together to the current version. Whether a lead has been brought there is read from
 * the lead alone. Used once.
 */
final class MigrationBatch {
    private final LeadStore store;
    private final TenantId tenant;
    private final PublishedPipelines pipelines;
    private final PublishedPipeline pipeline;
    private final Supplier<ChangesetBuilder> changeset;
    private final Instant at;
    private final Map<LeadId, Held> held = new TreeMap<>();
    private final List<LeadId> busy = new ArrayList<>();
    private long migrated;
    private long there;

    private record Unit(Lead before, Changeset changeset) {}

    MigrationBatch(
            LeadStore store,
            TenantId tenant,
            PublishedPipelines pipelines,
            PublishedPipeline pipeline,
            Supplier<ChangesetBuilder> changeset,
            Instant at) {
        this.store = store;
        this.tenant = tenant;
        this.pipelines = pipelines;
        this.pipeline = pipeline;
        this.changeset = changeset;
        this.at = at;
    }

    /** What somebody else changed meanwhile is read and brought along again. */
    MigrationProgress run(List<Lead> leads, @Nullable String next) {
        try {
            Optimistic.retry(() -> {
                List<Lead> pending = busy.isEmpty() ? leads : store.findAll(tenant, busy);
                busy.forEach(held::remove);
                busy.clear();
                Optional<ConflictException> conflict = commit(units(pending));
                if (conflict.isPresent()) {
                    throw conflict.get();
                }
                return pending;
            });
        } catch (ConflictException last) {
            // Those that met one are held as busy, and tried again with the next call.
        }
        return new MigrationProgress(migrated, there, List.copyOf(held.values()), next);
    }

    private List<Unit> units(List<Lead> pending) {
        List<Unit> units = new ArrayList<>();
        for (Lead lead : pending) {
            if (pipeline.isCurrent(lead)
                    || !lead.pipeline().equals(pipeline.current().name())) {
                there++;
                continue;
            }
            Optional<Lead> adopted = pipelines.adopt(pipeline, lead);
            if (adopted.isEmpty()) {
                hold(lead, Why.NO_SUCCESSOR, null);
            } else {
                ChangesetBuilder unit = changeset.get();
                unit.update(lead, adopted.get(), at, null);
                units.add(new Unit(lead, unit.build()));
            }
        }
        return units;
    }

    /** A conflict that is worth another attempt, if there is one. */
    private Optional<ConflictException> commit(List<Unit> units) {
        if (units.isEmpty()) {
            return Optional.empty();
        }
        List<CommitOutcome> outcomes =
                store.commitAll(units.stream().map(Unit::changeset).toList());
        ConflictException conflict = null;
        for (int i = 0; i < outcomes.size(); i++) {
            Lead lead = units.get(i).before();
            if (!(outcomes.get(i) instanceof CommitOutcome.Conflicted conflicted)) {
                migrated++;
            } else if (conflicted.conflict() instanceof IdentityTakenException taken) {
                hold(lead, Why.IDENTITY_TAKEN, taken.holder());
            } else {
                hold(lead, Why.BUSY, null);
                busy.add(lead.id());
                conflict = conflicted.conflict();
            }
        }
        return Optional.ofNullable(conflict);
    }

    private void hold(Lead lead, Why why, @Nullable LeadId holder) {
        held.put(lead.id(), new Held(lead.id(), lead.stage(), why, holder));
    }
}
