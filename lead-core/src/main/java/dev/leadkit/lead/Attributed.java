package dev.leadkit.lead;

/**
 * A value together with where it came from.
 *
 * @param <T> an immutable type
 */
public record Attributed<T>(T value, Provenance provenance) {
    /** Whether a person set it, so that no capture may replace it. */
    public boolean isPersonal() {
        return provenance.origin() == Provenance.Origin.PERSON;
    }
}
