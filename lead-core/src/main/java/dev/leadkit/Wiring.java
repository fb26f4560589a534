package dev.leadkit;

import dev.leadkit.access.AccessPolicy;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.event.LeadListener;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.IdSource;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.PublishedPipelines;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.OverridePolicy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.plan.Entitlements;
import dev.leadkit.score.Scorers;
import dev.leadkit.search.SearchIndex;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.ErasureId;
import dev.leadkit.store.ErasureOrderBuilder;
import dev.leadkit.store.IdentityHasher;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.view.Teams;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a kit was built with, for what stands on it, such as the capture engine. Hosts have no need of it.
 *
 * @param pipeline the kit's own, for tenants that have published none
 * @param pipelines what each tenant has published, else the kit's
 * @param scorers what scores each tenant's leads
 * @param endpoints who gets what happens to leads, by the endpoint's name
 * @param entitlements which plan a tenant has
 * @param access who may see and do what at a desk
 * @param conditions the host's own on leads, by the names that documents use
 * @param overrides who may move a lead in spite of its pipeline
 * @param teams who is in which team
 * @param searchIndex what the desk's search asks; absent when the store
 * @param fields the custom fields of leads
 */
public record Wiring(
        LeadStore store,
        Pipeline pipeline,
        PublishedPipelines pipelines,
        Scorers scorers,
        ContactNormalizer normalizer,
        IdentityHasher hasher,
        Clock clock,
        IdSource ids,
        Map<String, LeadListener> endpoints,
        Map<String, Predicate<Lead>> conditions,
        OverridePolicy overrides,
        Entitlements entitlements,
        AccessPolicy access,
        Teams teams,
        @Nullable SearchIndex searchIndex,
        LeadFields fields) {

    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    public Wiring {
        endpoints = Map.copyOf(endpoints);
        conditions = Map.copyOf(conditions);
    }

    /** The same over another store. */
    Wiring on(LeadStore other) {
        return new Wiring(
                other,
                pipeline,
                // What is published is read past any plan or policy, which are about leads.
                other instanceof DeskStore ? pipelines : pipelines.on(other),
                other instanceof DeskStore ? scorers : scorers.on(other),
                normalizer,
                hasher,
                clock,
                ids,
                endpoints,
                conditions,
                overrides,
                entitlements,
                access,
                teams,
                searchIndex,
                fields);
    }

    /** The pipeline that a tenant's new leads enter unless another is named. */
    public Pipeline pipeline(TenantId tenant) {
        return pipelines.standard(tenant).current();
    }

    /** A lead as the actor of a desk sees it; whole where this is no desk's. */
    Lead shown(Lead lead) {
        return gate().map(gate -> gate.shown(lead)).orElse(lead);
    }

    /** What happened to leads as the actor of a desk sees it; all of it where this is no desk's. */
    List<Activity> shown(List<Activity> activities) {
        return gate().map(gate -> gate.shown(activities)).orElse(activities);
    }

    /** What a pipeline says as the actor of a desk is told it; all of it where this is no desk's. */
    Decision shown(Decision decision) {
        return gate().map(gate -> gate.shown(decision)).orElse(decision);
    }

    /** Throws if a question asks for what is hidden from the actor of a desk. */
    void requireMayAsk(LeadFilter filter) {
        gate().ifPresent(gate -> gate.requireMayAsk(filter, LeadQuery.Sort.NEWEST));
    }

    /** What the host's policy says against a desk's unit of work, as reasons; empty when nothing. */
    List<Refusal> forbidden(Changeset changeset) {
        return gate().map(gate -> gate.forbidden(changeset)).orElse(List.of());
    }

    /** What stands against an update because fields are hidden from the desk's actor, as reasons; empty when nothing. */
    List<Refusal> forbidden(LeadUpdate wanted) {
        return gate().map(gate -> gate.forbidden(wanted)).orElse(List.of());
    }

    /** What the host's policy says against something that a desk does, as reasons; empty when nothing. */
    List<Refusal> forbidden(AccessRequest request) {
        return gate().map(gate -> gate.forbidden(request)).orElse(List.of());
    }

    /** What the host's policy says against a desk's unit of work, or else the tenant's plan; empty when nothing. */
    List<Refusal> against(Changeset changeset, QuotaLeft quotas) {
        List<Refusal> forbidden = forbidden(changeset);
        return forbidden.isEmpty() ? quotas.take(changeset) : forbidden;
    }

    /** What is left of the quotas of a desk's tenant; all where this is no desk's. */
    QuotaLeft quotaLeft() {
        return store instanceof DeskStore gated ? gated.quotaLeft() : new QuotaLeft(null);
    }

    /** The pipeline's decision, or that of the host's policy where it is against a move of the desk's actor. */
    Decision permitted(Lead lead, Decision decision) {
        return gate().map(gate -> gate.permitted(lead, decision)).orElse(decision);
    }

    /** The host's own store, to count what holds for the tenant whatever an actor sees, such as how full a stage is. */
    LeadStore everyLead() {
        return store instanceof DeskStore gated ? gated.everyLead() : store;
    }

    /** Whether there is a plan or a policy to hold to. */
    boolean isGated() {
        return store instanceof DeskStore;
    }

    private Optional<DeskGate> gate() {
        return store instanceof DeskStore gated ? Optional.of(gated.gate()) : Optional.empty();
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

    /** The lead with its score as of an instant; as it is when leads get no score, and when the scorer fails. */
    @SuppressWarnings(
            "PMD.AvoidCatchingGenericException") // whatever the host's does, no lead and no message is lost over it
    public Lead scored(Lead lead, Instant asOf) {
        LeadScorer scorer = scorers.find(lead.tenant(), now()).orElse(null);
        if (scorer == null) {
            return lead;
        }
        try {
            return lead.toBuilder().score(scorer.score(lead, asOf)).build();
        } catch (RuntimeException broken) {
            // Not its message, which may repeat what the lead holds.
            LOG.warn(
                    "the scorer failed with {}; the lead keeps the score that it has",
                    broken.getClass().getName());
            return lead;
        }
    }
}
