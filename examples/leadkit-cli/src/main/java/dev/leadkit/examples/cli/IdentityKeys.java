package dev.leadkit.examples.cli;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The secret under which a store hashes identities, as it is given in an option or the environment. */
final class IdentityKeys {
    /** The variable that is read when there is no option. */
    static final String VARIABLE = "LEADKIT_IDENTITY_KEY";

    /** Known to everybody, so that a first try needs no set-up. */
    static final String DEVELOPMENT = "leadkit-cli-development-key";

    private static final int LEAST_BYTES = 16;
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){16,}");

    private IdentityKeys() {}

    /**
     * The bytes of a key: those that at least 32 hexadecimal digits stand for, else those of the text in UTF-8.
     *
     * @throws IllegalArgumentException if it has fewer than 16 bytes
     */
    static byte[] parse(String key) {
        byte[] bytes = HEX.matcher(key).matches() ? HexFormat.of().parseHex(key) : key.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "expected an identity key of at least %d bytes, found %d".formatted(LEAST_BYTES, bytes.length));
        }
        return bytes;
    }
}
