package dev.leadkit;

import dev.leadkit.event.LeadListener;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.IdSource;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.OverridePolicy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.ErasureId;
import dev.leadkit.store.ErasureOrderBuilder;
import dev.leadkit.store.IdentityHasher;
import dev.leadkit.store.LeadStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a kit was built with, for what stands on it, such as the capture engine. Hosts have no need of it.
 *
 * @param scorer empty when leads get no score
 * @param endpoints who gets what happens to leads, by the endpoint's name
 * @param conditions the host's own on leads, by the names that documents use
 * @param overrides who may move a lead in spite of its pipeline
 * @param fields the custom fields of leads
 */
public record Wiring(
        LeadStore store,
        Pipeline pipeline,
        Optional<LeadScorer> scorer,
        ContactNormalizer normalizer,
        IdentityHasher hasher,
        Clock clock,
        IdSource ids,
        Map<String, LeadListener> endpoints,
        Map<String, Predicate<Lead>> conditions,
        OverridePolicy overrides,
        LeadFields fields) {

    public Wiring {
        endpoints = Map.copyOf(endpoints);
        conditions = Map.copyOf(conditions);
    }

    /** The same over another store. */
    Wiring on(LeadStore other) {
        return new Wiring(
                other, pipeline, scorer, normalizer, hasher, clock, ids, endpoints, conditions, overrides, fields);
    }

    public LeadId newLeadId() {
        return new LeadId(ids.next());
    }

    /** The present, by the kit's clock. */
    public Instant now() {
        return clock.instant();
    }

    /** An empty unit of work of one actor, of which every endpoint gets to know. */
    public ChangesetBuilder changeset(TenantId tenant, Actor actor) {
        return changeset(new ChangesetId(ids.next()), tenant, actor);
    }

    /** The same with an id that a repetition has again, so that it is applied once. */
    public ChangesetBuilder changeset(ChangesetId id, TenantId tenant, Actor actor) {
        return new ChangesetBuilder(id, tenant, clock.instant(), actor, hasher).endpoints(endpoints.keySet());
    }

    /** An empty order of one actor to erase a person. */
    public ErasureOrderBuilder erasure(TenantId tenant, Actor actor) {
        return new ErasureOrderBuilder(new ErasureId(ids.next()), tenant, clock.instant(), actor, hasher);
    }

    /** The lead with its score as of an instant; as it is when leads get no score. */
    public Lead scored(Lead lead, Instant asOf) {
        return scorer.map(its -> lead.toBuilder().score(its.score(lead, asOf)).build())
                .orElse(lead);
    }
}
