package dev.leadkit.store;

import org.jspecify.annotations.Nullable;

/**
 * What a store can do beyond {@link LeadStore}: declared here, never faked. Whoever asks for something else gets an
 * {@link UnsupportedCapabilityException}, when the kit is built wherever that can be known by then.
 *
 * @param outbox absent when it keeps nothing for endpoints
 * @param erasure absent when it can't erase a person
 * @param joining absent when it can't work within a transaction of the host
 * @param documents absent when it keeps nothing beside leads and conversations
 * @param containment whether it answers {@link LeadFilter#containing}
 */
public record Capabilities(
        @Nullable Outbox outbox,
        @Nullable Erasure erasure,
        @Nullable Joining joining,
        @Nullable Documents documents,
        boolean containment) {

    /** None at all. */
    public static final Capabilities NONE = new Capabilities(null, null, null, null, false);

    public Capabilities withOutbox(Outbox itsOutbox) {
        return new Capabilities(itsOutbox, erasure, joining, documents, containment);
    }

    public Capabilities withErasure(Erasure itsErasure) {
        return new Capabilities(outbox, itsErasure, joining, documents, containment);
    }

    public Capabilities withJoining(Joining itsJoining) {
        return new Capabilities(outbox, erasure, itsJoining, documents, containment);
    }

    public Capabilities withDocuments(Documents itsDocuments) {
        return new Capabilities(outbox, erasure, joining, itsDocuments, containment);
    }

    public Capabilities withContainment() {
        return new Capabilities(outbox, erasure, joining, documents, true);
    }

    /**
     * For stores, before they write anything.
     *
     * @throws UnsupportedCapabilityException if a changeset needs what is not declared here
     */
    public void requireFor(Changeset changeset) {
        if (!changeset.endpoints().isEmpty()) {
            requireOutbox();
        }
        if (!changeset.documents().isEmpty()) {
            requireDocuments();
        }
    }

    /** @throws UnsupportedCapabilityException if the store has none */
    public Outbox requireOutbox() {
        return require(outbox, "an outbox");
    }

    /** @throws UnsupportedCapabilityException if the store can't erase */
    public Erasure requireErasure() {
        return require(erasure, "erasure");
    }

    /** @throws UnsupportedCapabilityException if the store can't join */
    public Joining requireJoining() {
        return require(joining, "joining the host's transaction");
    }

    /** @throws UnsupportedCapabilityException if the store keeps none */
    public Documents requireDocuments() {
        return require(documents, "documents");
    }

    /** @throws UnsupportedCapabilityException if the filter asks for text within words and the store can't find it */
    public void requireFor(LeadFilter filter) {
        if (filter.containing() != null && !containment) {
            throw new UnsupportedCapabilityException("containment search");
        }
    }

    private static <T> T require(@Nullable T ability, String name) {
        if (ability == null) {
            throw new UnsupportedCapabilityException(name);
        }
        return ability;
    }
}
