package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.capture.rule.CapturePolicy;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Reason;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much is kept of what visitors say, and what they agreed to. */
class CaptureModeTest {
    private final LeadKit kit = Chats.kit(new InMemoryLeadStore());
    private final LeadDesk desk = kit.tenant(Chats.TENANT).as(Actor.user("ann"));

    private TenantCapture in(CaptureMode mode) {
        return CaptureEngine.builder(kit).region("US").mode(mode).build().tenant(Chats.TENANT);
    }

    private TenantCapture fullOnConsent() {
        return CaptureEngine.builder(kit)
                .region("US")
                .mode(CaptureMode.PSEUDONYMOUS)
                .fullOnConsentTo("contact")
                .build()
                .tenant(Chats.TENANT);
    }

    private static ChatMessage.Builder said(int minute, String text) {
        return ChatMessage.from("s-1").id("m-" + minute).visitor(text).at(Chats.MORNING.plusSeconds(60L * minute));
    }

    private Optional<Transcript> stored() {
        return kit.wiring().store().transcript(kit.tenant(Chats.TENANT).id(), "s-1");
    }

    private Lead lead(CaptureOutcome outcome) {
        return desk.get(outcome.lead().orElseThrow());
    }

    private static List<String> codes(CaptureOutcome outcome) {
        return outcome.because().stream().map(Reason::code).toList();
    }

    @Test
    void each_tenant_has_a_mode_of_its_own() {
        CaptureEngine engine = CaptureEngine.builder(kit)
                .modeOfTenant(tenant -> tenant.equals("acme") ? CaptureMode.NONE : CaptureMode.FULL)
                .build();

        assertThat(engine.tenant("acme")
                        .onMessage(said(1, "jane@acme.example").build())
                        .status())
                .isEqualTo(Status.NOT_KEPT);
        assertThat(engine.tenant("globex")
                        .onMessage(said(1, "jane@acme.example").build())
                        .status())
                .isEqualTo(Status.CAPTURED);
    }

