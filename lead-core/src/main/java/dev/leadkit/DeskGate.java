package dev.leadkit;

import dev.leadkit.access.AccessAction;
import dev.leadkit.access.AccessPolicy;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.access.ChangesetAccess;
import dev.leadkit.access.FieldMask;
import dev.leadkit.access.HiddenField;
import dev.leadkit.access.NotPermittedException;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.plan.Entitlements;
import dev.leadkit.plan.Feature;
import dev.leadkit.plan.Gate;
import dev.leadkit.plan.Plan;
import dev.leadkit.plan.TenantPlan;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery.Sort;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The desk's one way to the store. Nothing of the desk holds a wiring; it asks for one here, and has to say for which
 * feature and whether it shows leads or works on them. What it gets is over a {@link DeskStore}, which holds every later
 * call to the tenant's plan and the host's policy, also where a part of the desk is kept for long.
 */
final class DeskGate {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;

    DeskGate(Wiring wiring, TenantId tenant, Actor actor) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
    }

    /** For what shows leads and writes none: hidden fields are taken out of all that it reads. */
    Wiring reading(Feature feature) {
        return over(feature, true);
    }

    /**
     * For what works on leads, which must see them whole: with a part missing it would decide wrongly, and lose that part.
     * Whoever takes this shows each lead through {@link #shown}.
     */
    Wiring working(Feature feature) {
        return over(feature, false);
    }

    /**
     * For what works on leads and shows values of them.
     *
     * @throws NotPermittedException if a field is hidden from the actor
     */
    Wiring whole(Feature feature) {
        Wiring its = over(feature, false);
        hiddenByPolicy().stream().findFirst().ifPresent(field -> {
            throw new NotPermittedException(AccessAction.READ, field.key());
        });
        return its;
    }

    /**
     * The same for what decides by all leads of the tenant, such as who of a team has room for one more.
     *
     * @throws NotPermittedException if leads or a field are hidden from the actor
     */
    Wiring all(Feature feature) {
        Wiring its = whole(feature);
        if (!visible().equals(LeadFilter.all())) {
            throw new NotPermittedException(AccessAction.READ, "all leads");
        }
        return its;
    }

    /**
     * For what no plan may keep from anybody, in the host's whole store: whoever is permitted to it sees all of it.
     *
     * @throws NotPermittedException if the policy does not permit it
     */
    Wiring unrestricted(AccessAction action, String what) {
        require(AccessRequest.of(action, what));
        return wiring;
    }

    /** For what no plan may keep from anybody, and is done to leads that the actor sees. */
    Wiring ungated() {
        return over(null, false);
    }

    private Wiring over(@Nullable Feature feature, boolean masked) {
        if (isOpen()) {
            return wiring;
        }
        if (feature != null) {
            gate(feature).requireRead(feature);
        }
        return wiring.on(new DeskStore(wiring, this, feature, masked));
    }

    /** Whether the kit was built without plans and without a policy. */
    private boolean isOpen() {
        return wiring.entitlements() == Entitlements.EVERYTHING && policy() == AccessPolicy.EVERYTHING;
    }

    /** What is hidden from an actor he can't set either. */
    private boolean permits(AccessRequest request) {
        String field = request.field();
        return (field == null || FieldMask.of(hiddenByPolicy()).hidden(field).isEmpty())
                && policy().permits(tenant, actor, request);
    }

    /** Throws unless the policy permits all that a unit of work does. */
    void require(Changeset changeset) {
        ChangesetAccess.of(changeset).forEach(this::require);
    }

    /** Throws unless the policy permits it. */
    void require(AccessRequest request) {
        if (!permits(request)) {
            throw new NotPermittedException(request.action(), request.what());
        }
    }

    /** Throws if an identity is hidden from the actor, so that he can't ask who has it. */
    void requireShown(Identity identity) {
        if (mask().hides(identity)) {
            throw new NotPermittedException(AccessAction.READ, "identity");
        }
    }

    /** Throws if an update is about a hidden field: even that it changes nothing would tell the value. */
    void requireMaySet(LeadUpdate wanted) {
        hiddenIn(wanted).findFirst().ifPresent(field -> {
            throw new NotPermittedException(AccessAction.EDIT, field);
        });
    }

    /** The same as reasons, one for each hidden field. */
    List<Refusal> forbidden(LeadUpdate wanted) {
        return hiddenIn(wanted).map(DeskGate::refusal).toList();
    }

    private Stream<String> hiddenIn(LeadUpdate wanted) {
        FieldMask mask = FieldMask.of(hiddenByPolicy());
        return wanted.names().stream().filter(field -> mask.hidden(field).isPresent());
    }

    /** What the policy says against a changeset, as reasons; empty when nothing. */
    List<Refusal> forbidden(Changeset changeset) {
        return isOpen()
                ? List.of()
                : ChangesetAccess.of(changeset).stream()
                        .filter(request -> !permits(request))
                        .map(request -> refusal(request.what()))
                        .toList();
    }

    /** What the policy says against something that is done to a lead, as reasons; empty when nothing. */
    List<Refusal> forbidden(AccessRequest request) {
        return isOpen() || permits(request) ? List.of() : List.of(refusal(request.what()));
    }

    /** The pipeline's decision, or the policy's where that is against it. */
    Decision permitted(Lead lead, Decision decision) {
        AccessRequest move = AccessRequest.stage(AccessAction.MOVE, lead, decision.to());
        return !decision.isAllowed() || permits(move)
                ? shown(decision)
                : new Decision.Refused(decision.to(), List.of(refusal(move.what())));
    }

    static Refusal refusal(String what) {
        return new Refusal("not-permitted", "the actor may not do this (%s)".formatted(what), null);
    }

    /** Throws if the tenant's plan or the host's policy hides scores from the actor. */
    void requireScores() {
        if (mask().hides(HiddenField.SCORE)) {
            refuse(HiddenField.SCORE);
        }
    }

    /** By what is hidden nobody asks, not even where he works on leads that are read whole. */
    void requireMayAsk(LeadFilter filter, Sort sort) {
        mask().askedFor(filter, sort).ifPresent(this::refuse);
    }

    /** A lead as the actor sees it. */
    Lead shown(Lead lead) {
        return mask().lead(lead);
    }

    /** What happened to leads as the actor sees it. */
    List<Activity> shown(List<Activity> activities) {
        FieldMask mask = mask();
        return activities.stream()
                .flatMap(activity -> mask.activity(activity).stream())
                .toList();
    }

    /** What a pipeline says as the actor is told it. */
    Decision shown(Decision decision) {
        return mask().decision(decision);
    }

    /** A lead that was worked on behind any gate: nothing of it is shown that the plan does not open. */
    Lead shownUngated(Lead lead) {
        return gate(Feature.LEADS).access().mayRead()
                ? shown(lead)
                : FieldMask.of(EnumSet.allOf(HiddenField.class)).lead(lead);
    }

    /** Takes out what the policy hides, and the score where the plan does. */
    FieldMask mask() {
        if (isOpen()) {
            return FieldMask.NONE;
        }
        Set<HiddenField> hidden = EnumSet.noneOf(HiddenField.class);
        hidden.addAll(hiddenByPolicy());
        if (!gate(Feature.SCORING).access().mayRead()) {
            hidden.add(HiddenField.SCORE);
        }
        return FieldMask.of(hidden);
    }

    private Set<HiddenField> hiddenByPolicy() {
        return policy().hidden(tenant, actor);
    }

    private AccessPolicy policy() {
        return wiring.access();
    }

    /** Which leads there are for the actor. */
    LeadFilter visible() {
        return LeadFilter.all().and(policy().visible(tenant, actor));
    }

    TenantPlan tenantPlan() {
        return new DeskPlan(wiring, this);
    }

    Plan plan() {
        return wiring.entitlements().planOf(tenant);
    }

    Gate gate(Feature feature) {
        return plan().gate(feature);
    }

    TenantId tenant() {
        return tenant;
    }

    /** Throws because something hidden was asked for; for the plan's reason before the policy's. */
    void refuse(HiddenField field) {
        if (field == HiddenField.SCORE) {
            gate(Feature.SCORING).requireRead(Feature.SCORING);
        }
        throw new NotPermittedException(AccessAction.READ, field.key());
    }
}
