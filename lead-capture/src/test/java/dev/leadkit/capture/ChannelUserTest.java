package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.LeadUpdate;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.identity.Duplicate;
import dev.leadkit.identity.Unmerge;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.NeedSummary;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Reason;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who a visitor is over several conversations, and what becomes of them when leads are merged and taken apart. */
class ChannelUserTest {
    private final LeadKit kit = Chats.kit(new InMemoryLeadStore());
    private final LeadDesk desk = kit.tenant(Chats.TENANT).as(Actor.user("ann"));
    private final TenantCapture capture = Chats.engine(kit).tenant(Chats.TENANT);

    private static ChatMessage said(String session, int minute, String user, String text) {
        return ChatMessage.from(session)
                .id(session + "-" + minute)
                .channel("whatsapp")
                .visitor(text)
                .at(Chats.MORNING.plusSeconds(60L * minute))
                .attribute(ChannelAdapter.USER, user)
                .build();
    }

    private LeadId lead(CaptureOutcome outcome) {
        return outcome.lead().orElseThrow();
    }

    private List<Lead> leads() {
        return desk.list(LeadQuery.all()).items();
    }

    @Test
    void one_user_of_a_channel_is_one_lead_whatever_session_he_writes_in() {
        LeadId first = lead(capture.onMessage(said("s-1", 1, "77", "I am at jane@acme.example")));
        CaptureOutcome second = capture.onMessage(said("s-2", 2, "77", "or call +1 212 555 0142, what does it cost?"));
        capture.onMessage(said("s-1", 3, "77", "and do you ship?"));

        assertThat(lead(second)).isEqualTo(first);
        assertThat(leads()).singleElement().satisfies(lead -> {
            assertThat(lead.sessions()).containsExactly("s-1", "s-2");
            assertThat(lead.engagement().messages()).isEqualTo(3);
            assertThat(lead.engagement().questions()).isEqualTo(2);
            assertThat(lead.contact().phones()).hasSize(1);
            assertThat(lead.identities()).contains(Identity.channelUser("whatsapp", "77"));
        });
        assertThat(desk.transcript(first)).hasSize(2);
    }

    @Test
    void what_he_needs_cites_the_messages_that_it_is_taken_from_whatever_the_session() {
        List<ChatMessage> messages = List.of(
                said("s-1", 1, "77", "jane@acme.example"),
                said("s-1", 2, "77", "I need twelve espresso machines"),
                said("s-2", 2, "77", "delivery to Bergen in May"));
        messages.forEach(capture::onMessage);

        NeedSummary need = Objects.requireNonNull(leads().get(0).need());

        assertThat(need.evidence()).extracting(Evidence::session).containsExactly("s-1", "s-2");
        assertThat(need.evidence().stream().map(piece -> quoted(piece, messages)))
                .containsExactly(need.text().split("; "));
    }

