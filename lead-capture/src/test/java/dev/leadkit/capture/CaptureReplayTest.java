package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureReplay.Difference;
import dev.leadkit.capture.CaptureReplay.Kind;
import dev.leadkit.capture.CaptureReplay.Outcome;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.TimeRange;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CaptureReplayTest {
    private static final List<String> SESSIONS = List.of("session-0", "session-1", "session-2", "session-3");

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
                .containsExactly("phone");
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

    @Property(tries = 100)
    void the_present_rules_make_no_difference(@ForAll long seed) {
        LeadKit live = Chats.kit(new InMemoryLeadStore());
        TenantCapture engine = Chats.engine(live).tenant(Chats.TENANT);
        conversations(seed).forEach(engine::onMessage);

        CaptureReplay replay = engine.replay(Chats.rules(), SESSIONS);

        assertThat(replay).isEqualTo(new CaptureReplay(SESSIONS.size(), List.of(), List.of()));
    }

    @Property(tries = 150)
    void a_replay_gives_the_answer_of_a_live_run(@ForAll long seed) {
        List<ChatMessage> messages = conversations(seed);
        LeadKit present = Chats.kit(new InMemoryLeadStore());
        TenantCapture byEmail = CaptureEngine.builder(present)
                .rules(BY_EMAIL)
                .region("US")
                .build()
                .tenant(Chats.TENANT);
        messages.forEach(byEmail::onMessage);

        CaptureReplay replay = byEmail.replay(Chats.rules(), SESSIONS);

        LeadKit live = Chats.kit(new InMemoryLeadStore());
        TenantCapture engine = Chats.engine(live).tenant(Chats.TENANT);
        messages.forEach(engine::onMessage);
        Map<String, Lead> bySession = new TreeMap<>();
        leads(live).forEach(lead -> bySession.put(lead.sessions().get(0), lead));
        for (Difference difference : replay.differences()) {
            Outcome after = difference.after();
            Lead lead = bySession.get(difference.session());
            assertThat(after.captured()).isEqualTo(lead != null);
            if (lead != null) {
                assertThat(after.stage()).isEqualTo(lead.stage());
                assertThat(after.tags()).isEqualTo(lead.tags());
                assertThat(after.assignee()).isEqualTo(lead.assignee());
                assertThat(after.score()).isEqualTo(lead.score().value());
                assertThat(after.because()).isEqualTo(lead.capturedBecause());
            }
        }
        assertThat(replay.differences().size() + replay.same()).isEqualTo(SESSIONS.size());
    }

    private void say(String session, String text) {
        capture.onMessage(ChatMessage.from(session)
                .id("m1")
                .visitor(text)
                .at(Chats.MORNING)
                .build());
    }

    private static List<ChatMessage> conversations(long seed) {
        var random = new Random(seed);
        List<ChatMessage> messages = new ArrayList<>();
        SESSIONS.forEach(session -> messages.addAll(Chats.conversation(session, random)));
        return messages;
    }

    private static List<Lead> leads(LeadKit of) {
        return of.wiring()
                .store()
                .list(of.tenant(Chats.TENANT).id(), LeadQuery.all())
                .items();
    }
}
