package dev.leadkit.store;

import dev.leadkit.lead.InvalidInputException;

/**
 * An identity as stores know it: a hash under the host's key, so that neither a table nor an error gives away an address.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record IdentityKey(String hex) implements Comparable<IdentityKey> {
    public IdentityKey {
        if (hex.length() != 64 || !hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            throw new InvalidInputException(
                    "identity key", "64 lower-case hexadecimal digits", hex.length() + " characters");
        }
    }

    @Override
    public int compareTo(IdentityKey other) {
        return hex.compareTo(other.hex);
    }
}
