package dev.leadkit.examples.leaddesk.security;

import dev.leadkit.lead.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed sessions: what a cookie says of a user, with an HMAC (RFC 2104) that only this server can make. Nothing is kept,
 * and the role is looked up with every request. Safe to share.
 */
public final class Sessions {
    /** How long one signs in for. */
    public static final Duration LASTS = Duration.ofHours(12);

    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

    private final byte[] secret;
    private final Directory directory;
    private final Supplier<Instant> clock;

    public Sessions(byte[] secret, Directory directory, Supplier<Instant> clock) {
        this.secret = secret.clone();
        this.directory = directory;
        this.clock = clock;
    }

    /** The cookie's value. */
    public String begin(Principal user) {
        String body = text(user.tenant().value()) + "." + text(user.user()) + "."
                + clock.get().plus(LASTS).getEpochSecond();
        return body + "." + sign("session", body);
    }

    /** Whose a cookie is; empty for one that is forged, over, or of a user that there is no more. */
    public Optional<Principal> find(String cookie) {
        String[] parts = cookie.split("\\.", -1);
        if (parts.length != 4 || !same(sign("session", cookie.substring(0, cookie.lastIndexOf('.'))), parts[3])) {
            return Optional.empty();
        }
        return Instant.ofEpochSecond(Long.parseLong(parts[2])).isAfter(clock.get())
                ? directory.find(TenantId.of(value(parts[0])), value(parts[1]))
                : Optional.empty();
    }

    /** What a form or a script sends back to show that it read the page: another site can't know it. */
    public String csrfToken(String cookie) {
        return sign("csrf", cookie);
    }

    boolean isCsrfToken(String cookie, String token) {
        return same(csrfToken(cookie), token);
    }

    private String sign(String purpose, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return TO_TEXT.encodeToString(mac.doFinal((purpose + "|" + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String value) {
        return TO_TEXT.encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String value(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
