package dev.leadkit.capture;

import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.intent.IntentModel;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message as the capture hook does, with every extractor and the model of intent, and keeps what was found. Stands
 * in capture's package to use its own reader.
 */
public final class ReadMessages {
    private final MessageReader reader;

    /** Who a message says that the visitor is; absent what it does not say. */
    public record Found(
            @Nullable String email,
            @Nullable String phone,
            @Nullable String name) {}

    public ReadMessages(String region) {
        reader = new MessageReader(
                new CaptureSettings(CaptureRules.standard(), IntentModel.trained(), new LibPhoneNormalizer(), region));
    }

    /** The first of a conversation. */
    public static ChatMessage message(String text) {
        return ChatMessage.from("session")
                .id("message")
                .channel("widget")
                .visitor(text)
                .at(Instant.parse("2026-01-01T00:00:00Z"))
                .build();
    }

    public Found read(ChatMessage message) {
        var findings = new Findings();
        findings.add(message, reader.read(message, null));
        Attributed<PhoneNumber> phone = findings.phones.preferred();
        return new Found(
                valueOf(findings.emails.preferred()),
                phone == null ? null : phone.value().value(),
                valueOf(findings.names.preferred()));
    }

    private static @Nullable String valueOf(@Nullable Attributed<String> found) {
        return found == null ? null : found.value();
    }
}
