package dev.leadkit.capture;

import dev.leadkit.Wiring;
import dev.leadkit.capture.summary.CheckedSummary;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.NeedSummary;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import dev.leadkit.lead.Touch;
import dev.leadkit.migration.CurrentLead;
import dev.leadkit.migration.PublishedPipeline;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Pipeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays what was set at the desk over what a conversation comes to, by the pipeline and the scorer of the moment. Writes nothing. */
final class LeadProjection {
    /** Stands in for an id where none is needed, to score a conversation that is no lead. */
    private static final LeadId NOBODY = LeadId.parse("00000000-0000-0000-0000-000000000000");

    private final Wiring wiring;

    LeadProjection(Wiring wiring) {
        this.wiring = wiring;
    }

    /** What a new lead of the conversation is. */
    Lead begin(LeadId id, ConversationFold fold, Conversation conversation, @Nullable LeadId previous) {
        Instant at = orEpoch(
                fold.effects().capturedAt() == null
                        ? fold.lastAt()
                        : fold.effects().capturedAt());
        Lead.Builder lead = Lead.builder(id, conversation.tenant(), LeadSource.of(conversation.channel()), at)
                .capturedBecause(fold.effects().capturedBecause())
                .previous(previous);
        PublishedPipeline pipeline = wiring.pipelines().standard(conversation.tenant());
        Lead empty = wiring.fields().begin(pipeline.current().enter(lead, at).build(), at);
        return project(new CurrentLead(empty, pipeline), fold, conversation, fold.vouchedIdentities(), true);
    }

    /** What the conversation would be as a lead, captured or not. */
    Lead trial(TenantId tenant, String session, ConversationFold fold) {
        return begin(NOBODY, fold, conversation(tenant, session, fold), null);
    }

    private static Conversation conversation(TenantId tenant, String session, ConversationFold fold) {
        return Conversation.begin(tenant, session, fold.channel().isEmpty() ? "widget" : fold.channel());
    }

    /**
     * A lead of the conversation on the version of its pipeline that capture goes by: the current one. As it is when a person
     * set its stage, which capture leaves alone.
     */
    CurrentLead current(Lead lead) {
        return lead.pinned().contains(LeadField.STAGE)
                ? new CurrentLead(lead, null)
                : wiring.pipelines().current(lead);
    }

    /**
     * What a lead becomes.
     *
     * @param before a lead of the conversation, see {@link #current}; fields that it has pinned stay as they are
     * @param vouched the identities of the fold for which somebody vouches, some of them as no more than claims
     */
    Lead project(CurrentLead before, ConversationFold fold, Conversation conversation, Set<Identity> vouched) {
        return project(before, fold, conversation, vouched, true);
    }

