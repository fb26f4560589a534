package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.EngagementDay;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MergedLeads;
import dev.leadkit.lead.NeedSummary;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.Touch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of a lead that no query asks for, kept as one JSON text beside the columns.
 *
 * @param amountFrom where the expected amount came from; absent without one
 * @param probability the lead's own; absent without one
 * @param scoring how the score came about; absent without one
 */
record LeadBody(
        Contact contact,
        List<Identity> identities,
        Set<String> tags,
        @Nullable NeedSummary need,
        @Nullable Provenance amountFrom,
        @Nullable Double probability,
        @Nullable String lostReason,
        Engagement engagement,
        @Nullable Scoring scoring,
        List<Reason> capturedBecause,
        Set<String> pinned,
        List<String> sessions,
        @Nullable LeadId previous,
        @Nullable MergedLeads merged,
        @Nullable LeadId mergedInto,
        List<Attributed<Consent>> consents,
        Touch lastTouch,
        SortedMap<String, Attributed<FieldValue>> fields) {

    /** A score without its value and band. */
    record Scoring(
            List<Contribution> contributions,
            String card,
            Instant asOf,
            @Nullable Instant nextChangeAt) {}

    static LeadBody of(Lead lead) {
        Score score = lead.score();
        return new LeadBody(
                lead.contact(),
                lead.identities(),
                lead.tags(),
                lead.need(),
                lead.expectedAmount() == null ? null : lead.expectedAmount().provenance(),
                lead.probability(),
                lead.lostReason(),
                lead.engagement(),
                score == null
                        ? null
                        : new Scoring(score.contributions(), score.card(), score.asOf(), score.nextChangeAt()),
                lead.capturedBecause(),
                lead.pinned(),
                lead.sessions(),
                lead.previous(),
                lead.merged(),
                lead.mergedInto(),
                lead.consents(),
                lead.lastTouch(),
                lead.fields());
    }

    String toJson() {
        return write().toText();
    }

    JsonOut write() {
        return new JsonOut()
                .object("contact", contact, ContactJson::write)
                .objects("identities", identities, LeadBody::writeIdentity)
                .texts("tags", tags)
                .object("need", need, LeadBody::writeNeed)
                .object("amountFrom", amountFrom, ContactJson::writeProvenance)
                .text("probability", probability == null ? null : probability.toString())
                .text("lostReason", lostReason)
                .object("engagement", engagement, LeadBody::writeEngagement)
                .object("scoring", scoring, LeadBody::writeScoring)
                .objects("capturedBecause", capturedBecause, LeadBody::writeReason)
                .texts("pinned", pinned)
                .texts("sessions", sessions)
                .lead("previous", previous)
                .object("merged", merged, MergedLeadsJson::write)
                .lead("mergedInto", mergedInto)
                .objects("consents", consents, ConsentJson::write)
                .constant("lastTouch", lastTouch)
                .objects("fields", List.copyOf(fields.entrySet()), FieldJson::write);
    }

    static LeadBody read(JsonIn in) {
        return new LeadBody(
                in.object("contact", ContactJson::read),
                in.objects("identities", LeadBody::readIdentity),
                Set.copyOf(in.texts("tags")),
                in.optionalObject("need", LeadBody::readNeed),
                in.optionalObject("amountFrom", ContactJson::readProvenance),
                probability(in.optionalText("probability")),
                in.optionalText("lostReason"),
                in.object("engagement", LeadBody::readEngagement),
                in.optionalObject("scoring", LeadBody::readScoring),
                in.objects("capturedBecause", LeadBody::readReason),
                Set.copyOf(in.texts("pinned")),
                in.texts("sessions"),
                in.optionalLead("previous"),
                in.optionalObject("merged", MergedLeadsJson::read),
                in.optionalLead("mergedInto"),
                in.objects("consents", ConsentJson::read),
                in.constant("lastTouch", Touch.class),
                FieldJson.map(in.objects("fields", FieldJson::read)));
    }

    private static @Nullable Double probability(@Nullable String text) {
        return text == null ? null : Double.valueOf(text);
    }

    static JsonOut writeIdentity(Identity identity) {
        return new JsonOut()
                .constant("kind", identity.kind())
                .text("value", identity.value())
                .constant("assurance", identity.assurance());
    }

    static Identity readIdentity(JsonIn in) {
        return new Identity(
                in.constant("kind", IdentityKind.class), in.text("value"), in.constant("assurance", Assurance.class));
    }

    private static JsonOut writeNeed(NeedSummary need) {
        return new JsonOut()
                .text("text", need.text())
                .text("by", need.by())
                .objects("evidence", need.evidence(), ContactJson::writeEvidence);
    }

    private static NeedSummary readNeed(JsonIn in) {
        return new NeedSummary(in.text("text"), in.text("by"), in.objects("evidence", ContactJson::readEvidence));
    }

    private static JsonOut writeEngagement(Engagement facts) {
        return new JsonOut()
                .number("messages", facts.messages())
                .number("questions", facts.questions())
                .duration("activeTime", facts.activeTime())
                .texts("channels", facts.channels())
                .fraction("purchaseIntent", facts.purchaseIntent())
                .fraction("qualifiedIntent", facts.qualifiedIntent())
                .flag("markedQualified", facts.markedQualified())
                .instant("firstMessageAt", facts.firstMessageAt())
                .instant("lastMessageAt", facts.lastMessageAt())
                .objects("days", facts.days(), LeadBody::writeDay);
    }

    private static JsonOut writeDay(EngagementDay day) {
        return new JsonOut()
                .text("date", day.date().toString())
                .number("messages", day.messages())
                .number("questions", day.questions());
    }

    private static EngagementDay readDay(JsonIn in) {
        return new EngagementDay(LocalDate.parse(in.text("date")), in.number("messages"), in.number("questions"));
    }

    private static Engagement readEngagement(JsonIn in) {
        return new Engagement(
                in.number("messages"),
                in.number("questions"),
                in.duration("activeTime"),
                Set.copyOf(in.texts("channels")),
                in.fraction("purchaseIntent"),
                in.fraction("qualifiedIntent"),
                in.flag("markedQualified"),
                in.optionalInstant("firstMessageAt"),
                in.optionalInstant("lastMessageAt"),
                in.objects("days", LeadBody::readDay));
    }

    private static JsonOut writeScoring(Scoring scoring) {
        return new JsonOut()
                .objects("contributions", scoring.contributions(), LeadBody::writeContribution)
                .text("card", scoring.card())
                .instant("asOf", scoring.asOf())
                .instant("nextChangeAt", scoring.nextChangeAt());
    }

    private static Scoring readScoring(JsonIn in) {
        return new Scoring(
                in.objects("contributions", LeadBody::readContribution),
                in.text("card"),
                in.instant("asOf"),
                in.optionalInstant("nextChangeAt"));
    }

    private static JsonOut writeContribution(Contribution contribution) {
        return new JsonOut()
                .text("factor", contribution.factor())
                .text("label", contribution.label())
                .number("points", contribution.points())
                .text("because", contribution.because())
                .number("lostToCap", orAbsent(contribution.lostToCap()))
                .number("lostToDecay", orAbsent(contribution.lostToDecay()));
    }

    /** Most lose nothing, and a row is written often. */
    private static @Nullable Integer orAbsent(int points) {
        return points == 0 ? null : points;
    }

    private static int orNothing(@Nullable Integer points) {
        return points == null ? 0 : points;
    }

    private static Contribution readContribution(JsonIn in) {
        return new Contribution(
                in.text("factor"),
                in.text("label"),
                in.number("points"),
                in.text("because"),
                orNothing(in.optionalNumber("lostToCap")),
                orNothing(in.optionalNumber("lostToDecay")));
    }

    static JsonOut writeReason(Reason reason) {
        return new JsonOut()
                .text("code", reason.code())
                .text("text", reason.text())
                .objects("evidence", reason.evidence(), ContactJson::writeEvidence);
    }

    static Reason readReason(JsonIn in) {
        return new Reason(in.text("code"), in.text("text"), in.objects("evidence", ContactJson::readEvidence));
    }
}
