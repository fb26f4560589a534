package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureReplay.Difference;
import dev.leadkit.capture.CaptureReplay.Kind;
import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.identity.LeadPolicy;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.ForwardingLeadStore;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.TimeRange;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaptureReplayTest {
    private static final CaptureRules BY_EMAIL = CaptureRules.named("by-email")
            .rule(CaptureRule.of("email", Condition.contact(ContactKind.EMAIL), Effect.lead()))
            .build();

    private static final CaptureRules BY_PHONE = CaptureRules.named("by-phone")
            .rule(CaptureRule.of("phone", Condition.contact(ContactKind.PHONE), Effect.lead()))
            .rule(CaptureRule.of(
                    "large", Condition.text("fleet"), Effect.nothing().tags("large")))
            .build();

    private final LeadKit kit = Chats.kit(new InMemoryLeadStore());
    private final TenantCapture capture =
            CaptureEngine.builder(kit).rules(BY_EMAIL).region("US").build().tenant(Chats.TENANT);

    @Test
    void says_who_would_be_captured_in_addition_who_no_more_and_what_would_change() {
        say("mail", "jane@acme.example");
        say("phone", "call me on +1 212 555 0142");
        say("both", "jane@acme.example or +1 212 555 0142, for our fleet");
        say("looker", "hello");

        CaptureReplay replay = capture.replay(BY_PHONE, List.of("mail", "phone", "both", "looker", "nobody", "mail"));

        assertThat(replay.differences())
                .extracting(Difference::session, Difference::kind)
                .containsExactly(tuple("mail", Kind.GONE), tuple("phone", Kind.ADDED), tuple("both", Kind.CHANGED));
        assertThat(replay.count(Kind.ADDED)).isEqualTo(1);
        assertThat(replay.same()).isEqualTo(1);
        assertThat(replay.unknown()).containsExactly("nobody");
        Difference both = replay.differences().get(2);
        assertThat(both.before().fired()).containsExactly("email");
        assertThat(both.after().fired()).containsExactly("phone", "large");
        assertThat(both.after().tags()).containsExactly("large");
        assertThat(replay.differences().get(0).after().because())
                .extracting("code")
                .containsExactly("contact-missing");
    }

    @Test
    void a_consent_that_only_one_of_the_rules_records_is_a_difference() {
        say("mail", "jane@acme.example");
        CaptureRules withConsent = CaptureRules.named("by-email")
                .rule(CaptureRule.of(
                        "email",
                        Condition.contact(ContactKind.EMAIL),
                        Effect.lead().consent(Consent.to("marketing"))))
                .build();

        CaptureReplay replay = capture.replay(withConsent, List.of("mail"));

        assertThat(replay.differences()).extracting(Difference::kind).containsExactly(Kind.CHANGED);
        assertThat(replay.differences().get(0).before().consents()).isEmpty();
        assertThat(replay.differences().get(0).after().consents()).containsExactly(Consent.to("marketing"));
    }

    @Test
    void over_a_range_it_takes_the_conversations_of_the_leads_created_in_it() {
        say("mail", "jane@acme.example");
        say("looker", "hello");

        CaptureReplay within = capture.replay(BY_PHONE, TimeRange.between(Chats.MORNING, Chats.MORNING.plusSeconds(1)));
        CaptureReplay after = capture.replay(BY_PHONE, new TimeRange(Chats.MORNING.plusSeconds(1), null));

        assertThat(within.differences()).extracting(Difference::session).containsExactly("mail");
        assertThat(after).isEqualTo(new CaptureReplay(0, List.of(), List.of()));
    }

    @Test
    void writes_nothing_and_leaves_what_a_person_set_alone() {
        say("mail", "jane@acme.example");
        Lead lead = leads(kit).get(0);
        kit.tenant(Chats.TENANT).as(Actor.user("ann")).tag(lead.id(), "vip");
        Lead before = leads(kit).get(0);

        CaptureReplay replay = capture.replay(BY_PHONE, List.of("mail"));

        assertThat(replay.differences())
                .singleElement()
                .satisfies(gone -> assertThat(gone.before().tags()).isEmpty());
        assertThat(leads(kit)).containsExactly(before);
    }

    @Test
    void a_conversation_of_several_parts_counts_once() {
        say("mail", "jane@acme.example");
        kit.tenant(Chats.TENANT)
                .as(Actor.user("ann"))
                .transition(leads(kit).get(0).id(), "lost", "price");
        capture.onMessage(ChatMessage.from("mail")
                .id("m2")
                .visitor("jo@acme.example")
                .at(Chats.EVENING.plusSeconds(60))
                .build());

        CaptureReplay replay = capture.replay(BY_PHONE, List.of("mail"));

        assertThat(replay.differences())
                .extracting(Difference::segment, Difference::kind)
                .containsExactly(tuple(0, Kind.GONE), tuple(1, Kind.GONE));
        assertThat(replay.count(Kind.GONE)).isEqualTo(1);
        assertThat(replay.same()).isZero();
    }

    @Test
    void how_many_leads_a_person_gets_is_left_as_it_is() {
        for (String session : List.of("one", "two")) {
            capture.onMessage(ChatMessage.from(session)
                    .id("m1")
                    .channel("whatsapp")
                    .visitor("jane@acme.example")
                    .at(Chats.MORNING)
                    .attribute(ChannelAdapter.USER, "77")
                    .build());
        }
        CaptureRules each = CaptureRules.named("each")
                .leads(LeadPolicy.PER_CONVERSATION)
                .rule(BY_EMAIL.rules().get(0))
                .build();

        assertThat(capture.replay(each, List.of("one", "two")).same()).isEqualTo(2);
    }

    @Test
    void the_conversations_of_one_lead_are_read_together_once() {
        var store = new AskedStore();
        TenantCapture joined =
                CaptureEngine.builder(Chats.kit(store)).rules(BY_EMAIL).build().tenant(Chats.TENANT);
        for (int i = 0; i < 20; i++) {
            joined.onMessage(ChatMessage.from("s-" + i)
                    .id("m1")
                    .channel("whatsapp")
                    .visitor(i == 0 ? "jane@acme.example" : "jane.%d@acme.example".formatted(i))
                    .at(Chats.MORNING.plusSeconds(i))
                    .attribute(ChannelAdapter.USER, "77")
                    .build());
        }
        store.asked();

        CaptureReplay replay = joined.replay(BY_PHONE, TimeRange.ALWAYS);

        assertThat(replay.differences()).hasSize(20);
        assertThat(replay.differences()).extracting(Difference::kind).containsOnly(Kind.GONE);
        assertThat(store.asked()).hasSizeLessThan(2 * 20);
    }

    @Test
    void a_lead_that_opens_again_meanwhile_has_the_same_parts_on_both_sides() {
        var store = new BusyStore();
        LeadKit busy = Chats.kit(store);
        TenantCapture its = CaptureEngine.builder(busy).rules(BY_EMAIL).build().tenant(Chats.TENANT);
        LeadDesk ann = busy.tenant(Chats.TENANT).as(Actor.user("ann"));
        LeadId lead = its.onMessage(ChatMessage.from("s")
                        .id("m1")
                        .visitor("jane@acme.example")
                        .at(Chats.MORNING)
                        .build())
                .lead()
                .orElseThrow();
        ann.transition(lead, "lost", "price");
        its.onMessage(ChatMessage.from("s")
                .id("m2")
                .visitor("hello again")
                .at(Chats.EVENING.plusSeconds(60))
                .build());
        store.meanwhile = () -> ann.moves().reopen(lead);

        CaptureReplay replay = its.replay(BY_PHONE, List.of("s"));

        assertThat(ann.get(lead).closed()).isFalse();
        assertThat(replay.differences())
                .extracting(Difference::segment, Difference::kind)
                .containsExactly(tuple(0, Kind.GONE));
    }

    /** In which something happens once after a lead was read. */
    private static final class BusyStore extends ForwardingLeadStore {
        private final LeadStore store = new InMemoryLeadStore();
        private Runnable meanwhile = () -> {};

        @Override
        protected LeadStore delegate() {
            return store;
        }

        @Override
        public Optional<Lead> find(TenantId tenant, LeadId id) {
            Optional<Lead> found = super.find(tenant, id);
            Runnable now = meanwhile;
            meanwhile = () -> {};
            now.run();
            return found;
        }
    }

    private void say(String session, String text) {
        capture.onMessage(ChatMessage.from(session)
                .id("m1")
                .visitor(text)
                .at(Chats.MORNING)
                .build());
    }

    private static List<Lead> leads(LeadKit of) {
        return of.wiring()
                .store()
                .list(of.tenant(Chats.TENANT).id(), LeadQuery.all())
                .items();
    }
}