    @Test
    void in_mode_none_nothing_is_kept_but_a_count_with_its_reason() {
        CaptureEngine engine = CaptureEngine.builder(kit).mode(CaptureMode.NONE).build();
        TenantCapture capture = engine.tenant(Chats.TENANT);
        ChatMessage message = said(1, "I want to buy three, jane@acme.example").build();

        for (int delivery = 0; delivery < 2; delivery++) {
            CaptureOutcome outcome = capture.onMessage(message);
            assertThat(outcome.status()).isEqualTo(Status.NOT_KEPT);
            assertThat(outcome.lead()).isEmpty();
            assertThat(codes(outcome)).containsExactly("mode-none");
        }

        assertThat(stored()).isEmpty();
        assertThat(capture.explain("s-1")).isEmpty();
        assertThat(desk.list(LeadQuery.all()).items()).isEmpty();
        assertThat(engine.counters().of(Status.NOT_KEPT, "mode-none")).isEqualTo(2);
        assertThatThrownBy(() -> capture.promote("s-1", Actor.user("ann"))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_pseudonymous_lead_knows_what_happened_and_nothing_of_whom() {
        TenantCapture capture = in(CaptureMode.PSEUDONYMOUS);
        ChatMessage message = said(1, "I am Jane Miller, jane@acme.example. What does the large one cost?")
                .attribute(ChannelAdapter.USER, "wa-77")
                .attribute(ChannelAdapter.NAME, "Janie")
                .attribute(ChannelAdapter.PHONE, "+12125550142")
                .build();

        CaptureOutcome outcome = capture.onMessage(message);

        assertThat(outcome.status()).isEqualTo(Status.CAPTURED);
        assertThat(outcome.notices()).contains(CaptureOutcome.PSEUDONYMOUS);
        Lead lead = lead(outcome);
        assertThat(lead.contact()).isEqualTo(Contact.UNKNOWN);
        assertThat(lead.identities()).containsExactly(Identity.session("s-1"));
        assertThat(lead.need()).isNull();
        assertThat(lead.engagement().messages()).isEqualTo(1);
        assertThat(lead.engagement().questions()).isEqualTo(1);
        assertThat(lead.capturedBecause()).extracting(Reason::text).containsExactly("e-mail or phone was given");
        assertThat(stored().orElseThrow().messages()).singleElement().satisfies(kept -> {
            assertThat(kept.text()).isEmpty();
            assertThat(kept.id()).isNotEqualTo(message.id());
            assertThat(kept.at()).isEqualTo(message.at());
        });
        assertThat(capture.onMessage(message).status()).isEqualTo(Status.REPEATED);
    }

    @Test
    void rules_see_a_pseudonymous_message_alike_now_and_when_it_is_read_again() {
        CaptureEngine.Builder settings =
                CaptureEngine.builder(kit).rules(Chats.rules()).mode(CaptureMode.PSEUDONYMOUS);
        TenantCapture capture = settings.build().tenant(Chats.TENANT);
        capture.onMessage(said(1, "we need a demo for twelve people").build());
        Lead before = lead(capture.onMessage(
                said(2, "I want to buy three espresso machines").build()));

        CaptureOutcome again = settings.build().tenant(Chats.TENANT).refold("s-1");

        assertThat(before.tags()).contains("demo", "buyer");
        assertThat(lead(again).toBuilder().version(before.version()).build()).isEqualTo(before);
    }

    @Test
    void a_mark_is_taken_without_its_words() {
        TenantCapture capture = in(CaptureMode.PSEUDONYMOUS);
        capture.onMessage(said(1, "hello").build());

        CaptureOutcome outcome = capture.markQualified("s-1", Actor.user("ann"), "Jane of Acme called");

        assertThat(outcome.status()).isEqualTo(Status.CAPTURED);
        assertThat(stored().orElseThrow().conversation().marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.reason()).isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "106540352242922:4915123456789",
                "widget:jane@acme.example",
                "+47 12345678",
                "whatsapp-4917012345678"
            })
    void a_session_that_tells_the_person_is_not_kept_pseudonymously(String session) {
        ChatMessage message = ChatMessage.from(session)
                .id("m-1")
                .visitor("I want to buy three")
                .at(Chats.MORNING)
                .build();

        CaptureOutcome outcome = in(CaptureMode.PSEUDONYMOUS).onMessage(message);

        assertThat(outcome.status()).isEqualTo(Status.NOT_KEPT);
        assertThat(codes(outcome)).containsExactly("session-tells-person");
        assertThat(kit.wiring().store().transcript(kit.tenant(Chats.TENANT).id(), session))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session-42",
                "12345678-1234-1234-1234-1234567890ab",
                "page:17841400000000000",
                "chat:1234567",
                "106540352242922:DE.13491208655302741918",
                "102938475610293:6543219876543210",
                "215469834072305"
            })
    void captures_pseudonymously_a_session_whose_id_tells_nobody(String session) {
        ChatMessage message = ChatMessage.from(session)
                .id("m-1")
                .visitor("hello")
                .at(Chats.MORNING)
                .build();

        assertThat(in(CaptureMode.PSEUDONYMOUS).onMessage(message).status()).isEqualTo(Status.NOT_CAPTURED);
    }

    @Test
    void consent_opens_a_conversation_from_then_on_and_its_withdrawal_closes_it() {
        TenantCapture capture = fullOnConsent();
        capture.onMessage(said(1, "I am Jane Miller, I want to buy three espresso machines")
                .build());
        CaptureOutcome ticked = capture.onMessage(
                said(2, "").consent(Consent.to("contact").text("2026-03")).build());
        CaptureOutcome open = capture.onMessage(said(3, "jane@acme.example").build());
        capture.onMessage(said(4, "").consent(Consent.withdrawnFrom("contact")).build());
        CaptureOutcome shut =
                capture.onMessage(said(5, "or call +1 212 555 0142").build());

        assertThat(ticked.notices()).isEmpty();
        assertThat(open.notices()).isEmpty();
        assertThat(shut.notices()).containsExactly(CaptureOutcome.PSEUDONYMOUS);
        Lead lead = lead(shut);
        assertThat(lead.contact().name()).isNull();
        assertThat(lead.contact().emails()).extracting(Attributed::value).containsExactly("jane@acme.example");
        assertThat(lead.contact().phones()).isEmpty();
        assertThat(lead.consentsTo("contact")).isFalse();
        assertThat(stored().orElseThrow().messages())
                .extracting(ChatMessage::text)
                .containsExactly("", "", "jane@acme.example", "", "");
    }

