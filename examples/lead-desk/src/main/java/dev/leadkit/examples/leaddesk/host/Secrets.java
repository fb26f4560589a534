package dev.leadkit.examples.leaddesk.host;

import dev.leadkit.event.webhook.WebhookSecret;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The secrets of this installation, each a file of the data folder that only its owner may read, made with the first start.
 * Several servers over one database need the same: give them by the environment.
 */
public final class Secrets {
    private static final int BYTES = 32;

    private final Path folder;

    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** By which identities are hashed in the database; from {@code LEADKIT_IDENTITY_KEY} if that is set. */
    public byte[] identityKey() throws IOException {
        return of("LEADKIT_IDENTITY_KEY", "identity.key");
    }

    /** By which sessions are signed; from {@code LEAD_DESK_SESSION_KEY} if that is set. */
    public byte[] sessionKey() throws IOException {
        return of("LEAD_DESK_SESSION_KEY", "session.key");
    }

    /** By which what is sent to an endpoint is signed; its receiver gets the file's text. */
    public WebhookSecret webhookSecret(String name) throws IOException {
        Path path = folder.resolve("webhook-" + name + ".secret");
        if (!Files.exists(path)) {
            create(path, WebhookSecret.random().reveal());
        }
        return WebhookSecret.parse(Files.readString(path).strip());
    }

    private byte[] of(String variable, String file) throws IOException {
        Optional<String> given = Optional.ofNullable(System.getenv(variable));
        if (given.isPresent()) {
            byte[] key = HexFormat.of().parseHex(given.get());
            if (key.length < BYTES) {
                throw new IOException(variable + ": expected " + 2 * BYTES + " hexadecimal digits or more");
            }
            return key;
        }
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            byte[] key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            create(path, HexFormat.of().formatHex(key));
        }
        return HexFormat.of().parseHex(Files.readString(path).strip());
    }

    private void create(Path path, String secret) throws IOException {
        Path draft = OwnerOnly.makeTemporaryFile(folder);
        try {
            Files.writeString(draft, secret, StandardOpenOption.WRITE);
            Files.move(draft, path); // whole or not at all, also when the process is killed in between
        } catch (FileAlreadyExistsException another) {
            Files.deleteIfExists(draft);
        }
    }
}
