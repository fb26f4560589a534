package dev.leadkit;

import dev.leadkit.access.FieldMask;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.plan.Feature;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.Documents;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadQuery.Sort;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The store as one actor may use it for one feature: each call is held to the tenant's plan and the host's policy as they
 * are at that moment. What he may not see is not there, in lists, counts and single leads alike.
 */
final class DeskStore implements LeadStore {
    private final Wiring wiring;
    private final LeadStore store;
    private final DeskGate gate;
    private final @Nullable Feature feature;
    private final boolean masked;

    /**
     * @param wiring with the host's store
     * @param feature the one that the plan must open; absent for what no plan gates
     * @param masked whether hidden fields are taken out of what is read; then no lead can be written
     */
    DeskStore(Wiring wiring, DeskGate gate, @Nullable Feature feature, boolean masked) {
        this.wiring = wiring;
        this.store = wiring.store();
        this.gate = gate;
        this.feature = feature;
        this.masked = masked;
    }

    @Override
    public CommitResult commit(Changeset changeset) {
        requireWrite(List.of(changeset));
        return store.commit(changeset);
    }

    @Override
    public List<CommitOutcome> commitAll(List<Changeset> changesets) {
        requireWrite(changesets);
        return store.commitAll(changesets);
    }

    private void requireWrite(List<Changeset> changesets) {
        if (masked && changesets.stream().anyMatch(each -> !each.leads().isEmpty())) {
            throw new IllegalStateException("what only shows leads must not write them");
        }
        requireFeature(true);
        changesets.forEach(gate::require);
        if (feature != null) {
            new DeskPlan(wiring, gate).require(changesets);
        }
    }

    private void requireFeature(boolean write) {
        if (feature == null) {
            return;
        }
        if (write) {
            gate.gate(feature).requireWrite(feature);
        } else {
            gate.gate(feature).requireRead(feature);
        }
    }

    @Override
    public Optional<Lead> find(TenantId tenant, LeadId id) {
        requireFeature(false);
        return store.find(tenant, id).filter(visibility()).map(mask()::lead);
    }

    @Override
    public List<Lead> findAll(TenantId tenant, Collection<LeadId> ids) {
        requireFeature(false);
        FieldMask mask = mask();
        return store.findAll(tenant, ids).stream()
                .filter(visibility())
                .map(mask::lead)
                .toList();
    }

    @Override
    public Optional<Lead> findByIdentity(TenantId tenant, String pipeline, IdentityKey identity) {
        requireFeature(false);
        return store.findByIdentity(tenant, pipeline, identity)
                .filter(visibility())
                .map(mask()::lead);
    }

    @Override
    public Page<Lead> list(TenantId tenant, LeadQuery query) {
        requireFeature(false);
        gate.requireMayAsk(query.filter(), query.sort());
        FieldMask mask = mask();
        Page<Lead> page = store.list(tenant, new LeadQuery(query.filter().and(visible()), query.sort(), query.page()));
        return new Page<>(page.items().stream().map(mask::lead).toList(), page.next());
    }

    @Override
    public Board board(TenantId tenant, BoardQuery query) {
        requireFeature(false);
        gate.requireMayAsk(query.filter(), Sort.BOARD);
        Board board = store.board(tenant, query.filter(query.filter().and(visible())));
        return mask().board(board);
    }

    @Override
    public Page<Activity> timeline(TenantId tenant, LeadId lead, PageRequest page) {
        requireFeature(false);
        if (isRestricted() && store.find(tenant, lead).filter(visibility()).isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Page<Activity> found = store.timeline(tenant, lead, page);
        return new Page<>(shown(found.items()), found.next());
    }

    @Override
    public List<Activity> activities(TenantId tenant, ChangesetId changeset) {
        requireFeature(false);
        List<Activity> found = store.activities(tenant, changeset);
        if (!isRestricted()) {
            return shown(found);
        }
        Set<LeadId> visible = visible(tenant, found.stream().map(Activity::lead).collect(Collectors.toSet()));
        return shown(found.stream()
                .filter(activity -> visible.contains(activity.lead()))
                .toList());
    }

    private List<Activity> shown(List<Activity> activities) {
        return masked ? gate.shown(activities) : activities;
    }

    /** Of a conversation that led to several leads, those parts whose leads are visible. */
    @Override
    public Optional<Transcript> transcript(TenantId tenant, String session) {
        requireFeature(false);
        Optional<Transcript> found = store.transcript(tenant, session);
        return (isRestricted() ? found.flatMap(whole -> visibleParts(tenant, whole)) : found).map(mask()::transcript);
    }

    private Optional<Transcript> visibleParts(TenantId tenant, Transcript whole) {
        Conversation conversation = whole.conversation();
        Set<LeadId> leads =
                conversation.segments().stream().map(Conversation.Segment::lead).collect(Collectors.toSet());
        Set<LeadId> visible = visible(tenant, leads);
        if (visible.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Transcript(
                conversation,
                whole.messages().stream()
                        .filter(message -> {
                            LeadId lead = conversation.leadAt(message.at());
                            return lead != null && visible.contains(lead);
                        })
                        .toList()));
    }

    private Set<LeadId> visible(TenantId tenant, Set<LeadId> ids) {
        return store.findAll(tenant, ids).stream()
                .filter(visibility())
                .map(Lead::id)
                .collect(Collectors.toSet());
    }

    private LeadFilter visible() {
        return gate.visible();
    }

    private boolean isRestricted() {
        return !visible().equals(LeadFilter.all());
    }

    private Predicate<Lead> visibility() {
        LeadFilter visible = visible();
        return lead -> isVisible(lead, visible);
    }

    /** A merged lead is seen by whoever sees the one that stands for it. */
    private boolean isVisible(Lead lead, LeadFilter visible) {
        Lead each = lead;
        while (!visible.admits(each)) {
            Optional<Lead> survivor =
                    each.mergedInto() == null ? Optional.empty() : store.find(each.tenant(), each.mergedInto());
            if (survivor.isEmpty()) {
                return false;
            }
            each = survivor.get();
        }
        return true;
    }

    private FieldMask mask() {
        return masked ? gate.mask() : FieldMask.NONE;
    }

    @Override
    public boolean isPersistent() {
        return store.isPersistent();
    }

    /** What would lead around the gate is replaced by what passes it. */
    @Override
    public Capabilities capabilities() {
        Capabilities all = store.capabilities();
        Erasure erasure = all.erasure();
        Documents documents = all.documents();
        Capabilities gated = erasure == null ? all : all.withErasure(new DeskErasure(this, erasure, gate));
        return documents == null ? gated : gated.withDocuments(new DeskDocuments(this, documents));
    }

    DeskGate gate() {
        return gate;
    }

    QuotaLeft quotaLeft() {
        return new QuotaLeft(feature == null ? null : new DeskPlan(wiring, gate));
    }

    /** The host's store. */
    LeadStore everyLead() {
        return store;
    }

    /** For the abilities beside the store itself. */
    void requireRead() {
        requireFeature(false);
    }

    /** Likewise. */
    void requireWrite() {
        requireFeature(true);
    }
}
