package dev.leadkit.examples.leaddesk.webhook;

import dev.leadkit.capture.adapter.ChannelAdapter;
import dev.leadkit.capture.adapter.ChatwootAdapter;
import dev.leadkit.capture.adapter.IntercomAdapter;
import dev.leadkit.capture.adapter.MessengerAdapter;
import dev.leadkit.capture.adapter.PostSignature;
import dev.leadkit.capture.adapter.WhatsAppAdapter;
import io.javalin.http.Context;
import java.time.Instant;

/** A channel that posts to us: how its posts are read, and how they show that they are its own. */
enum Channel {
    WHATSAPP(new WhatsAppAdapter()),
    MESSENGER(new MessengerAdapter()),
    INSTAGRAM(new MessengerAdapter()),
    CHATWOOT(new ChatwootAdapter()),
    INTERCOM(new IntercomAdapter());

    private final ChannelAdapter adapter;

    Channel(ChannelAdapter adapter) {
        this.adapter = adapter;
    }

    ChannelAdapter adapter() {
        return adapter;
    }

    /** @throws IllegalArgumentException if there is none of this key */
    static Channel ofKey(String key) {
        for (Channel channel : values()) {
            if (channel.name().equalsIgnoreCase(key)) {
                return channel;
            }
        }
        throw new IllegalArgumentException("expected whatsapp, messenger, instagram, chatwoot or intercom");
    }

    boolean isGenuine(String secret, Context ctx, byte[] body, Instant now) {
        return switch (this) {
            case WHATSAPP, MESSENGER, INSTAGRAM ->
                PostSignature.meta(secret).isGenuine(ctx.header("X-Hub-Signature-256"), body);
            case INTERCOM -> PostSignature.intercom(secret).isGenuine(ctx.header("X-Hub-Signature"), body);
            case CHATWOOT ->
                PostSignature.chatwoot(secret)
                        .isGenuine(ctx.header("X-Chatwoot-Signature"), ctx.header("X-Chatwoot-Timestamp"), body, now);
        };
    }
}
