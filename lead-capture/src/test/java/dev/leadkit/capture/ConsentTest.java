package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Provenance;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a visitor says of the uses of his data: on his messages, at the desk and by rules. */
class ConsentTest {
    private static final Consent CONTACT = Consent.to("contact").text("2026-03");

    private final LeadKit kit = Chats.kit(new InMemoryLeadStore());
    private final LeadDesk desk = kit.tenant(Chats.TENANT).as(Actor.user("ann"));
    private final TenantCapture capture = CaptureEngine.builder(kit).build().tenant(Chats.TENANT);

    private static ChatMessage.Builder said(int minute, String text) {
        return ChatMessage.from("s-1").id("m-" + minute).visitor(text).at(Chats.MORNING.plusSeconds(60L * minute));
    }

    private LeadId lead(CaptureOutcome outcome) {
        return outcome.lead().orElseThrow();
    }

    private List<Change> consents(LeadId id) {
        return desk.timeline(id, PageRequest.first(500)).items().stream()
                .map(Activity::change)
                .filter(change -> change instanceof Change.ConsentStated || change instanceof Change.ConsentDropped)
                .toList();
    }

    @Test
    void consent_on_a_message_is_on_the_lead_with_its_source_and_on_the_timeline() {
        CaptureOutcome early = capture.onMessage(said(1, "").consent(CONTACT).build());
        LeadId id = lead(capture.onMessage(said(2, "jane@acme.example").build()));

        assertThat(early.status()).isEqualTo(Status.NOT_CAPTURED);
        Attributed<Consent> stated = desk.get(id).consent("contact").orElseThrow();
        assertThat(stated.value()).isEqualTo(new Consent("contact", true, "consent", "2026-03"));
        assertThat(stated.provenance().at()).isEqualTo(Chats.MORNING.plusSeconds(60));
        assertThat(stated.provenance().evidence()).isEqualTo(new Evidence("s-1", "m-1", 0, 0));
        assertThat(desk.get(id).consentsTo("contact")).isTrue();
        assertThat(consents(id)).containsExactly(new Change.ConsentStated(stated));
    }

    @Test
    void what_is_withdrawn_stays_visible_as_withdrawn_and_the_timeline_keeps_both() {
        LeadId id = lead(
                capture.onMessage(said(1, "jane@acme.example").consent(CONTACT).build()));
        capture.onMessage(said(2, "hello").consent(CONTACT).build());
        capture.onMessage(said(3, "").consent(Consent.withdrawnFrom("contact")).build());

        Lead lead = desk.get(id);
        assertThat(lead.consentsTo("contact")).isFalse();
        assertThat(lead.consents()).hasSize(1);
        assertThat(consents(id))
                .extracting(change ->
                        ((Change.ConsentStated) change).consent().value().given())
                .containsExactly(true, false);
    }

    @Test
    void consent_at_the_desk_stands_over_messages_until_a_later_one() {
        LeadId id = lead(
                capture.onMessage(said(1, "jane@acme.example").consent(CONTACT).build()));

        desk.consent(id, Consent.withdrawnFrom("contact"));
        Lead same = desk.consent(id, Consent.withdrawnFrom("contact"));
        capture.onMessage(said(2, "thanks").consent(CONTACT).build());

        assertThat(same.version()).isEqualTo(2);
        Attributed<Consent> stated = desk.get(id).consent("contact").orElseThrow();
        assertThat(stated.value().given()).isFalse();
        assertThat(stated.provenance().origin()).isEqualTo(Provenance.Origin.PERSON);
        assertThat(stated.provenance().by()).isEqualTo("ann");

        capture.onMessage(said(700, "after all").consent(CONTACT).build());
        assertThat(desk.get(id).consentsTo("contact")).isTrue();
    }

    @Test
    void the_desks_word_counts_after_a_message_of_a_channel_whose_clock_is_ahead() {
        LeadId id = lead(capture.onMessage(
                said(10_000, "jane@acme.example").consent(CONTACT).build()));

        desk.consent(id, Consent.withdrawnFrom("contact"));

        assertThat(desk.get(id).consentsTo("contact")).isFalse();
    }

    @Test
    void rules_ask_for_consent_and_give_it() {
        TenantCapture byRule = CaptureEngine.builder(kit)
                .rules(CaptureRules.named("careful")
                        .rule(CaptureRule.of(
                                "agreed",
                                Condition.text("(?i)^i agree"),
                                Effect.nothing().consent(CONTACT)))
                        .rule(CaptureRule.of(
                                "contact",
                                Condition.all(Condition.contact(ContactKind.EMAIL), Condition.consent("contact")),
                                Effect.lead()))
                        .build())
                .build()
                .tenant(Chats.TENANT);

        CaptureOutcome without = byRule.onMessage(said(1, "jane@acme.example").build());
        LeadId id =
                lead(byRule.onMessage(said(2, "I agree that you write to me").build()));

        assertThat(without.because())
                .singleElement()
                .satisfies(missing -> assertThat(missing.text()).isEqualTo("contact: consent to contact is not given"));
        Attributed<Consent> stated = desk.get(id).consent("contact").orElseThrow();
        assertThat(stated.value()).isEqualTo(CONTACT);
        assertThat(stated.provenance().origin()).isEqualTo(Provenance.Origin.RULE);
        assertThat(stated.provenance().by()).isEqualTo("agreed");
        assertThat(stated.provenance().evidence()).isEqualTo(new Evidence("s-1", "m-2", 0, 7));
    }

    @Test
    void what_a_rule_said_that_is_gone_stays_said() {
        Effect agreed = Effect.lead().consent(CONTACT);
        CaptureRules rules = CaptureRules.named("r")
                .rule(CaptureRule.of("agreed", Condition.text("(?i)^i agree"), agreed))
                .build();
        LeadId id = lead(CaptureEngine.builder(kit)
                .rules(rules)
                .build()
                .tenant(Chats.TENANT)
                .onMessage(said(1, "I agree").build()));

        capture.onMessage(said(2, "jane@acme.example").build());

        assertThat(desk.get(id).consentsTo("contact")).isTrue();
    }

    @Test
    void consent_goes_into_the_persons_export_and_is_erased_with_him() {
        LeadId id = lead(
                capture.onMessage(said(1, "jane@acme.example").consent(CONTACT).build()));

        String export = desk.personalData().export(Set.of(id)).toJson();
        desk.personalData().erase(Set.of(id), new Cause(Cause.SUBJECT_REQUEST, "ticket-1"));

        assertThat(export).contains("\"purpose\":\"contact\"", "\"textVersion\":\"2026-03\"", "ConsentStated");
        assertThat(desk.find(id)).isEmpty();
        assertThat(desk.personalData().exportSession("s-1").conversations()).isEmpty();
    }

    @Test
    void a_message_that_says_it_otherwise_is_refused() {
        assertThatThrownBy(() -> said(1, "").attribute("consent:contact", "yes").build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("given or withdrawn");
        assertThatThrownBy(() -> said(1, "").attribute("consent:a b", "given").build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () -> said(1, "").attribute("captureMode", "anonymous").build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none, pseudonymous, full");
    }
}
