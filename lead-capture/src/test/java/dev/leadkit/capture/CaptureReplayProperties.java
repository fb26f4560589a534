package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureReplay.Difference;
import dev.leadkit.capture.CaptureReplay.Outcome;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A replay is a live run that leaves no trace. */
class CaptureReplayProperties {
    private static final List<String> SESSIONS = List.of("session-0", "session-1", "session-2", "session-3");

    private static final CaptureRules BY_EMAIL = CaptureRules.named("by-email")
            .rule(CaptureRule.of("email", Condition.contact(ContactKind.EMAIL), Effect.lead()))
            .build();

    @Property(tries = 30)
    void the_present_rules_make_no_difference(@ForAll long seed) {
        LeadKit live = Chats.kit(new InMemoryLeadStore());
        TenantCapture engine = Chats.engine(live).tenant(Chats.TENANT);
        conversations(seed).forEach(engine::onMessage);

        CaptureReplay replay = engine.replay(Chats.rules(), SESSIONS);

        assertThat(replay).isEqualTo(new CaptureReplay(SESSIONS.size(), List.of(), List.of()));
    }

    @Property(tries = 40)
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
