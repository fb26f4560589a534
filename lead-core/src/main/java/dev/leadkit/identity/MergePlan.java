package dev.leadkit.identity;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MergedLeads;
import dev.leadkit.lead.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The values of a merge and of taking one apart: pure, for the desk to commit. Leads come without a score; whoever commits
 * them scores them.
 *
 * @param survivor the next value of the survivor
 * @param other the next value of the other lead
 */
public record MergePlan(Lead survivor, Lead other, List<FieldMerge> fields, List<KeptWork> kept) {
    public MergePlan {
        fields = List.copyOf(fields);
        kept = List.copyOf(kept);
    }

    /**
     * Merges one lead into another.
     *
     * @param engagement what some leads by themselves come to together
     * @throws MergeRefusedException if they can't be merged
     */
    public static MergePlan merge(
            LeadFamily survivor,
            LeadFamily other,
            Map<String, LeadId> chosen,
            Function<List<Lead>, Engagement> engagement) {
        List<Reason> refusals = refusals(survivor.shown(), other.shown());
        if (!refusals.isEmpty()) {
            throw new MergeRefusedException(refusals);
        }
        Map<String, LeadId> choices = new LinkedHashMap<>(other.chosen());
        choices.putAll(survivor.chosen());
        choices.putAll(chosen);
        List<Lead> others = new ArrayList<>(survivor.others());
        others.addAll(other.everybody());
        List<LeadId> leads = new ArrayList<>(survivor.shown().mergedLeads());
        leads.add(other.shown().id());
        Combined combined =
                combine(new MergedLeads(survivor.own(), leads, choices, survivor.takenAway()), others, engagement);
        requireChosen(chosen, combined.fields());
        Lead gone = other.shown().toBuilder().mergedInto(survivor.shown().id()).build();
        return new MergePlan(combined.lead(), gone, combined.fields(), survivor.kept());
    }

    /**
     * Takes a lead out of the one that it was merged into.
     *
     * @param survivor the family that it is in
     * @param merged its id
     * @throws MergeRefusedException if it can't be taken out
     */
    public static MergePlan undo(LeadFamily survivor, LeadId merged, Function<List<Lead>, Engagement> engagement) {
        LeadFamily child = survivor.child(merged);
        if (child == null || survivor.shown().mergedInto() != null) {
            throw new MergeRefusedException(List.of(Reason.of(
                    "survivor-merged",
                    "the lead that %s was merged into is itself merged into another; take that apart first"
                            .formatted(merged))));
        }
        Lead restored = new LaterWords(survivor.then(), survivor.shown())
                .with(child.shown().toBuilder().mergedInto(null).build());
        List<Lead> itself = child.everybody();
        restored = restored.toBuilder().engagement(engagement.apply(itself)).build();
        Set<LeadId> gone = itself.stream().map(Lead::id).collect(Collectors.toSet());
        List<Lead> others = survivor.others().stream()
                .filter(lead -> !gone.contains(lead.id()))
                .toList();
        List<LeadId> leads = survivor.shown().mergedLeads().stream()
                .filter(id -> !id.equals(merged))
                .toList();
        Map<String, LeadId> choices = survivor.chosen(gone);
        Map<LeadId, Set<String>> takenAway = new TreeMap<>(survivor.takenAway());
        takenAway.remove(merged);
        Lead left = leads.isEmpty()
                ? survivor.own().toBuilder()
                        .engagement(engagement.apply(List.of(survivor.own())))
                        .build()
                : combine(new MergedLeads(survivor.own(), leads, choices, takenAway), others, engagement)
                        .lead();
        List<KeptWork> kept = new ArrayList<>(survivor.kept());
        kept.addAll(withdrawals(survivor.own(), restored));
        if (!leads.isEmpty()) {
            kept.addAll(holds(survivor.own(), restored));
        }
        return new MergePlan(left, restored, List.of(), kept);
    }

    /**
     * The consents that somebody withdrew at the desk for the survivor, after the other lead had given them. Whether that was
     * before they were merged can't be told any more once another merge came between, so a person should know.
     */
    private static List<KeptWork> withdrawals(Lead survivor, Lead other) {
        List<KeptWork> withdrawals = new ArrayList<>();
        for (Attributed<Consent> stated : survivor.consents()) {
            String purpose = stated.value().purpose();
            Instant given = other.consent(purpose)
                    .filter(its -> its.value().given())
                    .map(its -> its.provenance().at())
                    .orElse(Instant.MAX);
            if (!stated.value().given()
                    && stated.provenance().isSetAtDesk()
                    && !stated.provenance().at().isBefore(given)) {
                withdrawals.add(new KeptWork(LeadField.consent(purpose), "withdrawn"));
            }
        }
        return withdrawals;
    }

    /** The holds of the survivor alone. Whether one was set before they were merged can't be told either once another merge came between. */
    private static List<KeptWork> holds(Lead survivor, Lead other) {
        return survivor.holds().stream()
                .filter(matter -> !other.holds().contains(matter))
                .map(matter -> new KeptWork(LeadField.hold(matter), "held"))
                .toList();
    }

    private record Combined(Lead lead, List<FieldMerge> fields) {}

    private static Combined combine(
            MergedLeads merged, List<Lead> others, Function<List<Lead>, Engagement> engagement) {
        List<Lead> all = new ArrayList<>(List.of(merged.own()));
        all.addAll(others);
        var merge = new LeadMerge(merged.own(), others, merged.chosen());
        Lead lead = merge.merged(engagement.apply(all));
        return new Combined(lead.toBuilder().merged(merged).build(), merge.fields());
    }

    private static List<Reason> refusals(Lead survivor, Lead other) {
        List<Reason> refusals = new ArrayList<>();
        if (survivor.id().equals(other.id())) {
            refusals.add(Reason.of("same-lead", "a lead can't be merged into itself"));
        }
        for (Lead lead : List.of(survivor, other)) {
            if (lead.mergedInto() != null) {
                refusals.add(Reason.of(
                        "already-merged", "lead %s is merged into %s".formatted(lead.id(), lead.mergedInto())));
            } else if (lead.withdrawn()) {
                refusals.add(Reason.of("withdrawn", "lead %s is withdrawn".formatted(lead.id())));
            }
        }
        if (survivor.closed() && !other.closed()) {
            refusals.add(Reason.of(
                    "survivor-closed",
                    "an open lead can't be merged into a closed one; merge the other way round, or reopen it first"));
        }
        if (!survivor.pipeline().equals(other.pipeline())) {
            refusals.add(Reason.of("other-pipeline", "the two are in different pipelines"));
        }
        return refusals;
    }

    private static void requireChosen(Map<String, LeadId> chosen, List<FieldMerge> fields) {
        List<Reason> refusals = new ArrayList<>();
        chosen.forEach((field, lead) -> {
            boolean has = fields.stream()
                    .anyMatch(each -> each.field().equals(field)
                            && each.rule().isChoice()
                            && each.values().stream()
                                    .anyMatch(value -> value.lead().equals(lead)));
            if (!has) {
                refusals.add(Reason.of(
                        "no-such-choice",
                        "expected a lead with a single %s to choose, found %s".formatted(field, lead)));
            }
        });
        if (!refusals.isEmpty()) {
            throw new MergeRefusedException(refusals);
        }
    }
}
