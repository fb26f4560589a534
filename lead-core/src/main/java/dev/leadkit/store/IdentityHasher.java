package dev.leadkit.store;

import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes identity keys: HMAC-SHA-256 (RFC 2104) of the kind and the canonical value under the host's secret. Safe to
 * share. Another secret gives other keys, so that a store written with one can't be searched with another.
 */
public final class IdentityHasher {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private IdentityHasher(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * @param secret at least 16 bytes, the same for as long as the store lives
     * @throws InvalidInputException if it is shorter
     */
    public static IdentityHasher of(byte[] secret) {
        if (secret.length < 16) {
            throw new InvalidInputException("identityKey", "at least 16 secret bytes", secret.length + " bytes");
        }
        return new IdentityHasher(new SecretKeySpec(secret, ALGORITHM));
    }

    public IdentityKey key(Identity identity) {
        return key(identity.kind(), identity.value());
    }

    /** @param value in its canonical form, as an {@link Identity} holds it */
    public IdentityKey key(IdentityKind kind, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(kind.name().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return new IdentityKey(HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
        }
    }
}
