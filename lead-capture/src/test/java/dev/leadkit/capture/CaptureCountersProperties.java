package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CaptureCountersProperties {
    @Property(tries = 40)
    void no_delivery_goes_by_in_silence(@ForAll long seed) {
        CaptureEngine any = Chats.engine(Chats.kit(new InMemoryLeadStore()));
        List<ChatMessage> messages = Chats.conversation("s", new Random(seed));

        for (ChatMessage message : messages) {
            CaptureOutcome outcome = any.tenant(Chats.TENANT).onMessage(message);

            assertThat(outcome.because()).isNotEmpty().allSatisfy(reason -> {
                assertThat(reason.code()).isNotBlank();
                assertThat(reason.text()).isNotBlank();
            });
        }

        assertThat(any.counters().deliveries()).isEqualTo(messages.size());
        assertThat(any.counters().reasons().keySet())
                .isEqualTo(any.counters().outcomes().keySet());
    }
}