    /** The characters that a piece of evidence names. */
    private static String quoted(Evidence piece, List<ChatMessage> messages) {
        return messages.stream()
                .filter(message -> message.session().equals(piece.session()))
                .filter(message -> message.id().equals(piece.message()))
                .map(message -> message.text().substring(piece.start(), piece.end()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_same_id_on_another_channel_is_somebody_else() {
        LeadId first = lead(capture.onMessage(said("s-1", 1, "77", "jane@acme.example")));
        ChatMessage other = ChatMessage.from("s-2")
                .id("m")
                .channel("messenger")
                .visitor("joe@home.example")
                .at(Chats.MORNING)
                .attribute(ChannelAdapter.USER, "77")
                .build();

        assertThat(lead(capture.onMessage(other))).isNotEqualTo(first);
    }

    @Test
    void a_user_whose_lead_was_closed_begins_one_that_follows_it() {
        LeadId first = lead(capture.onMessage(said("s-1", 1, "77", "jane@acme.example")));
        desk.transition(first, "lost", "price");
        LeadId second = lead(capture.onMessage(said("s-2", 2, "77", "jane@acme.example again")));

        assertThat(second).isNotEqualTo(first);
        assertThat(desk.get(second).previous()).isEqualTo(first);
    }

    @Test
    void a_typed_address_takes_over_nobodys_lead_but_is_suggested() {
        LeadId jane = lead(capture.onMessage(said("s-1", 1, "77", "jane@acme.example")));
        LeadId mallory = lead(capture.onMessage(said("s-2", 2, "88", "jane@acme.example")));

        assertThat(mallory).isNotEqualTo(jane);
        assertThat(desk.merges().duplicates(jane))
                .singleElement()
                .satisfies(duplicate -> assertThat(duplicate.lead().id()).isEqualTo(mallory))
                .extracting(Duplicate::because)
                .satisfies(
                        because -> assertThat(because).extracting(Reason::code).containsExactly("same-email"));
    }

    @Test
    void a_user_who_turns_out_to_be_another_leads_is_only_a_claim() {
        LeadId first = lead(capture.onMessage(said("s-1", 1, "77", "jane@acme.example")));
        LeadId second = lead(capture.onMessage(ChatMessage.from("s-2")
                .id("m-1")
                .channel("whatsapp")
                .visitor("joe@home.example")
                .at(Chats.MORNING)
                .build()));
        CaptureOutcome outcome = capture.onMessage(said("s-2", 5, "77", "what does it cost?"));

        assertThat(outcome.status()).isEqualTo(Status.ADDED);
        assertThat(lead(outcome)).isEqualTo(second);
        assertThat(desk.get(second).identities())
                .contains(Identity.claimed(IdentityKind.CHANNEL_USER, "whatsapp:77"))
                .doesNotContain(Identity.channelUser("whatsapp", "77"));
        assertThat(desk.get(first).identities()).contains(Identity.channelUser("whatsapp", "77"));
    }

    @Test
    void what_the_channel_knows_fills_the_contact_and_is_no_contact_given() {
        ChatMessage hello = ChatMessage.from("s-1")
                .id("m-1")
                .channel("whatsapp")
                .visitor("hello there")
                .at(Chats.MORNING)
                .attribute(ChannelAdapter.USER, "77")
                .attribute(ChannelAdapter.NAME, "Tove Lund")
                .attribute(ChannelAdapter.PHONE, "+12125550142")
                .build();
        assertThat(capture.onMessage(hello).status()).isEqualTo(Status.NOT_CAPTURED);

        Lead lead = desk.get(lead(capture.onMessage(said("s-1", 2, "77", "I want to buy three espresso machines"))));
        assertThat(lead.contact().name()).extracting(Attributed::value).isEqualTo("Tove Lund");
        assertThat(lead.contact().phones()).singleElement().satisfies(phone -> {
            assertThat(phone.value().value()).isEqualTo("+12125550142");
            assertThat(phone.provenance().assurance()).isEqualTo(Assurance.CHANNEL);
        });

        capture.onMessage(said("s-1", 3, "77", "my name is Jane Miller"));
        assertThat(desk.get(lead.id()).contact().name())
                .extracting(Attributed::value)
                .isEqualTo("Jane Miller");
    }

    @Test
    void conversations_of_a_merged_lead_go_on_with_the_survivor_and_come_back_with_their_lead() {
        Lead manual = desk.create(NewLead.named("Jane Miller").source(LeadSource.MANUAL));
        LeadId chat = lead(capture.onMessage(said("s-1", 1, "77", "jane@acme.example")));
        desk.merges().apply(desk.merges().preview(manual.id(), chat));

        CaptureOutcome outcome = capture.onMessage(said("s-1", 2, "77", "or jm@home.example, my budget is 4,500 EUR"));
        assertThat(lead(outcome)).isEqualTo(manual.id());
        Lead merged = desk.get(manual.id());
        assertThat(merged.source()).isEqualTo(LeadSource.MANUAL);
        assertThat(merged.contact().name()).extracting(Attributed::value).isEqualTo("Jane Miller");
        assertThat(merged.contact().emails()).hasSize(2);
        desk.update(manual.id(), LeadUpdate.begin().company("Acme"));

        Unmerge apart = desk.merges().undo(chat);
        assertThat(apart.survivor().contact().emails()).isEmpty();
        assertThat(apart.survivor().contact().company())
                .extracting(Attributed::value)
                .isEqualTo("Acme");
        assertThat(apart.survivor().engagement().messages()).isZero();
        assertThat(apart.restored().contact().emails())
                .extracting(Attributed::value)
                .containsExactlyInAnyOrder("jane@acme.example", "jm@home.example");
        assertThat(apart.restored().engagement().messages()).isEqualTo(2);

        assertThat(lead(capture.refold("s-1"))).isEqualTo(chat);
        assertThat(desk.get(chat).expectedAmount())
                .satisfies(amount -> assertThat(amount.value().currency()).isEqualTo("EUR"));
        assertThat(lead(capture.onMessage(said("s-1", 3, "77", "thanks, that is all"))))
                .isEqualTo(chat);
        assertThat(leads()).hasSize(2);
    }

    @Test
    void the_score_of_a_merged_lead_is_that_of_all_its_messages_and_not_the_sum_of_two() {
        LeadId one = lead(capture.onMessage(said("s-1", 1, "77", "jane@acme.example, what does it cost?")));
        LeadId two = lead(capture.onMessage(said("s-2", 2, "88", "jane@acme.example, do you ship to Norway?")));
        Lead merged = desk.merges().apply(desk.merges().preview(one, two));

        assertThat(merged.score()).isNotNull();
        assertThat(merged.score().value()).isLessThan(desk.get(two).score().value() * 2);
        assertThat(merged.engagement().questions()).isEqualTo(2);
        capture.onMessage(said("s-1", 3, "77", "thanks, that is all"));
        assertThat(desk.get(one).engagement().messages()).isEqualTo(3);
        assertThat(desk.get(one).sessions()).containsExactly("s-1", "s-2");
    }

    @Test
    void what_a_person_chose_in_a_merge_stands_whatever_is_said_next() {
        LeadId one = lead(capture.onMessage(
                said("s-1", 1, "77", "My name is Jane Miller, jane@acme.example, my budget is 4,500 EUR")));
        LeadId two = lead(capture.onMessage(
                said("s-2", 2, "88", "My name is Janet Mill, jane@acme.example, my budget is 900 EUR")));
        desk.assign(two, "ben");
        Map<String, LeadId> chosen = Map.of(LeadField.NAME, two, LeadField.AMOUNT, two, LeadField.ASSIGNEE, two);
        Lead merged = desk.merges().apply(desk.merges().preview(one, two, chosen));

        capture.onMessage(said("s-2", 3, "88", "hello, any news?"));

        Lead after = desk.get(one);
        assertThat(after.contact().name()).extracting(Attributed::value).isEqualTo("Janet Mill");
        assertThat(after.expectedAmount()).isEqualTo(merged.expectedAmount());
        assertThat(after.assignee()).isEqualTo("ben");
        assertThat(desk.merges().undo(two).survivor().pinned()).isEmpty();
    }
}
