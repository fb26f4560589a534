package dev.leadkit.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.InvalidInputException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChatMessageTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private static ChatMessage.Builder message(String id) {
        return ChatMessage.from("s1").id(id).visitor("hello").at(AT);
    }

    @Test
    void messages_stand_by_time_then_number_then_id() {
        ChatMessage late = message("a").at(AT.plusSeconds(1)).build();
        ChatMessage second = message("b").sequence(2).build();
        ChatMessage first = message("c").sequence(1).build();
        ChatMessage alike = message("d").sequence(1).build();

        assertThat(new TreeSet<>(List.of(late, second, alike, first))).containsExactly(first, alike, second, late);
    }

    @Test
    void only_what_the_visitor_says_is_his() {
        assertThat(message("a").build().isFromVisitor()).isTrue();
        assertThat(message("a").bot("hello").build().isFromVisitor()).isFalse();
        assertThat(message("a").agent("hello").build().isFromVisitor()).isFalse();
    }

    @Test
    void what_can_not_be_stored_is_replaced_and_told() {
        assertThat(message("a").build().cleaned()).isFalse();
        ChatMessage cleaned = message("a").visitor("nul\0").build();

        assertThat(cleaned.cleaned()).isTrue();
        assertThat(cleaned.text()).isEqualTo("nul\uFFFD");
    }

    @Test
    void who_the_visitor_is_by_the_hosts_word_goes_with_a_message() {
        ChatMessage message = message("a")
                .verified(IdentityKind.EXTERNAL_ID, "crm-1")
                .verified(IdentityKind.EMAIL, " Jane@Acme.example ")
                .verified(IdentityKind.PHONE, "+4790000001")
                .build();

        assertThat(message.verified())
                .containsExactlyInAnyOrder(
                        Identity.verified(IdentityKind.EXTERNAL_ID, "crm-1"),
                        Identity.verified(IdentityKind.EMAIL, "jane@acme.example"),
                        Identity.verified(IdentityKind.PHONE, "+4790000001"));
        assertThat(message("b")
                        .verified(IdentityKind.EXTERNAL_ID, "crm-1")
                        .agent("hello")
                        .build()
                        .verified())
                .isEmpty();
        assertThat(message("c")
                        .attribute("verified:phone", "0151 234")
                        .attribute("verified:email", " ")
                        .build()
                        .verified())
                .isEmpty();
        assertThat(message("d").attribute("email", "jane@acme.example").build().verified())
                .isEmpty();
    }

    @Test
    void takes_the_hosts_word_for_addresses_numbers_and_ids_alone() {
        assertThatThrownBy(() -> message("a").verified(IdentityKind.SESSION, "s1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("verified: expected EMAIL, PHONE or EXTERNAL_ID, found SESSION");
        for (String number : new String[] {"0151 2345", "+", "+47 90000001", "+1234567890123456", "4790000001"}) {
            assertThatThrownBy(() -> message("a").verified(IdentityKind.PHONE, number))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("verified: expected a number such as +4790000001");
        }
        assertThatThrownBy(() -> message("a").verified(IdentityKind.EXTERNAL_ID, " "))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void consent_goes_with_a_message_and_is_read_from_it_by_purpose() {
        Consent contact = Consent.to("contact").basis("contract").text("2026-03");
        Consent newsletter = Consent.withdrawnFrom("newsletter");

        ChatMessage message = message("a").consent(newsletter).consent(contact).build();

        assertThat(message.consents()).containsExactly(contact, newsletter);
        assertThat(message.attributes()).containsEntry("consent:newsletter", "withdrawn");
        assertThat(message("b")
                        .consent(contact)
                        .consent(Consent.to("contact"))
                        .build()
                        .consents())
                .containsExactly(Consent.to("contact"));
        assertThat(message("c").build().consents()).isEmpty();
    }

    @Test
    void of_one_message_the_withdrawal_stands_whichever_was_said_first() {
        Consent withdrawn = Consent.withdrawnFrom("contact").basis("contract");
        Consent given = Consent.to("contact").text("2026-03");

        assertThat(message("a").consent(withdrawn).consent(given).build().consents())
                .containsExactly(withdrawn);
        assertThat(message("a").consent(given).consent(withdrawn).build().consents())
                .containsExactly(withdrawn);
    }

    @Test
    void consent_that_is_neither_given_nor_withdrawn_is_refused() {
        assertThatThrownBy(
                        () -> message("a").attribute("consent:contact", "yes").build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("given or withdrawn");
    }

    @Test
    void the_mode_of_capture_is_read_from_a_message() {
        assertThat(message("a").build().captureMode()).isNull();
        for (CaptureMode mode : CaptureMode.values()) {
            assertThat(message("a").captureMode(mode).build().captureMode()).isEqualTo(mode);
        }
        assertThatThrownBy(() ->
                        message("a").attribute(ChatMessage.CAPTURE_MODE, "some").build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("one of none, pseudonymous, full");
    }

    @Test
    void of_two_modes_the_stricter_keeps_less() {
        assertThat(CaptureMode.NONE.orStricter(CaptureMode.FULL)).isEqualTo(CaptureMode.NONE);
        assertThat(CaptureMode.FULL.orStricter(CaptureMode.PSEUDONYMOUS)).isEqualTo(CaptureMode.PSEUDONYMOUS);
        assertThat(CaptureMode.FULL.orStricter(CaptureMode.FULL)).isEqualTo(CaptureMode.FULL);
    }

    @Test
    void attributes_are_kept_as_they_were_given() {
        ChatMessage message = message("a")
                .attribute(ChatMessage.REGION, "NL")
                .channel("whatsapp")
                .build();

        assertThat(message.attributes()).isEqualTo(Map.of("region", "NL"));
        assertThat(message("b")
                        .attribute("page", "2")
                        .attribute("campaign", "x")
                        .attribute("referrer", "y")
                        .build()
                        .attributes()
                        .keySet())
                .containsExactly("campaign", "page", "referrer");
        assertThat(message.channel()).isEqualTo("whatsapp");
        assertThat(message("a").build().channel()).isEqualTo("widget");
    }
}
