package dev.leadkit;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.EngagementTally;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.identity.Duplicate;
import dev.leadkit.identity.LeadFamily;
import dev.leadkit.identity.MergePlan;
import dev.leadkit.identity.MergePreview;
import dev.leadkit.identity.MergeRefusedException;
import dev.leadkit.identity.Merges;
import dev.leadkit.identity.Unmerge;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.TenantId;
import dev.leadkit.lead.Touch;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.Optimistic;
import dev.leadkit.store.StaleLeadException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what a merge needs, has it decided, and commits it. */
final class DeskMerges implements Merges {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;

    DeskMerges(Wiring wiring, TenantId tenant, Actor actor) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
    }

    @Override
    public MergePreview preview(LeadId survivor, LeadId other, Map<String, LeadId> chosen) {
        Lead into = get(survivor);
        Lead from = get(other);
        MergePlan plan = plan(into, from, chosen);
        return new MergePreview(
                wiring.shown(into),
                wiring.shown(from),
                chosen,
                wiring.shown(touched(plan.survivor(), wiring.now())),
                plan.fields());
    }

    @Override
    public Lead apply(MergePreview preview) {
        return apply(preview, wiring.changeset(tenant, actor), null);
    }

    /** @param unit an empty one, in which it is done */
    Lead apply(MergePreview preview, ChangesetBuilder unit, @Nullable Cause cause) {
        Instant now = wiring.now();
        Lead survivor = unchanged(preview.survivor());
        Lead other = unchanged(preview.other());
        MergePlan plan = plan(survivor, other, preview.chosen());
        Lead merged = unit.update(survivor, touched(plan.survivor(), now), now, cause);
        unit.update(other, plan.other(), now, cause);
        wiring.store().commit(unit.build());
        return wiring.shown(merged);
    }

    /** What was previewed, whole: the preview may lack what is hidden. */
    private Lead unchanged(Lead previewed) {
        Optional<Lead> stored = wiring.store().find(tenant, previewed.id());
        return stored.filter(lead -> lead.version() == previewed.version())
                .orElseThrow(() -> new StaleLeadException(
                        previewed.id(),
                        previewed.version(),
                        stored.map(Lead::version).orElse(0L)));
    }

    private MergePlan plan(Lead survivor, Lead other, Map<String, LeadId> chosen) {
        Engagement shown = strongest(List.of(survivor, other));
        MergePlan plan = MergePlan.merge(family(survivor), family(other), chosen, leads -> engagement(leads, shown));
        requireFree(survivor, other, plan.survivor());
        return plan;
    }

    /** The visitor of a closed lead may have another open one by now, which alone may have what he is known by. */
    private void requireFree(Lead survivor, Lead other, Lead merged) {
        Set<IdentityKey> wanted = new TreeSet<>(claims(merged));
        wanted.removeAll(claims(survivor));
        wanted.removeAll(claims(other));
        Set<LeadId> holders = new TreeSet<>();
        for (IdentityKey key : wanted) {
            wiring.everyLead()
                    .findByIdentity(tenant, merged.pipeline(), key)
                    .filter(holder -> claims(holder).contains(key))
                    .ifPresent(holder -> holders.add(holder.id()));
        }
        if (!holders.isEmpty()) {
            throw new MergeRefusedException(holders.stream()
                    .map(holder -> Reason.of(
                            "identity-taken",
                            "the visitor of the closed lead has another open one, %s".formatted(holder)))
                    .toList());
        }
    }

    private Set<IdentityKey> claims(Lead lead) {
        return LeadState.of(lead, wiring.hasher()).claims();
    }

    @Override
    public Unmerge undo(LeadId merged) {
        return undo(merged, () -> wiring.changeset(tenant, actor), null);
    }

    /** @param units gives an empty one for each attempt, in which it is done */
    Unmerge undo(LeadId merged, Supplier<ChangesetBuilder> units, @Nullable Cause cause) {
        return Optimistic.retry(() -> {
            Lead before = get(merged);
            if (before.mergedInto() == null) {
                throw new MergeRefusedException(
                        List.of(Reason.of("not-merged", "lead %s is not merged into another".formatted(merged))));
            }
            Lead survivor = get(before.mergedInto());
            MergePlan plan = MergePlan.undo(family(survivor), merged, leads -> engagement(leads, strongest(leads)));
            Instant now = wiring.now();
            ChangesetBuilder unit = units.get();
            Lead left = unit.update(survivor, touched(plan.survivor(), now), now, cause);
            Lead restored = unit.update(before, touched(plan.other(), now), now, cause);
            wiring.store().commit(unit.build());
            return new Unmerge(wiring.shown(left), wiring.shown(restored), plan.kept());
        });
    }

    @Override
    public List<Duplicate> duplicates(LeadId id) {
        Lead lead = get(id);
        if (lead.mergedInto() != null) {
            return List.of();
        }
        Set<String> phones = new TreeSet<>();
        Set<IdentityKey> keys = new TreeSet<>();
        for (Identity identity : lead.identities()) {
            keys.add(wiring.hasher().key(identity));
            if (identity.kind() == IdentityKind.PHONE) {
                phones.addAll(wiring.normalizer().phoneCandidates(identity.value()));
            }
        }
        phones.forEach(phone -> keys.add(wiring.hasher().key(IdentityKind.PHONE, phone)));
        return wiring.store().findAll(tenant, knownBy(keys)).stream()
                .filter(other -> !other.id().equals(id) && !other.withdrawn())
                .filter(other -> !isDistinct(lead, other))
                .map(other -> shown(Duplicate.of(lead, other, phones::contains)))
                .sorted(Comparator.comparingDouble((Duplicate duplicate) -> -duplicate.likelihood())
                        .thenComparing(duplicate -> duplicate.lead().id()))
                .toList();
    }

    private Duplicate shown(Duplicate duplicate) {
        return new Duplicate(wiring.shown(duplicate.lead()), duplicate.likelihood(), duplicate.because());
    }

    /** All leads of an identity where the store can tell; else one for each. */
    private Set<LeadId> knownBy(Set<IdentityKey> keys) {
        Erasure erasure = wiring.store().capabilities().erasure();
        if (erasure != null) {
            return erasure.knownBy(tenant, keys);
        }
        Set<LeadId> leads = new TreeSet<>();
        for (IdentityKey key : keys) {
            wiring.store()
                    .findByIdentity(tenant, wiring.pipeline(tenant).name(), key)
                    .ifPresent(lead -> leads.add(lead.id()));
        }
        return leads;
    }

    private static boolean isDistinct(Lead one, Lead other) {
        return one.pinned().contains(LeadField.distinctFrom(other.id()))
                || other.pinned().contains(LeadField.distinctFrom(one.id()));
    }

    @Override
    public void markDistinct(LeadId one, LeadId other) {
        Optimistic.retry(() -> {
            Lead first = get(one);
            Lead second = get(other);
            if (!one.equals(other)) {
                ChangesetBuilder unit = wiring.changeset(tenant, actor);
                addDistinct(unit, first, other);
                addDistinct(unit, second, one);
                Changeset marked = unit.build();
                if (!marked.leads().isEmpty()) {
                    wiring.store().commit(marked);
                }
            }
            return one;
        });
    }

    private void addDistinct(ChangesetBuilder unit, Lead lead, LeadId from) {
        String pin = LeadField.distinctFrom(from);
        if (!lead.pinned().contains(pin)) {
            unit.update(lead, lead.toBuilder().pin(pin).build(), wiring.now(), null);
        }
    }

    private Lead get(LeadId id) {
        return wiring.store().find(tenant, id).orElseThrow(() -> new LeadNotFoundException(id));
    }

    private Lead touched(Lead lead, Instant now) {
        Lead touched = lead.toBuilder().touched(Touch.MERGED, now).build();
        return wiring.scored(touched, touched.lastActivityAt());
    }

    private LeadFamily family(Lead shown) {
        Map<LeadId, Lead> rows = new HashMap<>();
        Set<LeadId> next = Set.copyOf(shown.mergedLeads());
        while (!next.isEmpty()) {
            Set<LeadId> below = new TreeSet<>();
            for (Lead row : wiring.store().findAll(tenant, next)) {
                rows.put(row.id(), row);
                below.addAll(row.mergedLeads());
            }
            next = below;
        }
        return LeadFamily.of(shown, rows);
    }

    /** The strongest intent of some leads, and whether one of them is marked. */
    private static Engagement strongest(Collection<Lead> leads) {
        double purchase = 0;
        double qualified = 0;
        boolean marked = false;
        for (Lead lead : leads) {
            purchase = Math.max(purchase, lead.engagement().purchaseIntent());
            qualified = Math.max(qualified, lead.engagement().qualifiedIntent());
            marked |= lead.engagement().markedQualified();
        }
        return Engagement.NONE.withIntents(purchase, qualified, marked);
    }

    /** What the messages of some leads come to together. Their intents are known from the leads, not read anew. */
    private Engagement engagement(List<Lead> leads, Engagement intents) {
        Set<LeadId> ids = new TreeSet<>();
        Set<String> sessions = new LinkedHashSet<>();
        leads.forEach(lead -> {
            ids.add(lead.id());
            sessions.addAll(lead.sessions());
        });
        var tally = new EngagementTally();
        for (String session : sessions) {
            wiring.store().transcript(tenant, session).ifPresent(transcript -> add(transcript, ids, tally));
        }
        return tally.toEngagement()
                .withIntents(intents.purchaseIntent(), intents.qualifiedIntent(), intents.markedQualified());
    }

    private static void add(Transcript transcript, Set<LeadId> ids, EngagementTally tally) {
        Conversation conversation = transcript.conversation();
        for (ChatMessage message : transcript.messages()) {
            LeadId lead = conversation.leadAt(message.at());
            if (lead != null && ids.contains(lead)) {
                tally.add(message, 0, 0);
            }
        }
    }
}
