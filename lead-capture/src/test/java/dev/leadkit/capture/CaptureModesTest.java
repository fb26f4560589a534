package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which mode a message is taken, by what was stated before it and since. */
class CaptureModesTest {
    private static final TenantId ACME = TenantId.of("acme");

    private final CaptureModes modes = new CaptureModes(tenant -> CaptureMode.PSEUDONYMOUS, "contact", tenant -> true);

    @Test
    void a_tenant_whose_plan_has_no_capture_is_captured_in_no_mode() {
        CaptureModes closed = new CaptureModes(tenant -> CaptureMode.FULL, null, tenant -> false);

        assertThat(closed.of(said(1).build(), ACME, List.of(), List.of())).isEqualTo(CaptureMode.NONE);
        assertThat(closed.now(ACME, List.of(), List.of())).isEqualTo(CaptureMode.NONE);
    }

    @Test
    void without_a_statement_the_mode_is_the_one_it_begins_in() {
        assertThat(modes.of(said(1).build(), ACME, List.of(), List.of())).isEqualTo(CaptureMode.PSEUDONYMOUS);
        assertThat(CaptureModes.FULL.of(said(1).build(), ACME, List.of(), List.of()))
                .isEqualTo(CaptureMode.FULL);
    }

    @Test
    void a_message_after_a_consent_is_taken_in_full_and_one_before_it_is_not() {
        List<ChatMessage> statements =
                List.of(said(5).consent(Consent.to("contact")).build());

        assertThat(modes.of(said(6).build(), ACME, statements, List.of())).isEqualTo(CaptureMode.FULL);
        assertThat(modes.of(said(4).build(), ACME, statements, List.of())).isEqualTo(CaptureMode.PSEUDONYMOUS);
    }

    @Test
    void a_message_that_consents_is_itself_taken_in_full() {
        ChatMessage message = said(5).consent(Consent.to("contact")).build();

        assertThat(modes.of(message, ACME, List.of(message), List.of())).isEqualTo(CaptureMode.FULL);
    }

    @Test
    void a_consent_to_something_else_has_no_say() {
        ChatMessage message = said(5).consent(Consent.to("newsletter")).build();

        assertThat(modes.isStatement(message)).isFalse();
        assertThat(modes.of(said(6).build(), ACME, List.of(message), List.of())).isEqualTo(CaptureMode.PSEUDONYMOUS);
    }

    @Test
    void after_a_withdrawal_nothing_more_is_taken_of_earlier_messages_either() {
        List<ChatMessage> statements = List.of(
                said(1).consent(Consent.to("contact")).build(),
                said(9).consent(Consent.withdrawnFrom("contact")).build());

        assertThat(modes.of(said(5).build(), ACME, statements, List.of())).isEqualTo(CaptureMode.PSEUDONYMOUS);
    }

    @Test
    void of_two_statements_in_one_place_the_stricter_counts() {
        List<ChatMessage> statements = List.of(
                said(5).id("a").captureMode(CaptureMode.NONE).build(),
                said(5).id("b").captureMode(CaptureMode.FULL).build());

        assertThat(modes.now(ACME, statements, List.of())).isEqualTo(CaptureMode.NONE);
    }

    @Test
    void of_a_statement_and_the_leads_consent_the_later_counts() {
        List<ChatMessage> statements =
                List.of(said(5).captureMode(CaptureMode.NONE).build());

        assertThat(modes.now(ACME, statements, List.of(consented(6)))).isEqualTo(CaptureMode.FULL);
        assertThat(modes.now(ACME, statements, List.of(consented(5)))).isEqualTo(CaptureMode.NONE);
        assertThat(modes.now(ACME, statements, List.of(consented(4)))).isEqualTo(CaptureMode.NONE);
        assertThat(modes.now(ACME, List.of(), List.of(consented(4)))).isEqualTo(CaptureMode.FULL);
    }

    @Test
    void what_was_decided_on_the_lead_counts_for_messages_after_it_alone() {
        assertThat(modes.of(said(6).build(), ACME, List.of(), List.of(consented(5))))
                .isEqualTo(CaptureMode.FULL);
        assertThat(modes.of(said(5).build(), ACME, List.of(), List.of(consented(5))))
                .isEqualTo(CaptureMode.PSEUDONYMOUS);
        assertThat(modes.of(said(4).build(), ACME, List.of(), List.of(consented(5))))
                .isEqualTo(CaptureMode.PSEUDONYMOUS);
    }

    @Test
    void of_a_mode_and_a_consent_in_one_message_the_stricter_counts() {
        ChatMessage withdrawing = said(5).captureMode(CaptureMode.FULL)
                .consent(Consent.withdrawnFrom("contact"))
                .build();
        ChatMessage agreeing = said(5).captureMode(CaptureMode.NONE)
                .consent(Consent.to("contact"))
                .build();

        assertThat(modes.of(withdrawing, ACME, List.of(withdrawing), List.of())).isEqualTo(CaptureMode.PSEUDONYMOUS);
        assertThat(modes.now(ACME, List.of(withdrawing), List.of())).isEqualTo(CaptureMode.PSEUDONYMOUS);
        assertThat(modes.now(ACME, List.of(agreeing), List.of())).isEqualTo(CaptureMode.NONE);
    }

    @Test
    void of_several_leads_of_a_conversation_the_latest_consent_counts() {
        List<ChatMessage> statements =
                List.of(said(1).consent(Consent.to("contact")).build());
        Lead first = stated(Consent.withdrawnFrom("contact"), 5);

        assertThat(modes.now(ACME, statements, List.of(first, stated(Consent.to("newsletter"), 6))))
                .isEqualTo(CaptureMode.PSEUDONYMOUS);
        assertThat(modes.now(ACME, statements, List.of(first, consented(6)))).isEqualTo(CaptureMode.FULL);
        assertThat(modes.now(ACME, statements, List.of(consented(6), first))).isEqualTo(CaptureMode.FULL);
    }

    private static Lead consented(int second) {
        return stated(Consent.to("contact"), second);
    }

    private static Lead stated(Consent consent, int second) {
        return Lead.builder(
                        LeadId.parse("00000000-0000-0000-0000-000000000001"),
                        ACME,
                        LeadSource.of("widget"),
                        Chats.MORNING)
                .stage("sales", 1, "new", false, Chats.MORNING)
                .consents(List.of(
                        new Attributed<>(consent, Provenance.by(Actor.user("ann"), Chats.MORNING.plusSeconds(second)))))
                .build();
    }

    private static ChatMessage.Builder said(int second) {
        return ChatMessage.from("s").id("m" + second).visitor("hello").at(Chats.MORNING.plusSeconds(second));
    }
}
