package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.identity.Duplicate;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Reason;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** To which lead a visitor comes for whom the host vouches, and that nobody gets there by what he typed. */
class VerifiedVisitorTest {
    private static final String JANE = "jane@acme.example";

    private final LeadKit kit = Chats.kit(new InMemoryLeadStore());
    private final LeadDesk desk = kit.tenant(Chats.TENANT).as(Actor.user("ann"));
    private final TenantCapture capture = Chats.engine(kit).tenant(Chats.TENANT);

    private static ChatMessage.Builder said(String session, int minute, String text) {
        return ChatMessage.from(session)
                .id(session + "-" + minute)
                .visitor(text)
                .at(Chats.MORNING.plusSeconds(60L * minute));
    }

    private CaptureOutcome take(ChatMessage.Builder message) {
        return capture.onMessage(message.build());
    }

    private static LeadId lead(CaptureOutcome outcome) {
        return outcome.lead().orElseThrow();
    }

    private List<Lead> leads() {
        return desk.list(LeadQuery.all()).items();
    }

    @Test
    void a_visitor_with_the_hosts_id_comes_to_the_lead_that_has_it() {
        Lead made = desk.create(NewLead.named("Jane Doe").email(JANE).externalId("crm-1"));

        CaptureOutcome outcome = take(said("s-1", 1, "call me on +1 212 555 0142, what does it cost?")
                .verified(IdentityKind.EXTERNAL_ID, "crm-1"));

        assertThat(outcome.status()).isEqualTo(Status.ADDED);
        assertThat(outcome.because()).extracting(Reason::code).contains("known-external-id");
        assertThat(leads()).singleElement().satisfies(lead -> {
            assertThat(lead.id()).isEqualTo(made.id()).isEqualTo(lead(outcome));
            assertThat(lead.sessions()).containsExactly("s-1");
            assertThat(lead.displayName()).isEqualTo("Jane Doe");
            assertThat(lead.contact().phones()).hasSize(1);
            assertThat(lead.engagement().questions()).isEqualTo(1);
        });
    }

    @Test
    void a_lead_of_the_desk_stays_one_whatever_is_said_in_its_conversations() {
        Lead made = desk.create(NewLead.unknown().externalId("crm-1"));
        take(said("s-1", 3, "jane@acme.example").verified(IdentityKind.EXTERNAL_ID, "crm-1"));
        take(said("s-1", 4, "and thanks"));

        take(said("s-1", 1, "I have cheap backlinks for you"));

        assertThat(leads()).singleElement().satisfies(lead -> {
            assertThat(lead.id()).isEqualTo(made.id());
            assertThat(lead.withdrawn()).isFalse();
            assertThat(lead.source()).isEqualTo(LeadSource.MANUAL);
            assertThat(lead.createdAt()).isEqualTo(made.createdAt());
            assertThat(lead.stageEnteredAt()).isEqualTo(made.stageEnteredAt());
            assertThat(lead.capturedBecause()).isEmpty();
        });
    }

    @Test
    void a_verified_address_leads_to_the_lead_on_which_it_was_verified() {
        Lead made = desk.create(NewLead.named("Jane"));
        desk.verify(made.id(), IdentityKind.EMAIL, JANE);

        CaptureOutcome outcome =
                take(said("s-1", 1, "call me on +1 212 555 0142").verified(IdentityKind.EMAIL, "Jane@acme.example"));

        assertThat(lead(outcome)).isEqualTo(made.id());
        assertThat(outcome.because()).extracting(Reason::code).contains("known-verified-address");
    }

    @Test
    void a_verified_number_leads_from_one_conversation_to_the_other() {
        LeadId first = lead(take(said("s-1", 1, JANE).verified(IdentityKind.PHONE, "+12125550142")));

        CaptureOutcome second = take(said("s-2", 2, "jd@home.example").verified(IdentityKind.PHONE, "+12125550142"));

        assertThat(lead(second)).isEqualTo(first);
        assertThat(second.because()).extracting(Reason::code).contains("known-verified-number");
    }

    @Test
    void what_the_host_vouches_for_goes_before_what_was_typed() {
        LeadId id = lead(take(said("s-1", 1, "I am at jd@home.example").verified(IdentityKind.EMAIL, JANE)));

        assertThat(desk.get(id).contact().emails())
                .extracting(Attributed::value, email -> email.provenance().assurance())
                .containsExactly(tuple(JANE, Assurance.VERIFIED), tuple("jd@home.example", Assurance.CLAIMED));
        assertThat(desk.get(id).identities()).contains(Identity.verified(IdentityKind.EMAIL, JANE));
    }

    @Test
    void a_typed_address_or_a_channels_never_leads_to_the_lead_on_which_it_is_verified() {
        LeadId janes = lead(take(said("s-1", 1, "+1 212 555 0142").verified(IdentityKind.EMAIL, JANE)));
        Lead before = desk.get(janes);

        LeadId typed = lead(take(said("s-2", 2, "my email is " + JANE)));
        LeadId given = lead(take(said("s-3", 3, "my number is +1 212 555 0142").attribute(ChannelAdapter.EMAIL, JANE)));
        LeadId named = lead(take(said("s-4", 4, "my email is " + JANE)
                .attribute("externalId", "crm-1")
                .attribute("verified", "true")));

        assertThat(List.of(typed, given, named)).doesNotContain(janes).doesNotHaveDuplicates();
        assertThat(desk.get(janes)).isEqualTo(before);
        assertThat(desk.merges().duplicates(janes)).extracting(Duplicate::lead).hasSize(3);
    }

