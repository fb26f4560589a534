package dev.leadkit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.LeadUpdate;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Conversation.Segment;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.definition.json.JsonValue.JsonString;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.ErasureReceipt.Kind;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonalDataTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Cause WHY = new Cause(Cause.SUBJECT_REQUEST, "ticket-1");

    private final LeadKit kit = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .identityKey("sixteen bytes or more".getBytes(StandardCharsets.UTF_8))
            .clock(Clock.fixed(NOON, ZoneOffset.UTC))
            .build();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
    private final PersonalData data = desk.personalData();

    @Test
    void leads_that_share_an_identity_or_follow_one_another_may_be_the_same_person_but_not_theirs_in_turn() {
        Lead jane = desk.create(NewLead.named("Jane").email("jane@acme.example"));
        Lead both = desk.create(NewLead.named("J").email("jane@acme.example").email("j@acme.example"));
        Lead other = desk.create(NewLead.named("Joe").email("j@acme.example"));
        Lead follows = talk("s-1", jane.id());

        assertThat(data.leadsOf(jane.id())).containsExactlyInAnyOrder(jane.id(), both.id());
        assertThat(data.leadsOf(both.id())).containsExactlyInAnyOrder(jane.id(), both.id(), other.id());
        assertThat(data.leadsOf(follows.id())).containsExactlyInAnyOrder(follows.id(), jane.id());
        assertThatThrownBy(() -> data.leadsOf(unknown())).isInstanceOf(LeadNotFoundException.class);
    }

    @Test
    void an_export_holds_leads_timelines_and_conversations_and_its_json_all_of_that() {
        Lead lead = talk("s-1", null);
        desk.note(lead.id(), "wants \"chairs\"");

        PersonExport export = data.export(Set.of(lead.id()));

        assertThat(export.at()).isEqualTo(NOON);
        assertThat(export.leads()).hasSize(1);
        assertThat(export.leads().get(0).lead()).isEqualTo(desk.get(lead.id()));
        assertThat(export.leads().get(0).timeline())
                .isEqualTo(desk.timeline(lead.id(), PageRequest.first(50)).items());
        assertThat(export.conversations()).isEqualTo(desk.transcript(lead.id()));
        var json = ((JsonObject) JsonText.parse(export.toJson())).members();
        assertThat(json)
                .containsOnlyKeys("tenant", "at", "leads", "conversations")
                .containsEntry("tenant", new JsonString("acme"));
        JsonObject exported =
                (JsonObject) ((JsonArray) json.get("leads")).items().get(0);
        assertThat(((JsonObject) exported.members().get("lead")).members())
                .containsEntry("id", new JsonString(lead.id().toString()))
                .containsKeys("contact", "identities", "sessions", "engagement", "stage")
                .doesNotContainKey("lostReason");
        assertThat(((JsonArray) exported.members().get("timeline")).items())
                .anySatisfy(activity -> assertThat(
                                ((JsonObject) ((JsonObject) activity).members().get("change")).members())
                        .isEqualTo(
                                Map.of("type", new JsonString("Noted"), "text", new JsonString("wants \"chairs\""))));
        assertThat(export.toJson()).contains("Hello from s-1", "widget", "VISITOR");
    }

    @Test
    void an_erasure_takes_every_lead_of_the_conversations_with_it_and_no_other() {
        Lead first = talk("s-1", null);
        Lead second = talk("s-2", null);
        // A session that the two share without a conversation of their own over it.
        ChangesetBuilder unit = kit.wiring().changeset(ACME, Actor.system());
        unit.update(first, first.toBuilder().sessions(List.of("s-1", "s-2")).build(), NOON, null);
        kit.wiring().store().commit(unit.build());
        Lead other = desk.create(NewLead.named("Bob"));

        ErasureReceipt receipt = data.erase(Set.of(first.id()), WHY);

        assertThat(receipt.leads()).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(receipt.actor()).isEqualTo(Actor.user("ann"));
        assertThat(receipt.cause()).isEqualTo(WHY);
        assertThat(receipt.count(Kind.MESSAGE)).isEqualTo(2);
        assertThat(desk.list(LeadQuery.all()).items()).containsExactly(other);
        assertThat(data.receipt(receipt.id())).contains(receipt);
        assertThat(data.receipts(PageRequest.first(9)).items()).containsExactly(receipt);
        assertThat(data.suppressedUntil(Identity.session("s-2"))).contains(NOON);
        assertThat(data.suppressedUntil(Identity.claimed(IdentityKind.EMAIL, "bob@acme.example")))
                .isEmpty();
    }

    @Test
    void a_session_without_a_lead_is_exported_and_erased_too() {
        ChangesetBuilder unit = kit.wiring().changeset(ACME, Actor.system());
        unit.conversation(Conversation.begin(ACME, "s-1", "widget"), 0);
        kit.wiring().store().commit(unit.messages(List.of(message("s-1"))).build());

        assertThat(data.exportSession("s-1").conversations()).hasSize(1);
        ErasureReceipt receipt = data.eraseSession("s-1", WHY);

        assertThat(receipt.leads()).isEmpty();
        assertThat(receipt.counts()).isEqualTo(Map.of(Kind.CONVERSATION, 1, Kind.MESSAGE, 1));
        assertThat(data.exportSession("s-1").conversations()).isEmpty();
        assertThat(data.eraseSession("s-1", WHY).counts()).isEmpty();
    }

    @Test
    void what_a_lead_was_told_of_another_person_while_the_two_were_merged_is_in_no_export() {
        Lead jane = desk.create(NewLead.named("Jane").email("jane@acme.example"));
        Lead robert = desk.create(NewLead.named("Robert Secret")
                .email("r@secret.example")
                .company("Secret Ltd")
                .tag("secret")
                .externalId("secret-9"));
        desk.merges().apply(desk.merges().preview(jane.id(), robert.id(), Map.of("name", robert.id())));
        desk.consent(jane.id(), Consent.to("secret-letters"));
        desk.update(jane.id(), LeadUpdate.begin().name("Jane D."));
        desk.note(jane.id(), "rang");
        assertThat(data.export(Set.of(jane.id())).leads()).hasSize(2);
        assertThat(data.stillTelling(Set.of(robert.id()))).isEmpty();
        desk.merges().undo(robert.id());
        desk.update(jane.id(), LeadUpdate.begin().company("Acme"));

        PersonExport export = data.export(Set.of(jane.id()));
        List<Change> told =
                export.leads().get(0).timeline().stream().map(Activity::change).toList();

        assertThat(told)
                .contains(
                        new Change.FieldChanged("name", null, "Jane"), // before
                        new Change.Merged(robert.id()),
                        new Change.FieldChanged("email", null, null),
                        new Change.Noted("rang"),
                        new Change.Unmerged(robert.id()),
                        new Change.FieldChanged("company", null, "Acme")) // after
                .doesNotContain(new Change.Tagged("secret"));
        // What was stated at the desk while they were merged is of the survivor.
        String rest = export.toJson().replace("secret-letters", "");
        assertThat(rest).doesNotContainIgnoringCase("secret");
    }

    @Test
    void leads_that_still_tell_of_an_erased_person_are_named_before_and_stay() {
        Lead jane = desk.create(NewLead.named("Jane"));
        Lead robert = desk.create(NewLead.named("Robert"));
        Lead bob = desk.create(NewLead.named("Bob"));
        desk.merges().apply(desk.merges().preview(robert.id(), bob.id()));
        desk.merges().apply(desk.merges().preview(jane.id(), robert.id()));
        desk.merges().undo(robert.id());
        desk.merges().undo(bob.id());

        assertThat(data.stillTelling(Set.of(jane.id()))).isEmpty();
        assertThat(data.stillTelling(Set.of(robert.id()))).containsExactly(desk.get(jane.id()));
        assertThat(data.stillTelling(Set.of(bob.id())))
                .containsExactlyInAnyOrder(desk.get(jane.id()), desk.get(robert.id()));
        assertThat(data.stillTelling(Set.of(bob.id(), robert.id()))).containsExactly(desk.get(jane.id()));
        assertThat(data.erase(Set.of(robert.id()), WHY).leads()).containsExactly(robert.id());
        assertThat(desk.find(jane.id())).isPresent();
        assertThatThrownBy(() -> data.stillTelling(Set.of(robert.id()))).isInstanceOf(LeadNotFoundException.class);
    }

    @Test
    void what_is_not_there_or_no_cause_erases_nothing() {
        Lead lead = talk("s-1", null);
        LeadId unknown = unknown();

        assertThatThrownBy(() -> data.erase(Set.of(lead.id(), unknown), WHY))
                .isInstanceOfSatisfying(
                        LeadNotFoundException.class,
                        missing -> assertThat(missing.lead()).isEqualTo(unknown));
        assertThatThrownBy(() -> data.erase(Set.of(lead.id()), new Cause("request", " ")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> kit.tenant("globex")
                        .as(Actor.user("eve"))
                        .personalData()
                        .erase(Set.of(lead.id()), WHY))
                .isInstanceOf(LeadNotFoundException.class);

        assertThat(desk.get(lead.id())).isEqualTo(lead);
        assertThat(data.receipts(PageRequest.first(9)).items()).isEmpty();
    }

    private static LeadId unknown() {
        return new LeadId(UUID.fromString("0195571a-0000-7000-8000-000000000001"));
    }

    /** A lead that was captured in a conversation of one message. */
    private Lead talk(String session, @Nullable LeadId previous) {
        Lead.Builder lead = Lead.builder(kit.wiring().newLeadId(), ACME, LeadSource.WIDGET, NOON)
                .sessions(List.of(session))
                .identities(List.of(Identity.session(session)))
                .previous(previous);
        ChangesetBuilder unit = kit.wiring().changeset(ACME, Actor.system());
        Lead stored = unit.create(kit.wiring().pipeline().enter(lead, NOON).build(), NOON, null);
        unit.conversation(Conversation.begin(ACME, session, "widget").withSegment(new Segment(stored.id(), null)), 0);
        kit.wiring().store().commit(unit.messages(List.of(message(session))).build());
        return stored;
    }

    private static ChatMessage message(String session) {
        return ChatMessage.from(session)
                .id("m-1")
                .visitor("Hello from " + session)
                .at(NOON.minusSeconds(5))
                .build();
    }
}
