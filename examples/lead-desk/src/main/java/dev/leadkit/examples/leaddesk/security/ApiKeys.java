package dev.leadkit.examples.leaddesk.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whose an API key is. Keeps hashes alone, so that looking one up takes as long whatever it is. Safe to share. */
public final class ApiKeys {
    private final Map<String, Principal> byHash = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException if somebody else has the key */
    public void add(String key, Principal principal) {
        Principal other = byHash.putIfAbsent(hash(key), principal);
        if (other != null && !other.equals(principal)) {
            throw new IllegalArgumentException("an API key is given to two users");
        }
    }

    public Optional<Principal> find(String key) {
        return Optional.ofNullable(byHash.get(hash(key)));
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
