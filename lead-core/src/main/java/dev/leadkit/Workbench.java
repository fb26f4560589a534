package dev.leadkit;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.PublishedPipelines;
import dev.leadkit.score.Scorers;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadStore;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What stands on a desk works with this, such as the scorecards of lead-scoring. Hosts have no need of it.
 *
 * @param store held to the tenant's plan and the host's policy, call by call
 * @param actor in whose name it is worked
 * @param pipelines what tenants have published
 * @param scorers what scores the leads of tenants: their own, else the kit's
 * @param units begins a unit of work of the actor
 * @param clock tells the present
 */
public record Workbench(
        LeadStore store,
        TenantId tenant,
        Actor actor,
        PublishedPipelines pipelines,
        Scorers scorers,
        Supplier<ChangesetBuilder> units,
        Supplier<Instant> clock) {}
