package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.Touch;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.pipeline.TimedRule;
import dev.leadkit.pipeline.WipLimit;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A3 and A2 in capture: one attempt to get around the pipeline for each way in, and no stage that comes from a score. */
class CapturePathTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final Pipeline PIPELINE = Pipeline.named("p")
            .open("new", "New")
            .open("warm", "Warm")
            .stage(Stage.of("full", "Full", StageCategory.OPEN)
                    .withWipLimit(WipLimit.of(9).asHard()))
            .won("won", "Won")
            .lost("lost", "Lost")
            .allow("new", "warm", Guard.scoreAtLeast(60))
            .allow("new", "full")
            .allow("warm", "won", Guard.has("assignee"))
            .allowFromAnyOpenStage("lost")
            .timed(TimedRule.move("silence", "new", Duration.ofDays(1), "lost", "silence"))
            .build();

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final AtomicInteger score = new AtomicInteger();
    private final LeadKit kit = kit();
    private final LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));

    private LeadKit kit() {
        InstantSource clock = now::get;
        return LeadKit.builder()
                .store(new InMemoryLeadStore())
                .pipeline(PIPELINE)
                .clock(clock.withZone(ZoneOffset.UTC))
                .scorer((lead, at) -> new Score(
                        score.get(), "b", List.of(new Contribution("f", "F", score.get(), "x")), "c@1", at, null))
                .build();
    }

    /** Captures whoever gives an address, and moves him when a word is said. */
    private TenantCapture capture(String to) {
        return CaptureEngine.builder(kit)
                .rules(CaptureRules.named("r")
                        .rule(CaptureRule.of("contact", Condition.contact(ContactKind.ANY), Effect.lead()))
                        .rule(CaptureRule.of(
                                "go", Condition.text("(?i)go"), Effect.nothing().stage(to)))
                        .build())
                .build()
                .tenant("acme");
    }

    private ChatMessage says(int second, Speaker speaker, String text) {
        return ChatMessage.from("s")
                .id("m" + second)
                .said(speaker, text)
                .at(NOON.plusSeconds(second))
                .build();
    }

    private ChatMessage visitor(int second, String text) {
        return says(second, Speaker.VISITOR, text);
    }

    private Lead lead() {
        return desk.list(LeadQuery.all()).items().get(0);
    }

    @Test
    void a_rule_gets_past_no_guard_no_missing_transition_and_to_no_unknown_stage() {
        for (String to : List.of("warm", "won", "nowhere")) {
            TenantCapture capture = capture(to);
            ChatMessage message = ChatMessage.from("to-" + to)
                    .id("m")
                    .visitor("go! jane@acme.example")
                    .at(NOON)
                    .build();

            CaptureOutcome outcome = capture.onMessage(message);

            assertThat(outcome.status()).isEqualTo(Status.CAPTURED);
            assertThat(desk.get(outcome.lead().orElseThrow()).stage()).isEqualTo("new");
            assertThat(capture.explain("to-" + to).orElseThrow().refusedMoves()).hasSize(1);
        }
    }

    @Test
    void a_rule_moves_no_lead_into_a_stage_with_a_hard_limit_however_much_room_there_is() {
        TenantCapture capture = capture("full");

        capture.onMessage(visitor(1, "go! jane@acme.example"));

        assertThat(lead().stage()).isEqualTo("new");
        assertThat(capture.explain("s").orElseThrow().refusedMoves())
                .singleElement()
                .asString()
                .contains("at most 9 leads for");
    }

    @Test
    void a_late_message_and_a_refold_get_past_no_guard_either() {
        TenantCapture capture = capture("won");
        capture.onMessage(visitor(5, "jane@acme.example"));
        capture.onMessage(visitor(1, "go"));
        capture.refold("s");
        capture.promote("s", Actor.user("ann"));
        capture.markQualified("s", Actor.user("ann"), null);

        assertThat(lead().stage()).isEqualTo("new");
    }

    @Test
    void a_score_that_rises_makes_no_move_and_one_that_falls_takes_none_back() {
        TenantCapture capture = capture("warm");
        score.set(30);
        capture.onMessage(visitor(1, "go! jane@acme.example"));
        score.set(90);
        capture.onMessage(visitor(2, "thank you"));
        assertThat(lead().stage()).isEqualTo("new");
        assertThat(lead().score()).extracting(Score::value).isEqualTo(90);

        ChatMessage other = ChatMessage.from("t")
                .id("m1")
                .visitor("go! joe@acme.example")
                .at(NOON)
                .build();
        Lead warm = desk.get(capture.onMessage(other).lead().orElseThrow());
        score.set(0);
        capture.onMessage(ChatMessage.from("t")
                .id("m2")
                .visitor("thank you")
                .at(NOON.plusSeconds(9))
                .build());

        assertThat(warm.stage()).isEqualTo("warm");
        assertThat(desk.get(warm.id()).stage()).isEqualTo("warm");
        assertThat(desk.get(warm.id()).score()).extracting(Score::value).isEqualTo(0);
    }

    @Test
    void what_a_timed_rule_did_is_not_undone_by_the_next_message() {
        TenantCapture capture = capture("warm");
        capture.onMessage(visitor(1, "jane@acme.example"));
        now.set(NOON.plus(Duration.ofDays(2)));
        assertThat(desk.moves().tick(5).done()).hasSize(1);
        Lead lost = lead();

        capture.onMessage(visitor(2, "late words"));

        assertThat(lost.stage()).isEqualTo("lost");
        assertThat(desk.get(lost.id()).stage()).isEqualTo("lost");
    }

    @Test
    void what_a_visitor_and_an_agent_write_is_a_touch_and_what_a_bot_writes_is_none() {
        TenantCapture capture = capture("warm");
        capture.onMessage(visitor(1, "jane@acme.example"));
        assertThat(lead())
                .extracting(Lead::lastTouch, Lead::lastActivityAt)
                .containsExactly(Touch.VISITOR_MESSAGE, NOON.plusSeconds(1));

        capture.onMessage(says(2, Speaker.AGENT, "How can I help?"));
        assertThat(lead())
                .extracting(Lead::lastTouch, Lead::lastActivityAt)
                .containsExactly(Touch.AGENT_MESSAGE, NOON.plusSeconds(2));

        capture.onMessage(says(3, Speaker.BOT, "Are you still there?"));
        score.set(70);
        capture.refold("s");
        assertThat(lead())
                .extracting(Lead::lastTouch, Lead::lastActivityAt)
                .containsExactly(Touch.AGENT_MESSAGE, NOON.plusSeconds(2));

        now.set(NOON.plusSeconds(9));
        desk.note(lead().id(), "called");
        capture.onMessage(says(4, Speaker.BOT, "Hello?"));
        assertThat(lead())
                .extracting(Lead::lastTouch, Lead::lastActivityAt)
                .containsExactly(Touch.NOTED, NOON.plusSeconds(9));

        capture.promote("s", Actor.user("ann"));
        assertThat(lead().lastTouch()).isEqualTo(Touch.MARKED);
    }
}
