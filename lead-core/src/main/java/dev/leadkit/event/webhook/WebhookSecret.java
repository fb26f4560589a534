package dev.leadkit.event.webhook;

import dev.leadkit.lead.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What sender and receiver of a webhook share: 24 to 64 bytes, written {@code whsec_} and Base64. Use one for each
 * endpoint. Immutable and safe to share; {@link #toString()} does not show it.
 */
public final class WebhookSecret {
    static final String VERSION = "v1,";

    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    /** A new one, by chance. */
    public static WebhookSecret random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new WebhookSecret(key);
    }

    /** @throws InvalidInputException if it is not written as a secret, or too short or too long; never repeats it */
    public static WebhookSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw refused("a text without it");
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException notBase64) {
            throw refused("something else after it");
        }
        if (key.length < LEAST_BYTES || key.length > MOST_BYTES) {
            throw refused(key.length + " bytes");
        }
        return new WebhookSecret(key);
    }

    private static InvalidInputException refused(String found) {
        return new InvalidInputException(
                "webhook secret", "whsec_ and %s to %s bytes in Base64".formatted(LEAST_BYTES, MOST_BYTES), found);
    }

    /** As it is given to the receiver. Keep it as you keep passwords. */
    public String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /**
     * The signature of one webhook, as it stands in the header.
     *
     * @param timestamp seconds since 1970
     */
    String sign(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update("%s.%s.".formatted(id, timestamp).getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HmacSHA256", missing);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
