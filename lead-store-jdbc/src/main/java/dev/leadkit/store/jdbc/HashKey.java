package dev.leadkit.store.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Short keys for ids of any length: the first 128 bits of their SHA-256. Two ids that an attacker chooses meet in one
 * key after 2<sup>64</sup> tries.
 */
final class HashKey {
    private HashKey() {}

    /** The key of an id, or of several one after the other. */
    static UUID of(String... ids) {
        MessageDigest digest = sha256();
        for (String id : ids) {
            byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
            // With its length, so that "ab", "c" is not "a", "bc".
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new UUID(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
