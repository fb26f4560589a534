package dev.leadkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Mark;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadDiff;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.MergedLeads;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NeedSummary;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldMaskTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Provenance ANN = Provenance.by(Actor.user("ann"), NOW);

    /** What must not be seen any more, by what is hidden. */
    private static final Map<HiddenField, List<String>> CANARIES = Map.of(
            HiddenField.NAME, List.of("canaryname"),
            HiddenField.EMAIL, List.of("canaryaddress", "canaryuser"),
            HiddenField.PHONE, List.of("49151000", "canaryuser"),
            HiddenField.COMPANY, List.of("canarycompany"),
            HiddenField.LOCATION, List.of("canarytown"),
            HiddenField.AVATAR, List.of("canaryface"),
            HiddenField.AMOUNT, List.of("4711"),
            HiddenField.SCORE, List.of("canaryband", "canaryfactor"),
            HiddenField.TEXTS, List.of("canarytext", "canaryneed"));

    private static final Set<String> CLEARED = Set.of(
            LeadField.cleared(LeadField.EMAIL, "canaryaddress@home.example"),
            LeadField.cleared(LeadField.PHONE, "+49151000222"));

    private final Lead lead = lead(1);

    private static Lead lead(int id) {
        return Lead.builder(new LeadId(new UUID(0, id)), TenantId.of("acme"), LeadSource.WIDGET, NOW)
                .contact(new Contact(
                        new Attributed<>("canaryname", ANN),
                        List.of(new Attributed<>("canaryaddress@acme.example", ANN)),
                        List.of(new Attributed<>(new PhoneNumber("+49151000", "+49151000", true), ANN)),
                        new Attributed<>("canarycompany", ANN),
                        new Attributed<>("canarytown", ANN),
                        new Attributed<>("canaryface", ANN)))
                .identities(List.of(
                        Identity.claimed(IdentityKind.EMAIL, "canaryaddress@acme.example"),
                        Identity.claimed(IdentityKind.PHONE, "+49151000"),
                        Identity.channelUser("whatsapp", "canaryuser"),
                        Identity.session("s-1")))
                .expectedAmount(new Attributed<>(Money.of("4711", "EUR"), ANN))
                .score(new Score(
                        70, "canaryband", List.of(new Contribution("canaryfactor", "x", 70, "y")), "c@1", NOW, null))
                .need(new NeedSummary("canaryneed", "x", List.of()))
                .sessions(List.of("s-1"))
                .pinned(CLEARED)
                .build();
    }

    private static Lead merged() {
        return lead(1).toBuilder()
                .merged(new MergedLeads(lead(1), List.of(new LeadId(new UUID(0, 2))), Map.of()).without(CLEARED))
                .build();
    }

    private List<Activity> timeline() {
        List<Change> changes = new ArrayList<>(LeadDiff.ofNew(lead));
        changes.add(new Change.BandChanged("canaryband", "cold"));
        changes.add(new Change.Noted("canarytext"));
        changes.add(new Change.Overridden(
                "canarytext",
                List.of(
                        Reason.of("amount-too-low", "at least 5000 EUR, it is 4711 EUR"),
                        Reason.of("other-currency", "in USD, it is 4711 EUR"),
                        Reason.of("score-too-low", "at least 90, it is canaryband"))));
        changes.add(new Change.Overridden(
                "canarytext",
                List.of(Reason.of("none-holds", "none of these holds: it is 4711 EUR; or it is canaryband"))));
        return changes.stream()
                .map(change -> new Activity(
                        lead.id(),
                        1,
                        changes.indexOf(change),
                        NOW,
                        Actor.user("ann"),
                        new ChangesetId(new UUID(0, 9)),
                        null,
                        change))
                .toList();
    }

    private static Transcript transcript() {
        var conversation = Conversation.begin(TenantId.of("acme"), "s-1", "widget")
                .withMark(new Mark(Mark.Kind.QUALIFIED, Actor.user("ann"), NOW, "canarytext"));
        return new Transcript(
                conversation,
                List.of(ChatMessage.from("s-1")
                        .id("m-1")
                        .visitor("canarytext")
                        .attribute("page", "canarytext")
                        .at(NOW)
                        .build()));
    }

    @ParameterizedTest
    @EnumSource(HiddenField.class)
    void nothing_of_a_hidden_field_is_left_anywhere(HiddenField hidden) {
        FieldMask mask = FieldMask.of(Set.of(hidden));
        String whole = lead + " " + merged() + timeline() + transcript();
        String shown = mask.lead(lead)
                + " "
                + mask.lead(merged())
                + timeline().stream()
                        .flatMap(each -> mask.activity(each).stream())
                        .toList()
                + mask.transcript(transcript());

        assertThat(whole).contains(CANARIES.get(hidden));
        assertThat(shown).doesNotContain(CANARIES.get(hidden));
        for (HiddenField other : HiddenField.values()) {
            boolean alone = CANARIES.get(other).stream()
                    .noneMatch(canary -> CANARIES.get(hidden).contains(canary));
            if (!mask.hides(other) && alone) {
                assertThat(shown).as("%s stays", other).contains(CANARIES.get(other));
            }
        }
    }

    @Test
    void that_something_happened_stays_in_the_timeline() {
        FieldMask mask = FieldMask.of(Set.of(HiddenField.EMAIL));

        List<Change> shown = timeline().stream()
                .flatMap(each -> mask.activity(each).stream())
                .map(Activity::change)
                .toList();

        assertThat(shown)
                .hasSameSizeAs(timeline())
                .contains(new Change.FieldChanged("email", null, null), new Change.Noted(FieldMask.HIDDEN_TEXT));
    }

    @Test
    void whoever_does_not_see_a_detail_of_a_person_sees_no_free_text() {
        Set<HiddenField> details = EnumSet.range(HiddenField.NAME, HiddenField.AVATAR);

        assertThat(details)
                .allSatisfy(detail -> assertThat(FieldMask.of(Set.of(detail)).hides(HiddenField.TEXTS))
                        .isTrue());
        assertThat(FieldMask.of(Set.of(HiddenField.AMOUNT)).hides(HiddenField.TEXTS))
                .isFalse();
    }

    @Test
    void without_anything_hidden_all_is_as_it_was() {
        assertThat(FieldMask.of(Set.of())).isSameAs(FieldMask.NONE);
        assertThat(FieldMask.NONE.lead(lead)).isSameAs(lead);
        assertThat(timeline())
                .allSatisfy(each -> assertThat(FieldMask.NONE.activity(each)).contains(each));
        assertThat(FieldMask.NONE.transcript(transcript())).isEqualTo(transcript());
    }

    /** A new part of a lead fails this: say in {@link FieldMask} what becomes of it when something is hidden, then here. */
    @Test
    void knows_every_part_of_a_lead() {
        assertThat(names(Lead.class))
                .containsExactlyInAnyOrder(
                        "id",
                        "tenant",
                        "version",
                        "contact",
                        "identities",
                        "source",
                        "pipeline",
                        "pipelineVersion",
                        "stage",
                        "closed",
                        "stageEnteredAt",
                        "rank",
                        "tags",
                        "need",
                        "expectedAmount",
                        "assignee",
                        "lostReason",
                        "engagement",
                        "score",
                        "capturedBecause",
                        "pinned",
                        "sessions",
                        "previous",
                        "merged",
                        "mergedInto",
                        "consents",
                        "withdrawn",
                        "createdAt",
                        "lastActivityAt",
                        "lastTouch",
                        "probability",
                        "snoozedUntil",
                        "fields");
        assertThat(names(Contact.class))
                .containsExactlyInAnyOrder("name", "emails", "phones", "company", "location", "avatar");
    }

    private static List<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