    /** @param summarised whether to write the need summary, which costs more than all the rest and no score reads */
    private Lead project(
            CurrentLead stored,
            ConversationFold fold,
            Conversation conversation,
            Set<Identity> vouched,
            boolean summarised) {
        Lead before = stored.lead();
        Lead.Builder lead = before.toBuilder()
                .engagement(fold.engagement())
                .need(summarised ? need(before, fold) : null)
                .consents(fold.consents(before.consents()))
                .tags(tags(before, fold));
        Instant capturedAt = fold.effects().capturedAt();
        boolean ofDesk = isMadeAtDesk(before);
        if (capturedAt != null && !ofDesk) {
            lead.capturedBecause(fold.effects().capturedBecause());
            if (before.merged() == null
                    ? !capturedAt.equals(before.createdAt())
                    : capturedAt.isBefore(before.createdAt())) {
                lead.createdAt(capturedAt);
            }
        }
        if (isByCapture(before)) {
            lead.source(LeadSource.of(fold.channel().isEmpty() ? conversation.channel() : fold.channel()));
        }
        if (!before.sessions().contains(conversation.session())) {
            List<String> sessions = new ArrayList<>(before.sessions());
            sessions.add(conversation.session());
            lead.sessions(sessions);
        }
        if (!before.pinned().contains(LeadField.AMOUNT)) {
            lead.expectedAmount(fold.expectedAmount());
        }
        if (!before.pinned().contains(LeadField.ASSIGNEE)) {
            lead.assignee(fold.effects().assignee(fold.session().isEmpty() ? conversation.session() : fold.session()));
        }
        Contact contact = contact(before, fold);
        lead.contact(contact).identities(identities(before, contact, conversation.session(), vouched));
        Instant lastAt = orEpoch(fold.lastAt());
        Instant lastActivity = capturedAt != null && capturedAt.isAfter(lastAt) ? capturedAt : lastAt;
        if (before.lastActivityAt().isAfter(lastActivity)) {
            lastActivity = before.lastActivityAt();
        } else {
            lead.lastTouch(lastActivity.equals(fold.lastAt()) ? fold.lastTouch() : Touch.CREATED);
        }
        Lead facts = wiring.scored(lead.lastActivityAt(lastActivity).build(), lastActivity);
        if (capturedAt == null || before.pinned().contains(LeadField.STAGE)) {
            return facts;
        }
        // One that could not be brought to the current version stays where it is.
        PublishedPipeline pipeline = stored.pipeline();
        return pipeline == null || !pipeline.isCurrent(before)
                ? facts
                : staged(facts, pipeline, fold, ofDesk ? before.createdAt() : capturedAt, refused -> {});
    }

    /** What another summarizer wrote stands until the visitor says something new. */
    private static @Nullable NeedSummary need(Lead before, ConversationFold fold) {
        NeedSummary known = before.need();
        boolean byAnother = known != null && !known.by().equals(CheckedSummary.OFFLINE);
        return byAnother && before.engagement().messages() == fold.engagement().messages() ? known : fold.need();
    }

    /** The moves that rules asked for and the pipeline refuses, a move to where the lead is already left out. */
    List<Reason> refusedMoves(Lead seen, ConversationFold fold) {
        Instant capturedAt = fold.effects().capturedAt();
        List<Reason> refused = new ArrayList<>();
        if (capturedAt != null) {
            staged(seen, wiring.pipelines().standard(seen.tenant()), fold, capturedAt, refused::add);
        }
        return refused;
    }

    /** The score of what the conversation would be as a lead; empty when leads get none. */
    OptionalInt scoreOf(TenantId tenant, String session, ConversationFold fold) {
        Instant at = orEpoch(fold.lastAt());
        Conversation conversation = conversation(tenant, session, fold);
        Lead.Builder lead = Lead.builder(NOBODY, tenant, LeadSource.of(conversation.channel()), at);
        PublishedPipeline pipeline = wiring.pipelines().standard(tenant);
        Lead empty = pipeline.current().enter(lead, at).build();
        Score score = project(new CurrentLead(empty, pipeline), fold, conversation, fold.vouchedIdentities(), false)
                .score();
        return score == null ? OptionalInt.empty() : OptionalInt.of(score.value());
    }

    /** Whether somebody made it at the desk, whatever was said since: it was there before, and no capture takes it back. */
    private static boolean isMadeAtDesk(Lead lead) {
        return lead.merged() == null && lead.capturedBecause().isEmpty();
    }

    /** Whether capture began the lead, so that its source is a channel; one that a person made keeps its own. */
    private static boolean isByCapture(Lead lead) {
        Lead own = lead.merged() == null ? lead : lead.merged().own();
        return !own.sessions().isEmpty() && !own.capturedBecause().isEmpty();
    }

    private static Set<String> tags(Lead before, ConversationFold fold) {
        Set<String> tags = new TreeSet<>(fold.tags());
        tags.removeIf(tag -> before.pinned().contains(LeadField.tag(tag)));
        before.tags().stream()
                .filter(tag -> before.pinned().contains(LeadField.tag(tag)))
                .forEach(tags::add);
        return tags;
    }

