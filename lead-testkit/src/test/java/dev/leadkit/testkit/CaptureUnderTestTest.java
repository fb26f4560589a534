package dev.leadkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.conversation.CaptureMode;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.testkit.CaptureRun.CapturedLead;
import dev.leadkit.testkit.CaptureRun.RuleEffect;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A host's own pipeline, scorer and mode are those that its rules meet. */
class CaptureUnderTestTest {
    private static final CaptureRules RULES = CaptureRules.named("ours")
            .rule(CaptureRule.of("contact", Condition.contact(ContactKind.EMAIL), Effect.lead()))
            .rule(CaptureRule.of(
                    "hot", Condition.scoreAtLeast(1), Effect.nothing().stage("closing")))
            .build();
    private static final Pipeline PIPELINE = Pipeline.named("boats")
            .open("asked", "Asked")
            .open("closing", "Closing")
            .won("sold", "Sold")
            .lost("lost", "Lost")
            .allow("asked", "closing")
            .allow("closing", "sold")
            .allow("closing", "lost")
            .build();
    private static final List<ChatMessage> ASKED = List.of(ChatMessage.from("s-1")
            .id("m-1")
            .at(Instant.EPOCH)
            .visitor("I want to buy three boats, tove@fjord.example")
            .build());

    @Test
    void rules_meet_the_stages_and_the_scores_of_the_kit() {
        CaptureRun run = CaptureUnderTest.of(
                        RULES, kit -> kit.pipeline(PIPELINE).scorer(Scorecard.standard()), engine -> engine)
                .run(ASKED);

        assertThat(run.leads())
                .singleElement()
                .extracting(CapturedLead::effects)
                .isEqualTo(List.of(new RuleEffect("stage", "closing", "hot")));
    }

    @Test
    void each_run_comes_to_the_same_in_pseudonymous_mode() {
        CaptureUnderTest capture =
                CaptureUnderTest.of(CaptureRules.standard(), engine -> engine.mode(CaptureMode.PSEUDONYMOUS));

        assertThat(capture.run(ASKED)).isEqualTo(capture.run(ASKED));
    }

    @Test
    void where_nothing_is_kept_there_is_no_lead() {
        CaptureRun run = CaptureUnderTest.of(CaptureRules.standard(), engine -> engine.mode(CaptureMode.NONE))
                .run(ASKED);

        assertThat(run.leads()).isEmpty();
        assertThat(run.answers()).hasSize(1);
    }
}
