package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Reason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of a rule that fired. */
class FiringTest {
    private static final CaptureRule RULE = CaptureRule.of("r", Condition.markedQualified(), Effect.lead());

    @Test
    void firing_again_keeps_its_first_time_and_reasons() {
        Firing first = new Firing(RULE, Chats.MORNING, Chats.MORNING, List.of(Reason.of("a", "because")));

        Firing again = first.again(Chats.EVENING);

        assertThat(again).isEqualTo(new Firing(RULE, Chats.MORNING, Chats.EVENING, first.because()));
    }

    @Test
    void its_reason_tells_all_that_was_seen_each_text_once() {
        Firing firing = firing(List.of(Reason.of("a", "one"), Reason.of("b", "two"), Reason.of("c", "one")));

        assertThat(firing.asReason()).isEqualTo(Reason.of("r", "one; two"));
    }

    @Test
    void of_a_text_the_first_thousand_characters_are_told() {
        assertThat(firing(List.of(Reason.of("a", "x".repeat(1000)))).asReason().text())
                .isEqualTo("x".repeat(1000));
        assertThat(firing(List.of(Reason.of("a", "x".repeat(1001)))).asReason().text())
                .isEqualTo("x".repeat(1000) + "…");
        assertThat(firing(List.of(Reason.of("a", "x".repeat(999) + "🪑")))
                        .asReason()
                        .text())
                .isEqualTo("x".repeat(999) + "…");
    }

    @Test
    void of_evidence_the_first_two_hundred_pieces_are_told() {
        List<Evidence> evidence = IntStream.range(0, 201)
                .mapToObj(i -> new Evidence("s", "m" + i, 0, 0))
                .toList();

        assertThat(firing(List.of(new Reason("a", "text", evidence))).asReason().evidence())
                .isEqualTo(evidence.subList(0, 200));
    }

    private static Firing firing(List<Reason> because) {
        return new Firing(RULE, Chats.MORNING, Chats.MORNING, because);
    }
}
