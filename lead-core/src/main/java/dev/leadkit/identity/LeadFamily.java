package dev.leadkit.identity;

import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MergedLeads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A lead with all that were merged into it, and into those, each by itself again. Pure, immutable.
 *
 * @param shown as it is stored, which is what all of them together are
 * @param then what the last merge made of it; as it is stored when nothing was merged into it
 * @param own the lead by itself, with what was done to it since the last merge
 * @param children the families of the leads that were merged into it, in that order
 * @param takenAway by a child: what persons took away from this lead of what that had brought, see {@link MergedLeads#takenAway}
 * @param kept the later work that could not be told from what the merges did
 */
public record LeadFamily(
        Lead shown,
        Lead then,
        Lead own,
        List<LeadFamily> children,
        Map<LeadId, Set<String>> takenAway,
        List<KeptWork> kept) {
    public LeadFamily {
        children = List.copyOf(children);
        kept = List.copyOf(kept);
    }

    /**
     * @param shown as it is stored
     * @param rows by id, what is stored of every lead below it
     */
    public static LeadFamily of(Lead shown, Map<LeadId, Lead> rows) {
        MergedLeads merged = shown.merged();
        if (merged == null) {
            return new LeadFamily(shown, shown, shown, List.of(), Map.of(), List.of());
        }
        List<LeadFamily> children = new ArrayList<>();
        for (LeadId id : merged.leads()) {
            Lead row = rows.get(id);
            if (row == null) {
                throw new IllegalArgumentException("expected the lead " + id + " that was merged, found none");
            }
            children.add(of(row, rows));
        }
        List<Lead> others = members(children, merged.takenAway(), UnaryOperator.identity());
        Lead then = new LeadMerge(merged.own(), others, merged.chosen()).merged(Engagement.NONE);
        var later = new LaterWork(merged.own(), then, shown);
        Lead own = later.survivor();
        Map<LeadId, Set<String>> takenAway = new TreeMap<>();
        merged.without(later.takenAway())
                .takenAway()
                .forEach((child, names) -> takenAway.put(child, TakenAway.standing(names, then, shown)));
        return new LeadFamily(shown, then, own, children, takenAway, later.kept());
    }

    private static List<Lead> members(
            Collection<LeadFamily> families, Map<LeadId, Set<String>> takenAway, UnaryOperator<Lead> later) {
        List<Lead> members = new ArrayList<>();
        for (LeadFamily family : families) {
            Set<String> its = takenAway.getOrDefault(family.shown().id(), Set.of());
            for (Lead lead : family.everybody()) {
                members.add(TakenAway.from(later.apply(lead), its));
            }
        }
        return members;
    }

    /** All below it, each by itself, with what was said in its conversations since and without what was taken away. */
    List<Lead> others() {
        var words = new LaterWords(then, shown);
        return members(children, takenAway, words::with);
    }

    /** Each by itself, this one first. */
    List<Lead> everybody() {
        List<Lead> all = new ArrayList<>();
        all.add(own.toBuilder().mergedInto(null).build());
        all.addAll(others());
        return all;
    }

    /** The family of a lead that was merged into this one; absent when it wasn't, or into another one first. */
    @Nullable
    LeadFamily child(LeadId id) {
        return children.stream()
                .filter(child -> child.shown().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** What persons chose, its own choices over those below it. */
    Map<String, LeadId> chosen() {
        return chosen(Set.of());
    }

    /**
     * The same without the values of some leads; what a choice of one had overruled stands again. What a person set later stands
     * over all choices.
     */
    Map<String, LeadId> chosen(Set<LeadId> without) {
        Map<String, LeadId> chosen = new LinkedHashMap<>();
        children.forEach(child -> chosen.putAll(child.chosen(without)));
        MergedLeads merged = shown.merged();
        if (merged != null) {
            merged.chosen().forEach((field, lead) -> {
                if (!without.contains(lead)) {
                    chosen.put(field, lead);
                }
            });
        }
        kept.forEach(work -> chosen.remove(work.field()));
        return chosen;
    }
}