    @Test
    void consent_that_is_recorded_or_withdrawn_at_the_desk_counts_from_the_next_message_on() {
        TenantCapture capture = fullOnConsent();
        LeadId id = lead(capture.onMessage(
                        said(1, "I want to buy three espresso machines").build()))
                .id();

        desk.consent(id, Consent.to("contact"));
        // Sent after what was recorded, which the desk's clock dates in the evening.
        CaptureOutcome open = capture.onMessage(said(700, "jane@acme.example").build());
        assertThat(open.notices()).isEmpty();

        desk.consent(id, Consent.withdrawnFrom("contact"));
        CaptureOutcome shut = capture.onMessage(said(701, "+1 212 555 0142").build());
        assertThat(shut.notices()).containsExactly(CaptureOutcome.PSEUDONYMOUS);
        assertThat(desk.get(id).contact().emails()).hasSize(1);
        assertThat(desk.get(id).contact().phones()).isEmpty();
    }

    @Test
    void consent_that_a_rule_hears_or_hears_withdrawn_counts_from_the_next_message_on() {
        TenantCapture capture = CaptureEngine.builder(kit)
                .region("US")
                .rules(CaptureRules.named("consent")
                        .policy(CapturePolicy.EVERYONE)
                        .rule(CaptureRule.of(
                                "agrees",
                                Condition.text("(?i)i agree"),
                                Effect.nothing().consent(Consent.to("contact"))))
                        .rule(CaptureRule.of(
                                "refuses",
                                Condition.text("(?i)delete that"),
                                Effect.nothing().consent(Consent.withdrawnFrom("contact"))))
                        .build())
                .mode(CaptureMode.PSEUDONYMOUS)
                .fullOnConsentTo("contact")
                .build()
                .tenant(Chats.TENANT);

        CaptureOutcome agreed =
                capture.onMessage(said(1, "I agree, I am Jane Miller").build());
        CaptureOutcome open = capture.onMessage(said(2, "jane@acme.example").build());
        CaptureOutcome refused = capture.onMessage(said(3, "delete that").build());
        CaptureOutcome shut = capture.onMessage(said(4, "+1 212 555 0142").build());

        assertThat(agreed.notices()).containsExactly(CaptureOutcome.PSEUDONYMOUS);
        assertThat(open.notices()).isEmpty();
        assertThat(refused.notices()).isEmpty();
        assertThat(shut.notices()).containsExactly(CaptureOutcome.PSEUDONYMOUS);
        assertThat(lead(shut).contact().name()).isNull();
        assertThat(lead(shut).contact().emails()).hasSize(1);
        assertThat(lead(shut).contact().phones()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 64 * 1024 * 1024})
    void a_withdrawal_outlives_the_lead_on_which_it_stands(int cacheBytes) {
        TenantCapture capture = CaptureEngine.builder(kit)
                .region("US")
                .cacheBytes(cacheBytes)
                .mode(CaptureMode.PSEUDONYMOUS)
                .fullOnConsentTo("contact")
                .build()
                .tenant(Chats.TENANT);
        LeadId first = lead(capture.onMessage(said(1, "I want to buy three, jane@acme.example")
                        .consent(Consent.to("contact"))
                        .build()))
                .id();
        desk.consent(first, Consent.withdrawnFrom("contact"));
        desk.transition(first, "lost", "not interested");

        CaptureOutcome again = capture.onMessage(
                said(700, "I want to buy three espresso machines").build());
        CaptureOutcome next =
                capture.onMessage(said(701, "or call +1 212 555 0142").build());

        assertThat(List.of(again, next))
                .allSatisfy(outcome -> assertThat(outcome.notices()).containsExactly(CaptureOutcome.PSEUDONYMOUS));
        assertThat(lead(next).previous()).isEqualTo(first);
        assertThat(lead(next).contact()).isEqualTo(Contact.UNKNOWN);
    }

    @Test
    void a_withdrawal_that_is_recorded_on_a_closed_lead_counts_for_the_one_that_followed_it() {
        TenantCapture capture = fullOnConsent();
        LeadId first = lead(capture.onMessage(said(1, "I want to buy three, jane@acme.example")
                        .consent(Consent.to("contact"))
                        .build()))
                .id();
        desk.transition(first, "lost", "not interested");
        capture.onMessage(said(700, "I want to buy three espresso machines").build());
        desk.consent(first, Consent.withdrawnFrom("contact"));

        CaptureOutcome next =
                capture.onMessage(said(701, "or call +1 212 555 0142").build());

        assertThat(next.notices()).containsExactly(CaptureOutcome.PSEUDONYMOUS);
        assertThat(lead(next).contact().phones()).isEmpty();
    }

