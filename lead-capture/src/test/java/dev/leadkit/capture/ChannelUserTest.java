package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.LeadUpdate;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.capture.adapter.WhatsAppAdapter;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.identity.Duplicate;
import dev.leadkit.identity.Unmerge;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Cause;
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
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(second.status()).isEqualTo(Status.ADDED);
        assertThat(second.because()).extracting(Reason::code).containsExactly("contact", "known-channel-user");
        assertThat(desk.timeline(first, PageRequest.first(50)).items())
                .extracting(Activity::cause)
                .contains(new Cause(Cause.KNOWN_CHANNEL_USER, "s-2-2"));
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
                said("s-2", 2, "77", "I want to buy two grinders too"));
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
        CaptureOutcome outcome = capture.onMessage(said("s-2", 2, "77", "jane@acme.example again"));
        LeadId second = lead(outcome);

        assertThat(outcome.because()).extracting(Reason::code).containsExactly("contact", "follows-closed");
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
        assertThat(suggestedFor(second)).containsExactly("same-user");
        assertThat(suggestedFor(first)).containsExactly("same-user");
    }

    private List<String> suggestedFor(LeadId lead) {
        return desk.merges().duplicates(lead).stream()
                .flatMap(duplicate -> duplicate.because().stream())
                .map(Reason::code)
                .toList();
    }

    @Test
    void two_leads_whose_ids_one_message_carries_are_suggested() {
        LeadId scoped = lead(capture.onMessage(said("s-1", 1, "NO.15", "jane@acme.example")));
        LeadId number = lead(capture.onMessage(said("s-2", 2, "4790000001", "joe@home.example")));
        capture.onMessage(ChatMessage.from("s-3")
                .id("m-1")
                .channel("whatsapp")
                .visitor("what does it cost? jane@acme.example")
                .at(Chats.MORNING.plusSeconds(300))
                .attribute(ChannelAdapter.USER, "NO.15")
                .attribute(ChannelAdapter.OTHER_USER, "4790000001")
                .build());

        assertThat(suggestedFor(scoped)).containsExactly("same-user");
        assertThat(suggestedFor(number)).containsExactly("same-user");
    }

    @ParameterizedTest
    @CsvSource({
        "5215512345678, +52 55 1234 5678", // Mexico's mobile 1
        "553187654321, +55 31 98765-4321", // Brazil's ninth digit
        "5491123456789, +54 11 2345-6789", // Argentina's mobile 9
    })
    void a_number_that_whatsapp_writes_in_the_old_way_is_that_of_who_types_the_new_one(String whatsApp, String typed) {
        LeadKit exact = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .normalizer(new LibPhoneNormalizer())
                .build();
        TenantCapture captures = CaptureEngine.builder(exact).build().tenant(Chats.TENANT);
        String post = """
                {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value": {
                    "metadata": {"phone_number_id": "77"}, "contacts": [{"wa_id": "%1$s"}],
                    "messages": [{"from": "%1$s", "id": "w-1", "timestamp": "1772442000", "type": "text",
                        "text": {"body": "Hola, write to juan@home.example"}}]}}]}]}""".formatted(whatsApp);
        captures.onMessages(new WhatsAppAdapter().read(post).messages());
        CaptureOutcome web = captures.onMessage(ChatMessage.from("web-1")
                .id("m-1")
                .visitor("my number is " + typed)
                .at(Chats.MORNING)
                .build());
        LeadDesk his = exact.tenant(Chats.TENANT).as(Actor.user("ann"));

        assertThat(his.merges().duplicates(lead(web))).singleElement().satisfies(duplicate -> {
            assertThat(duplicate.because()).extracting(Reason::code).containsExactly("same-phone");
            assertThat(duplicate.lead().contact().phones())
                    .extracting(phone -> phone.value().value())
                    .containsExactly("+" + whatsApp);
            assertThat(his.merges().duplicates(duplicate.lead().id())).hasSize(1);
        });
    }

    @Test
    void one_conversation_takes_back_nothing_that_another_led_to_alone() {
        ChatMessage spam = said("s-1", 1, "77", "I have cheap backlinks for you");
        ChatMessage address = said("s-1", 2, "77", "kim@acme.example");
        ChatMessage wish = said("s-2", 3, "77", "I need 20 chairs, jo@home.example");
        ChatMessage number = said("s-2", 4, "77", "or call me on +1 212 555 0142");
        for (List<ChatMessage> order : orders(List.of(spam, address, wish, number))) {
            LeadKit fresh = Chats.kit(new InMemoryLeadStore());
            TenantCapture itsCapture = Chats.engine(fresh).tenant(Chats.TENANT);
            order.forEach(itsCapture::onMessage);

            assertThat(fresh.tenant(Chats.TENANT)
                            .as(Actor.user("ann"))
                            .list(LeadQuery.all())
                            .items())
                    .as("%s", order.stream().map(ChatMessage::id).toList())
                    .singleElement()
                    .satisfies(lead -> assertThat(lead.sessions()).contains("s-2"))
                    .satisfies(lead -> assertThat(lead.contact().emails())
                            .extracting(Attributed::value)
                            .contains("jo@home.example"));
        }
    }

    @Test
    void a_lead_of_several_conversations_of_which_none_is_captured_alone_is_withdrawn() {
        capture.onMessage(said("s-1", 2, "77", "kim@acme.example"));
        capture.onMessage(said("s-2", 4, "77", "jo@home.example"));

        CaptureOutcome first = capture.onMessage(said("s-1", 1, "77", "I have cheap backlinks for you"));
        CaptureOutcome second = capture.onMessage(said("s-2", 3, "77", "I have cheap backlinks for you"));

        assertThat(first.status()).isEqualTo(Status.ADDED);
        assertThat(second.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(leads()).isEmpty();
    }

    private static List<List<ChatMessage>> orders(List<ChatMessage> messages) {
        if (messages.isEmpty()) {
            return List.of(List.of());
        }
        List<List<ChatMessage>> orders = new ArrayList<>();
        for (ChatMessage first : messages) {
            List<ChatMessage> others = new ArrayList<>(messages);
            others.remove(first);
            for (List<ChatMessage> rest : orders(others)) {
                List<ChatMessage> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
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
    void what_a_channel_led_to_stays_after_a_merge_with_an_older_lead_of_another_channel() {
        CaptureRules rules = CaptureRules.named("channels")
                .rule(CaptureRule.of("contact", Condition.contact(ContactKind.ANY), Effect.lead()))
                .rule(CaptureRule.of(
                        "whatsapp",
                        Condition.channel("whatsapp"),
                        Effect.nothing().tags("wa").stage("contacted").assignee("wendy")))
                .build();
        TenantCapture byChannel =
                CaptureEngine.builder(kit).rules(rules).build().tenant(Chats.TENANT);
        LeadId widget = lead(byChannel.onMessage(ChatMessage.from("s-1")
                .id("m-1")
                .channel("widget")
                .visitor("jane@acme.example")
                .at(Chats.MORNING)
                .build()));
        LeadId whatsapp = lead(byChannel.onMessage(said("s-2", 1, "77", "jane@acme.example")));
        desk.merges().apply(desk.merges().preview(whatsapp, widget));

        assertThat(lead(byChannel.onMessage(said("s-2", 2, "77", "any news?")))).isEqualTo(whatsapp);

        Lead merged = desk.get(whatsapp);
        assertThat(merged.stage()).isEqualTo("contacted");
        assertThat(merged.tags()).containsExactly("wa");
        assertThat(merged.assignee()).isEqualTo("wendy");
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
