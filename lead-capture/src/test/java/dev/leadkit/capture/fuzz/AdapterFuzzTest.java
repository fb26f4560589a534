package dev.leadkit.capture.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.capture.adapter.ChatwootAdapter;
import dev.leadkit.capture.adapter.GenericAdapter;
import dev.leadkit.capture.adapter.IntercomAdapter;
import dev.leadkit.capture.adapter.MessengerAdapter;
import dev.leadkit.capture.adapter.WhatsAppAdapter;
import java.util.List;

class AdapterFuzzTest {
    private final List<ChannelAdapter> adapters = List.of(
            new GenericAdapter(),
            new WhatsAppAdapter(),
            new MessengerAdapter(),
            new ChatwootAdapter(),
            new IntercomAdapter());

    @DictionaryEntries({
        "\"entry\":[",
        "\"changes\":[",
        "\"value\":{",
        "\"messages\":[",
        "\"text\":{\"body\":\"",
        "\"messaging\":[",
        "\"id\":\"",
        "\"event\":\"message_created\"",
        "\"topic\":\"",
        "\"content\":\"<p>",
        "\"created_at\":",
        "&amp;",
        "\"session\":\""
    })
    @FuzzTest(maxDuration = "")
    void reads_any_post(FuzzedDataProvider data) {
        String body = data.consumeRemainingAsString();

        for (ChannelAdapter adapter : adapters) {
            adapter.read(body);
        }
    }
}