    private Contact contact(Lead before, ConversationFold fold) {
        Contact contact = before.contact();
        Findings findings = fold.findings();
        if (!before.pinned().contains(LeadField.NAME)) {
            Attributed<String> given = findings.names.preferred();
            contact = contact.withName(given == null ? fold.channelContact().name() : given);
        }
        if (!before.pinned().contains(LeadField.COMPANY)) {
            contact = contact.withCompany(findings.companies.preferred());
        }
        if (!before.pinned().contains(LeadField.LOCATION)) {
            contact = contact.withLocation(findings.locations.preferred());
        }
        List<Attributed<String>> emails =
                first(fold.vouched().emails(), fold.channelContact().email(), findings.emails.preferredFirst());
        List<Attributed<PhoneNumber>> phones =
                first(fold.vouched().phones(), fold.channelContact().phone(), findings.phones.preferredFirst());
        return contact.withEmails(merged(before, LeadField.EMAIL, contact.emails(), emails, Function.identity()))
                .withPhones(merged(before, LeadField.PHONE, contact.phones(), phones, PhoneNumber::value));
    }

    /** What the host vouches for goes before what the channel does, and that before what anybody could have typed. */
    private static <T> List<Attributed<T>> first(
            List<Attributed<T>> verified, @Nullable Attributed<T> known, List<Attributed<T>> said) {
        List<Attributed<T>> values = new ArrayList<>(verified);
        if (known != null) {
            values.add(known);
        }
        values.addAll(said);
        return values;
    }

    /** What was set at the desk stays in front; then what the visitor said and nobody took away. */
    private static <T> List<Attributed<T>> merged(
            Lead lead, String field, List<Attributed<T>> before, List<Attributed<T>> said, Function<T, String> key) {
        List<Attributed<T>> merged = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Attributed<T> value : before) {
            if (value.provenance().origin() != Provenance.Origin.MESSAGE && known.add(key.apply(value.value()))) {
                merged.add(value);
            }
        }
        for (Attributed<T> value : said) {
            String its = key.apply(value.value());
            if (!lead.pinned().contains(LeadField.cleared(field, its)) && known.add(its)) {
                merged.add(value);
            }
        }
        return merged;
    }

    private static Set<Identity> identities(Lead before, Contact contact, String session, Set<Identity> vouched) {
        Set<Identity> identities = new TreeSet<>();
        for (Identity identity : before.identities()) {
            if (identity.assurance() != Assurance.CLAIMED) {
                identities.add(identity);
            }
        }
        identities.add(Identity.session(session));
        identities.addAll(vouched);
        identities.addAll(contact.claims());
        return identities;
    }

    /** The lead after the moves that rules asked for, those that the pipeline refuses left out. */
    private static Lead staged(
            Lead facts,
            PublishedPipeline pipeline,
            ConversationFold fold,
            Instant capturedAt,
            Consumer<Reason> refusals) {
        Pipeline current = pipeline.current();
        Lead lead = current.enter(facts.toBuilder(), capturedAt).build();
        for (StageMove move : fold.effects().stageMoves()) {
            String named = move.rule().then().stage();
            String to = named == null ? null : pipeline.stageNow(named);
            if (to == null || to.equals(lead.stage())) {
                continue;
            }
            Instant at = move.at().isAfter(capturedAt) ? move.at() : capturedAt;
            Decision decision =
                    current.decide(move.asThen(lead), to, Actor.rule(move.rule().id()), at);
            if (decision instanceof Decision.Allowed allowed) {
                lead = allowed.apply(lead, at);
            } else {
                decision.refusals()
                        .forEach(
                                refusal -> refusals.accept(Reason.of(move.rule().id(), refusal.text())));
            }
        }
        return lead;
    }

    private static Instant orEpoch(@Nullable Instant at) {
        return at == null ? Instant.EPOCH : at;
    }
}
