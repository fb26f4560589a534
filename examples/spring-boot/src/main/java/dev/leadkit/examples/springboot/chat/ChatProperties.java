package dev.leadkit.examples.springboot.chat;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the application knows of its channel.
 *
 * @param secret with which the channel signs its posts
 */
@ConfigurationProperties("chat")
record ChatProperties(String secret) {
    ChatProperties {
        if (secret == null || secret.isBlank()) {
            throw new IllegalArgumentException("chat.secret: expected the secret of the channel, found none");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ChatProperties[]";
    }
}
