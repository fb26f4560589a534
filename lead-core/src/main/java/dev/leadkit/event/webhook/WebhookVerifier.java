package dev.leadkit.event.webhook;

import dev.leadkit.event.webhook.WebhookVerificationException.Fault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a webhook that arrived is genuine and fresh. For receivers, which need nothing else of LeadKit. Immutable
 * and safe to share.
 *
 * <p>A genuine webhook may arrive more than once: whoever acts on it remembers its {@code webhook-id} for a while.
 *
 * @param secrets at least one; several while a secret is being replaced
 * @param tolerance how far the sender's clock and the way here may put the timestamp from now, before and after
 */
public record WebhookVerifier(List<WebhookSecret> secrets, Duration tolerance) {
    /** What the reference libraries take. */
    public static final Duration DEFAULT_TOLERANCE = Duration.ofMinutes(5);

    public WebhookVerifier {
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a verifier needs at least one secret");
        }
    }

    public static WebhookVerifier of(WebhookSecret... secrets) {
        return new WebhookVerifier(List.of(secrets), DEFAULT_TOLERANCE);
    }

    /**
     * Returns when the webhook is genuine.
     *
     * @param id the header {@code webhook-id}; absent where it is missing, as the two others
     * @param timestamp the header {@code webhook-timestamp}
     * @param signature the header {@code webhook-signature}
     * @param body the bytes as they came, before anything parsed them
     * @throws WebhookVerificationException if it is not
     */
    public void verify(
            @Nullable String id, @Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
        if (id == null || timestamp == null || signature == null) {
            throw new WebhookVerificationException(Fault.MISSING_HEADER);
        }
        long sentAt = seconds(timestamp);
        long apart = Math.abs(Math.subtractExact(now.getEpochSecond(), sentAt));
        if (apart > tolerance.toSeconds()) {
            throw new WebhookVerificationException(Fault.OUT_OF_TIME);
        }
        boolean genuine = false;
        for (WebhookSecret secret : secrets) {
            byte[] expected = secret.sign(id, sentAt, body).getBytes(StandardCharsets.UTF_8);
            for (String given : signature.split(" ", -1)) {
                // All are compared, each in constant time, so that the time taken tells nothing.
                genuine |= MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
            }
        }
        if (!genuine) {
            throw new WebhookVerificationException(Fault.WRONG_SIGNATURE);
        }
    }

    private static long seconds(String timestamp) {
        if (timestamp.isEmpty() || timestamp.length() > 12 || !timestamp.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new WebhookVerificationException(Fault.OUT_OF_TIME);
        }
        return Long.parseLong(timestamp);
    }
}
