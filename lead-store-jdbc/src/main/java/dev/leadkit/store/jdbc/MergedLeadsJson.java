package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.MergedLeads;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was merged into a lead, with the lead by itself: the one place where a lead is JSON as a whole. */
final class MergedLeadsJson {
    private MergedLeadsJson() {}

    static JsonOut write(MergedLeads merged) {
        return new JsonOut()
                .object("own", merged.own(), MergedLeadsJson::writeLead)
                .texts("leads", merged.leads().stream().map(LeadId::toString).toList())
                .object("chosen", merged.chosen(), MergedLeadsJson::writeChosen)
                .objects("takenAway", List.copyOf(merged.takenAway().entrySet()), MergedLeadsJson::writeTakenAway);
    }

    static MergedLeads read(JsonIn in) {
        return new MergedLeads(
                in.object("own", MergedLeadsJson::readLead),
                in.texts("leads").stream().map(LeadId::parse).toList(),
                in.object("chosen", MergedLeadsJson::readChosen),
                in.objects("takenAway", MergedLeadsJson::readTakenAway).stream()
                        .collect(Collectors.toMap(Entry::getKey, Entry::getValue)));
    }

    private static JsonOut writeChosen(Map<String, LeadId> chosen) {
        var out = new JsonOut();
        chosen.forEach(out::lead);
        return out;
    }

    private static Map<String, LeadId> readChosen(JsonIn in) {
        Map<String, LeadId> chosen = new TreeMap<>();
        in.allTexts().forEach((field, lead) -> chosen.put(field, LeadId.parse(lead)));
        return chosen;
    }

    private static JsonOut writeTakenAway(Entry<LeadId, Set<String>> takenAway) {
        return new JsonOut().lead("lead", takenAway.getKey()).texts("names", takenAway.getValue());
    }

    private static Entry<LeadId, Set<String>> readTakenAway(JsonIn in) {
        return Map.entry(in.lead("lead"), Set.copyOf(in.texts("names")));
    }

    private static JsonOut writeLead(Lead lead) {
        Attributed<Money> amount = lead.expectedAmount();
        Score score = lead.score();
        return new JsonOut()
                .text("tenant", lead.tenant().value())
                .lead("id", lead.id())
                .text("version", Long.toString(lead.version()))
                .text("pipeline", lead.pipeline())
                .number("pipelineVersion", lead.pipelineVersion())
                .text("stage", lead.stage())
                .flag("closed", lead.closed())
                .instant("stageEnteredAt", lead.stageEnteredAt())
                .text("rank", lead.rank())
                .text("source", lead.source().key())
                .text("assignee", lead.assignee())
                .text("amount", amount == null ? null : amount.value().amount().toPlainString())
                .text("currency", amount == null ? null : amount.value().currency())
                .number("score", score == null ? null : score.value())
                .text("band", score == null ? null : score.band())
                .flag("withdrawn", lead.withdrawn())
                .instant("createdAt", lead.createdAt())
                .instant("lastActivityAt", lead.lastActivityAt())
                .instant("snoozedUntil", lead.snoozedUntil())
                .object("body", LeadBody.of(lead), LeadBody::write);
    }

    private static Lead readLead(JsonIn in) {
        TenantId tenant = TenantId.of(in.text("tenant"));
        LeadId id = in.lead("id");
        long version = Long.parseLong(in.text("version"));
        String pipeline = in.text("pipeline");
        int pipelineVersion = in.number("pipelineVersion");
        String stage = in.text("stage");
        boolean closed = in.flag("closed");
        Instant stageEnteredAt = in.instant("stageEnteredAt");
        String rank = in.text("rank");
        LeadSource source = LeadSource.of(in.text("source"));
        String assignee = in.optionalText("assignee");
        String amount = in.optionalText("amount");
        String currency = in.optionalText("currency");
        Integer score = in.optionalNumber("score");
        String band = in.optionalText("band");
        boolean withdrawn = in.flag("withdrawn");
        Instant createdAt = in.instant("createdAt");
        Instant lastActivityAt = in.instant("lastActivityAt");
        Instant snoozedUntil = in.optionalInstant("snoozedUntil");
        LeadBody body = in.object("body", LeadBody::read);
        return Lead.builder(id, tenant, source, createdAt)
                .version(version)
                .contact(body.contact())
                .identities(body.identities())
                .stage(pipeline, pipelineVersion, stage, closed, stageEnteredAt)
                .rank(rank)
                .tags(body.tags())
                .need(body.need())
                .expectedAmount(
                        LeadRows.amount(amount == null ? null : new BigDecimal(amount), currency, body.amountFrom()))
                .probability(body.probability())
                .assignee(assignee)
                .lostReason(body.lostReason())
                .engagement(body.engagement())
                .score(LeadRows.score(score == null ? LeadRows.NO_SCORE : score, band, body.scoring()))
                .capturedBecause(body.capturedBecause())
                .pinned(body.pinned())
                .sessions(body.sessions())
                .previous(body.previous())
                .consents(body.consents())
                .fields(body.fields())
                .withdrawn(withdrawn)
                .lastActivityAt(lastActivityAt)
                .lastTouch(body.lastTouch())
                .snoozedUntil(snoozedUntil)
                .build();
    }
}
