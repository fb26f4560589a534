package dev.leadkit.store;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work as a value: everything that one decision writes. A store applies all of it or nothing, and at most
 * once. Made with {@link ChangesetBuilder}.
 *
 * <p>The activities are also the events that listeners get; there is no second list that could differ.
 *
 * @param at when it was made, by the kit's clock
 * @param actor who did it
 * @param messages new messages of the conversations in {@code conversations}
 * @param documents what the tenant keeps beside its leads, as far as it changes
 * @param endpoints the endpoints that get the activities: of each lead that has some, one entry an endpoint goes to the
 *     store's outbox
 */
public record Changeset(
        ChangesetId id,
        TenantId tenant,
        Instant at,
        Actor actor,
        List<LeadWrite> leads,
        List<ConversationWrite> conversations,
        List<ChatMessage> messages,
        List<Activity> activities,
        List<DocumentWrite> documents,
        Set<String> endpoints) {

    /**
     * A lead with the keys by which it is found and held.
     *
     * @param identities the keys of all its identities, by which it can be found
     * @param claims those of its exclusive identities, which no other open lead of its pipeline may hold; empty once the
     *     lead is closed or withdrawn
     */
    public record LeadState(Lead lead, Set<IdentityKey> identities, Set<IdentityKey> claims) {
        public LeadState {
            // Sorted, so that two writers meet the same keys in the same order and can't deadlock.
            identities = Collections.unmodifiableSet(new TreeSet<>(identities));
            claims = Collections.unmodifiableSet(new TreeSet<>(claims));
        }

        /** A lead with the keys that it has by its identities. */
        public static LeadState of(Lead lead, IdentityHasher hasher) {
            Set<IdentityKey> identities = new TreeSet<>();
            Set<IdentityKey> claims = new TreeSet<>();
            for (Identity identity : lead.identities()) {
                IdentityKey key = hasher.key(identity);
                identities.add(key);
                if (identity.isExclusive() && !lead.closed() && !lead.withdrawn()) {
                    claims.add(key);
                }
            }
            return new LeadState(lead, identities, claims);
        }
    }

    /**
     * What becomes of a lead. A store writes the difference and gives up every claim that the lead no longer has.
     *
     * @param before as it is stored, at the version that must still be there; absent when the lead must not exist yet
     * @param after the same lead at the next version
     */
    public record LeadWrite(@Nullable LeadState before, LeadState after) {
        public LeadWrite {
            long expected = before == null ? 0 : before.lead().version();
            require(
                    after.lead().version() == expected + 1,
                    "a lead written over version %d must have the next, has %d"
                            .formatted(expected, after.lead().version()));
            require(
                    before == null
                            || before.lead().id().equals(after.lead().id())
                                    && before.lead()
                                            .tenant()
                                            .equals(after.lead().tenant()),
                    "a lead must be written over itself");
        }

        /** The lead's next value. */
        public Lead lead() {
            return after.lead();
        }

        /** The stored version; 0 when the lead must not exist yet. */
        public long expectedVersion() {
            return before == null ? 0 : before.lead().version();
        }
    }

    /**
     * A conversation's next value.
     *
     * @param conversation of version {@code expectedVersion + 1}; of any when it must not exist yet, since one that begins
     *     again after an erasure has no version that the erased one had
     * @param expectedVersion the stored version; 0 when the conversation must not exist yet
     */
    public record ConversationWrite(Conversation conversation, long expectedVersion) {
        public ConversationWrite {
            require(
                    expectedVersion == 0 || conversation.version() == expectedVersion + 1,
                    "a conversation written over version %d must have the next, has %d"
                            .formatted(expectedVersion, conversation.version()));
        }
    }

    /**
     * What becomes of a document.
     *
     * @param expectedVersion the stored version; 0 when the document must not exist yet
     * @param text its next text; absent when it is removed, for which it must exist
     */
    public record DocumentWrite(
            DocumentKey key, long expectedVersion, @Nullable String text) {
        public DocumentWrite {
            text = text == null ? null : Input.text("document.text", text);
            require(expectedVersion >= 0, "a document's expected version must be 0 or more");
            require(text != null || expectedVersion > 0, "a document that is removed must exist");
        }
    }

    public Changeset {
        at = Input.instant("changeset.at", at);
        leads = List.copyOf(leads);
        conversations = List.copyOf(conversations);
        messages = List.copyOf(messages);
        activities = List.copyOf(activities);
        documents = List.copyOf(documents);
        endpoints = Collections.unmodifiableSet(new TreeSet<>(endpoints));
        endpoints.forEach(endpoint -> Input.id("changeset.endpoint", endpoint));
        requireConsistent(tenant, leads, conversations, messages, activities);
        Set<DocumentKey> keys = new HashSet<>();
        documents.forEach(write -> require(keys.add(write.key()), "a document may be written once in a changeset"));
    }

    /**
     * For stores, to check what they are to apply together.
     *
     * @throws IllegalArgumentException if the changesets are of more than one tenant
     */
    public static void requireOneTenant(List<Changeset> changesets) {
        require(
                changesets.stream().map(Changeset::tenant).distinct().count() <= 1,
                "changesets that are committed together must be of one tenant");
    }

    /**
     * The leads to which something happened, each with the version that it led to, in the order of their ids. Each
     * endpoint gets an entry for each of them.
     */
    public SortedMap<LeadId, Long> versionsWithActivities() {
        SortedMap<LeadId, Long> versions = new TreeMap<>();
        activities.forEach(activity -> versions.put(activity.lead(), activity.version()));
        return versions;
    }

    private static void requireConsistent(
            TenantId tenant,
            List<LeadWrite> leads,
            List<ConversationWrite> conversations,
            List<ChatMessage> messages,
            List<Activity> activities) {
        Map<LeadId, Long> versions = new HashMap<>();
        for (LeadWrite write : leads) {
            require(write.lead().tenant().equals(tenant), "all leads must belong to the tenant");
            require(
                    versions.put(write.lead().id(), write.lead().version()) == null,
                    "a lead may be written once in a changeset");
        }
        Set<String> sessions = new TreeSet<>();
        for (ConversationWrite write : conversations) {
            require(write.conversation().tenant().equals(tenant), "all conversations must belong to the tenant");
            require(sessions.add(write.conversation().session()), "a conversation may be written once in a changeset");
        }
        for (ChatMessage message : messages) {
            require(sessions.contains(message.session()), "a message needs its conversation in the changeset");
        }
        Set<List<Object>> places = new HashSet<>();
        for (Activity activity : activities) {
            require(places.add(List.of(activity.lead(), activity.index())), "an activity needs a place of its own");
            Long version = versions.get(activity.lead());
            require(
                    version != null && version == activity.version(),
                    "an activity needs its lead, at its version, in the changeset");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