    @Test
    void nothing_more_is_taken_after_a_withdrawal_though_it_was_sent_before() {
        TenantCapture capture = fullOnConsent();
        capture.onMessage(said(1, "").consent(Consent.to("contact")).build());
        capture.onMessage(said(5, "").consent(Consent.withdrawnFrom("contact")).build());

        CaptureOutcome late = capture.onMessage(said(3, "jane@acme.example").build());

        assertThat(late.notices()).containsExactly(CaptureOutcome.PSEUDONYMOUS);
        assertThat(lead(late).contact()).isEqualTo(Contact.UNKNOWN);
    }

    @Test
    void a_conversation_can_be_shut_altogether_and_stays_so() {
        TenantCapture capture = in(CaptureMode.FULL);
        LeadId id =
                lead(capture.onMessage(said(1, "jane@acme.example").build())).id();

        CaptureOutcome refused = capture.onMessage(said(2, "please keep nothing, I am Jane Miller")
                .captureMode(CaptureMode.NONE)
                .build());
        CaptureOutcome after =
                in(CaptureMode.FULL).onMessage(said(3, "+1 212 555 0142").build());
        CaptureOutcome marked = capture.markQualified("s-1", Actor.user("ann"), null);

        for (CaptureOutcome outcome : List.of(refused, after, marked)) {
            assertThat(outcome.status()).isEqualTo(Status.NOT_KEPT);
            assertThat(codes(outcome)).containsExactly("mode-none");
        }
        assertThat(stored().orElseThrow().messages())
                .extracting(ChatMessage::text)
                .containsExactly("jane@acme.example", "");
        assertThat(desk.get(id).contact().name()).isNull();
        assertThat(desk.get(id).engagement().messages()).isEqualTo(1);

        CaptureOutcome open = capture.onMessage(
                said(4, "+1 212 555 0142").captureMode(CaptureMode.FULL).build());
        assertThat(lead(open).contact().phones()).hasSize(1);
    }

    @Test
    void a_refusal_makes_nobody_a_lead_even_where_everyone_is_captured() {
        TenantCapture capture = CaptureEngine.builder(kit)
                .rules(CaptureRules.named("all").policy(CapturePolicy.EVERYONE).build())
                .build()
                .tenant(Chats.TENANT);

        capture.onMessage(said(1, "no thanks").captureMode(CaptureMode.NONE).build());
        capture.onMessage(said(2, "hello").build());

        assertThat(desk.list(LeadQuery.all()).items()).isEmpty();
    }

    @Test
    void of_several_messages_those_are_kept_that_may_be() {
        CaptureOutcome outcome = in(CaptureMode.NONE)
                .onMessages(List.of(
                        said(1, "my name is Jane Miller").build(),
                        said(2, "jane@acme.example")
                                .captureMode(CaptureMode.FULL)
                                .build()))
                .get("s-1");

        assertThat(outcome.status()).isEqualTo(Status.CAPTURED);
        assertThat(outcome.notices()).containsExactly(CaptureOutcome.SOME_NOT_KEPT);
        assertThat(lead(outcome).contact().name()).isNull();
    }

    @Test
    void nobody_but_we_can_say_what_stands_in_place_of_a_text() {
        CaptureOutcome outcome = in(CaptureMode.FULL)
                .onMessage(said(1, "jane@acme.example")
                        .attribute("withheld.mode", "none")
                        .attribute("campaign", "spring")
                        .build());

        assertThat(outcome.status()).isEqualTo(Status.CAPTURED);
        assertThat(stored().orElseThrow().messages().get(0).attributes()).containsOnlyKeys("campaign");
    }

    @Test
    void an_erased_visitor_is_not_taken_again_in_any_mode() {
        ChatMessage message = said(1, "I want to buy three, jane@acme.example").build();
        LeadId id = lead(in(CaptureMode.FULL).onMessage(message)).id();
        desk.personalData().erase(Set.of(id), new Cause(Cause.SUBJECT_REQUEST, "ticket-1"));

        for (CaptureMode mode : CaptureMode.values()) {
            CaptureOutcome outcome = in(mode).onMessage(message);
            assertThat(outcome.status()).isEqualTo(Status.SUPPRESSED);
            assertThat(codes(outcome)).containsExactly("erased");
        }
        assertThat(stored()).isEmpty();
        assertThat(desk.timeline(id, PageRequest.first(10)).items()).isEmpty();
    }
}
