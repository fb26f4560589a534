package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Reason;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaptureCountersTest {
    private final LeadKit kit = Chats.kit(new InMemoryLeadStore());
    private final CaptureEngine engine = CaptureEngine.builder(kit).build();
    private final TenantCapture capture = engine.tenant(Chats.TENANT);

    @Test
    void every_delivery_is_counted_with_its_reasons() {
        capture.onMessage(visitor("m1", "hello"));
        capture.onMessage(visitor("m1", "hello"));
        capture.onMessage(visitor("m2", "jane@acme.example"));
        capture.onMessage(visitor("m3", "thanks"));

        CaptureCounters counters = engine.counters();

        assertThat(counters.of(Status.NOT_CAPTURED)).isEqualTo(1);
        assertThat(counters.of(Status.NOT_CAPTURED, "contact-missing")).isEqualTo(1);
        assertThat(counters.of(Status.NOT_CAPTURED, "intent-too-weak")).isEqualTo(1);
        assertThat(counters.of(Status.REPEATED)).isEqualTo(1);
        assertThat(counters.of(Status.CAPTURED, "contact-given")).isEqualTo(1);
        assertThat(counters.of(Status.ADDED)).isEqualTo(1);
        assertThat(counters.of(Status.WITHDRAWN)).isZero();
        assertThat(counters.deliveries()).isEqualTo(4);
    }

    @Test
    void a_delivery_that_failed_is_counted_too() {
        assertThatThrownBy(() -> capture.promote("nobody", Actor.user("ann")))
                .isInstanceOf(InvalidInputException.class);

        assertThat(engine.counters().failed()).isEqualTo(1);
        assertThat(engine.counters().deliveries()).isEqualTo(1);
    }

    @Test
    void only_so_many_codes_are_told_apart() {
        var tally = new CaptureTally();

        for (int i = 0; i < CaptureCounters.MAX_CODES + 10; i++) {
            Reason reason = Reason.of("code-" + i, "because");
            tally.counted(() -> new CaptureOutcome(Status.CAPTURED, Optional.empty(), List.of(reason), List.of()));
        }

        CaptureCounters counters = tally.snapshot();
        assertThat(counters.reasons().get(Status.CAPTURED)).hasSize(CaptureCounters.MAX_CODES + 1);
        assertThat(counters.of(Status.CAPTURED, CaptureCounters.OTHER)).isEqualTo(10);
    }

    private static ChatMessage visitor(String id, String text) {
        return ChatMessage.from("s")
                .id(id)
                .visitor(text)
                .at(Chats.MORNING.plusSeconds(id.charAt(1)))
                .build();
    }
}