    @Test
    void who_types_an_address_first_neither_gets_its_owner_nor_keeps_him_from_his_own_lead() {
        LeadId strangers = lead(take(said("s-1", 1, "my email is " + JANE)));

        CaptureOutcome outcome = take(said("s-2", 2, "+1 212 555 0142").verified(IdentityKind.EMAIL, JANE));

        assertThat(lead(outcome)).isNotEqualTo(strangers);
        assertThat(outcome.because()).extracting(Reason::code).contains("only-claimed");
        assertThat(desk.get(lead(outcome)).identities()).contains(Identity.verified(IdentityKind.EMAIL, JANE));
        take(said("s-1", 3, "still there"));
        assertThat(desk.get(strangers).identities()).contains(Identity.claimed(IdentityKind.EMAIL, JANE));
        assertThat(desk.get(strangers).identities()).doesNotContain(Identity.verified(IdentityKind.EMAIL, JANE));
        assertThat(lead(take(said("s-3", 4, "+1 212 555 0143").verified(IdentityKind.EMAIL, JANE))))
                .isEqualTo(lead(outcome));
    }

    @Test
    void of_two_people_at_one_device_the_second_does_not_get_into_the_lead_of_the_first() {
        LeadId first = lead(take(said("s-1", 1, JANE).verified(IdentityKind.EXTERNAL_ID, "crm-1")));
        take(said("s-1", 2, "now it is Joe").verified(IdentityKind.EXTERNAL_ID, "crm-2"));

        LeadId second = lead(take(said("s-2", 3, "joe@home.example").verified(IdentityKind.EXTERNAL_ID, "crm-2")));

        assertThat(second).isNotEqualTo(first);
        assertThat(desk.get(first).identities())
                .filteredOn(identity -> identity.kind() == IdentityKind.EXTERNAL_ID)
                .containsExactly(Identity.verified(IdentityKind.EXTERNAL_ID, "crm-1"));
        assertThat(desk.get(second).identities()).contains(Identity.verified(IdentityKind.EXTERNAL_ID, "crm-2"));
    }

    @Test
    void the_second_at_a_device_has_no_more_than_a_claim_on_the_first_by_his_address() {
        LeadId first = lead(take(said("s-1", 1, "+1 212 555 0142").verified(IdentityKind.EMAIL, JANE)));
        take(said("s-1", 2, "now it is Joe").verified(IdentityKind.EMAIL, "joe@home.example"));

        LeadId second = lead(take(said("s-2", 3, "+1 212 555 0143").verified(IdentityKind.EMAIL, "joe@home.example")));

        assertThat(second).isNotEqualTo(first);
        assertThat(desk.get(first).identities())
                .contains(
                        Identity.verified(IdentityKind.EMAIL, JANE),
                        Identity.claimed(IdentityKind.EMAIL, "joe@home.example"))
                .doesNotContain(Identity.verified(IdentityKind.EMAIL, "joe@home.example"));
    }

    @Test
    void an_id_that_comes_after_the_lead_was_made_merges_nothing_and_is_suggested() {
        Lead made = desk.create(NewLead.named("Jane").externalId("crm-1"));
        LeadId captured = lead(take(said("s-1", 1, JANE)));

        take(said("s-1", 2, "I have logged in").verified(IdentityKind.EXTERNAL_ID, "crm-1"));

        assertThat(desk.get(captured).identities()).contains(Identity.claimed(IdentityKind.EXTERNAL_ID, "crm-1"));
        assertThat(desk.merges().duplicates(captured))
                .singleElement()
                .satisfies(duplicate -> assertThat(duplicate.lead().id()).isEqualTo(made.id()));
    }

    @Test
    void who_comes_back_after_the_close_gets_a_lead_that_follows_it() {
        Lead made = desk.create(NewLead.named("Jane").externalId("crm-1"));
        desk.transition(made.id(), "lost", "price");

        CaptureOutcome outcome = take(said("s-1", 1, JANE).verified(IdentityKind.EXTERNAL_ID, "crm-1"));

        assertThat(outcome.because()).extracting(Reason::code).contains("follows-closed");
        assertThat(desk.get(lead(outcome)).previous()).isEqualTo(made.id());
        assertThat(desk.get(lead(outcome)).identities()).contains(Identity.verified(IdentityKind.EXTERNAL_ID, "crm-1"));
    }

    @Test
    void nothing_of_it_is_kept_where_the_visitor_is_not_to_be_known() {
        TenantCapture silent = CaptureEngine.builder(kit)
                .mode(CaptureMode.PSEUDONYMOUS)
                .build()
                .tenant(Chats.TENANT);
        Lead made = desk.create(NewLead.named("Jane").externalId("crm-1"));

        LeadId id = lead(silent.onMessage(
                said("s-1", 1, JANE).verified(IdentityKind.EXTERNAL_ID, "crm-1").build()));

        assertThat(id).isNotEqualTo(made.id());
        assertThat(desk.get(id).identities()).containsExactly(Identity.session("s-1"));
    }

    @Test
    void a_late_message_of_an_erased_visitor_brings_him_back_in_no_session() {
        LeadId id = lead(take(said("s-1", 1, "+1 212 555 0142").verified(IdentityKind.EMAIL, JANE)));
        desk.personalData().erase(Set.of(id), new Cause(Cause.SUBJECT_REQUEST, "ticket-1"));

        CaptureOutcome late = take(said("s-2", 2, "+1 212 555 0143").verified(IdentityKind.EMAIL, "Jane@Acme.example"));

        assertThat(late.status()).isEqualTo(Status.SUPPRESSED);
    }
}
