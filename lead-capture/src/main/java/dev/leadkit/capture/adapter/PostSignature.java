package dev.leadkit.capture.adapter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a post came from whom it says, by the HMAC (RFC 2104) in its header. Give the bytes as they came, before
 * anything parsed them. Immutable and safe to share; shows its secret nowhere.
 */
public final class PostSignature {
    /** How far a timestamp may be from now, as the channels advise. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final String algorithm;
    private final String prefix;
    private final boolean coversTime;
    private final byte[] secret;

    private PostSignature(String algorithm, String prefix, boolean coversTime, String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
        this.algorithm = algorithm;
        this.prefix = prefix;
        this.coversTime = coversTime;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** WhatsApp, Messenger and Instagram: {@code X-Hub-Signature-256}, by the app's secret. */
    public static PostSignature meta(String appSecret) {
        return new PostSignature("HmacSHA256", "sha256=", false, appSecret);
    }

    /** Intercom: {@code X-Hub-Signature}, by the client secret. */
    public static PostSignature intercom(String clientSecret) {
        return new PostSignature("HmacSHA1", "sha1=", false, clientSecret);
    }

    /** Chatwoot: {@code X-Chatwoot-Signature} over {@code X-Chatwoot-Timestamp} and body, by the webhook's secret. */
    public static PostSignature chatwoot(String webhookSecret) {
        return new PostSignature("HmacSHA256", "sha256=", true, webhookSecret);
    }

    /**
     * For a signature of the body alone: {@link #meta} and {@link #intercom}.
     *
     * @param header as it came; absent where it is missing, which is never genuine
     * @throws IllegalStateException if it covers the time as well, so that no post would ever be genuine
     */
    public boolean isGenuine(@Nullable String header, byte[] body) {
        require(!coversTime, "covers the time too: call isGenuine(header, timestamp, body, now)");
        return isSigned(header, new byte[0], body);
    }

    /**
     * For a signature that covers the time as well: {@link #chatwoot}.
     *
     * @param timestamp seconds since 1970 as they came; absent where they are missing
     * @return whether it is genuine and at most {@link #TOLERANCE} from now
     * @throws IllegalStateException if it is of the body alone, so that no post would ever be genuine
     */
    public boolean isGenuine(@Nullable String header, @Nullable String timestamp, byte[] body, Instant now) {
        require(coversTime, "is of the body alone: call isGenuine(header, body)");
        if (timestamp == null || timestamp.length() > 12 || !timestamp.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        boolean fresh = !timestamp.isEmpty()
                && Math.abs(now.getEpochSecond() - Long.parseLong(timestamp)) <= TOLERANCE.toSeconds();
        return isSigned(header, (timestamp + ".").getBytes(StandardCharsets.US_ASCII), body) && fresh;
    }

    private static void require(boolean fits, String otherwise) {
        if (!fits) {
            throw new IllegalStateException("the signature " + otherwise);
        }
    }

    private boolean isSigned(@Nullable String header, byte[] before, byte[] body) {
        if (header == null) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            mac.update(before);
            String expected = prefix + HexFormat.of().formatHex(mac.doFinal(body));
            return MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.US_ASCII), header.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + algorithm, missing);
        }
    }
}
