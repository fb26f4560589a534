package dev.leadkit.lead;

import java.util.List;
import java.util.Map;

/** What of a lead its timeline promises to tell, so that two leads can be compared by it. */
public record Told(
        Lead lead, List<LeadId> mergedLeads, Map<String, Consent> consents, List<Object> score, List<String> need) {

    public static Told of(Lead lead) {
        Map<String, Consent> consents = new java.util.TreeMap<>();
        lead.consents().forEach(stated -> consents.put(stated.value().purpose(), stated.value()));
        Score score = lead.score();
        NeedSummary need = lead.need();
        Lead bare = lead.toBuilder()
                .version(1)
                .engagement(Engagement.NONE)
                .rank("")
                .score(null)
                .need(null)
                .previous(null)
                .merged(null)
                .consents(List.of())
                .lastActivityAt(lead.createdAt())
                .lastTouch(Touch.CREATED)
                .build();
        return new Told(
                bare,
                lead.mergedLeads(),
                consents,
                score == null ? List.of() : List.of(score.value(), score.band()),
                need == null ? List.of() : List.of(need.text()));
    }
}
