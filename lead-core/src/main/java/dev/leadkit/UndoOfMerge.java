package dev.leadkit;

import dev.leadkit.identity.FieldMerge;
import dev.leadkit.identity.MergePreview;
import dev.leadkit.identity.MergeRefusedException;
import dev.leadkit.identity.Unmerge;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.undo.KeptChange;
import dev.leadkit.undo.UndoOutcome;
import dev.leadkit.undo.UndoPlan;
import dev.leadkit.undo.UndoResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Takes apart what a changeset merged, and merges again what one took apart: leads are merged and unmerged as a whole. */
final class UndoOfMerge {
    private final Wiring wiring;
    private final TenantId tenant;
    private final Actor actor;
    private final ChangesetId target;
    private final LeadId other;
    private final LeadId survivor;
    private final boolean merged;

    /**
     * @param target what is undone
     * @param done its activity at the lead that was merged away or taken out again
     */
    UndoOfMerge(Wiring wiring, TenantId tenant, Actor actor, ChangesetId target, Activity done) {
        this.wiring = wiring;
        this.tenant = tenant;
        this.actor = actor;
        this.target = target;
        this.other = done.lead();
        this.merged = done.change() instanceof Change.MergedInto;
        this.survivor = done.change() instanceof Change.MergedInto into
                ? into.survivor()
                : ((Change.UnmergedFrom) done.change()).survivor();
    }

    /** Whether an activity is one of those that this is for. */
    static boolean isOf(Activity activity) {
        return activity.change() instanceof Change.MergedInto || activity.change() instanceof Change.UnmergedFrom;
    }

    UndoResult undo() {
        Lead lead = wiring.store().find(tenant, other).orElse(null);
        Lead into = wiring.store().find(tenant, survivor).orElse(null);
        if (lead == null || into == null) {
            return new UndoResult(null, Map.of());
        }
        if (!UndoPlan.isMergeStanding(new DeskHistory(wiring.store(), tenant).timeline(other), lead, target)) {
            return both(
                    null,
                    new UndoOutcome.NothingToUndo(wiring.shown(lead)),
                    new UndoOutcome.NothingToUndo(wiring.shown(into)));
        }
        var id = new ChangesetId(wiring.ids().next());
        try {
            return merged ? takeApart(id) : mergeAgain(id);
        } catch (MergeRefusedException refused) {
            var outcome = new UndoOutcome.Refused(refused.reasons().stream()
                    .map(reason -> new KeptChange(KeptChange.LEAD, reason.code(), reason.text()))
                    .toList());
            return both(null, outcome, outcome);
        }
    }

    private UndoResult takeApart(ChangesetId id) {
        Unmerge done = merges().undo(other, () -> wiring.changeset(id, tenant, actor), cause());
        List<KeptChange> kept = done.kept().stream()
                .map(work -> new KeptChange(
                        work.field(),
                        KeptChange.CHANGED_SINCE,
                        "what was done since the merge stays with the survivor"))
                .toList();
        UndoOutcome left = kept.isEmpty()
                ? new UndoOutcome.Restored(done.survivor())
                : new UndoOutcome.Partly(done.survivor(), kept);
        return both(id, new UndoOutcome.Restored(done.restored()), left);
    }

    private UndoResult mergeAgain(ChangesetId id) {
        MergePreview preview = merges().preview(survivor, other);
        Map<String, LeadId> chosen = chosenBefore(preview);
        preview = chosen.isEmpty() ? preview : merges().preview(survivor, other, chosen);
        Lead into = merges().apply(preview, wiring.changeset(id, tenant, actor), cause());
        Lead away = wiring.store().find(tenant, other).orElseThrow(() -> new LeadNotFoundException(other));
        return both(id, new UndoOutcome.Restored(wiring.shown(away)), new UndoOutcome.Restored(into));
    }

    /**
     * What a person had chosen of the two, as far as the rules alone differ: where the lead that was taken apart had a field
     * pinned, the lead whose value it had.
     */
    private Map<String, LeadId> chosenBefore(MergePreview rules) {
        Set<String> pinned = new TreeSet<>(rules.survivor().pinned());
        Map<String, @Nullable String> changed = new HashMap<>();
        for (Activity done : wiring.store().activities(tenant, target)) {
            if (done.lead().equals(survivor)) {
                pinned.addAll(done.trace().unpinned());
                valueBefore(done.change(), changed::put);
            }
        }
        Map<String, LeadId> chosen = new TreeMap<>();
        for (FieldMerge field : rules.fields()) {
            String name = field.field();
            if (field.isContested() && field.rule().isChoice() && pinned.contains(name)) {
                boolean asRuled = rules.merged().pinned().contains(name);
                field.values().stream()
                        .filter(value -> changed.containsKey(name)
                                ? value.text().equals(changed.get(name))
                                : value.lead().equals(survivor))
                        .filter(value -> !asRuled || !value.text().equals(field.result()))
                        .findFirst()
                        .ifPresent(value -> chosen.put(name, value.lead()));
            }
        }
        return chosen;
    }

    private static void valueBefore(Change change, BiConsumer<String, @Nullable String> field) {
        if (change instanceof Change.FieldChanged changed) {
            field.accept(changed.field(), changed.from());
        } else if (change instanceof Change.Assigned assigned) {
            field.accept(LeadField.ASSIGNEE, assigned.from());
        }
    }

    private UndoResult both(@Nullable ChangesetId id, UndoOutcome its, UndoOutcome survivors) {
        return new UndoResult(id, new TreeMap<>(Map.of(other, its, survivor, survivors)));
    }

    private DeskMerges merges() {
        return new DeskMerges(wiring, tenant, actor);
    }

    private Cause cause() {
        return new Cause(Cause.UNDO, target.toString());
    }
}
