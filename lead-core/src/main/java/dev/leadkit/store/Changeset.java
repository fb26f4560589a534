package dev.leadkit.store;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.ChangesetId;
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
import java.util.TreeSet;

/**
 * A unit of work as a value: everything that one decision writes. A store applies all of it or nothing, and at most
 * once. Made with {@link ChangesetBuilder}.
 *
 * <p>The activities are also the events that listeners get; there is no second list that could differ.
 *
 * @param at when it was made, by the kit's clock
 * @param actor who did it
 * @param messages new messages of the conversations in {@code conversations}
 */
public record Changeset(
        ChangesetId id,
        TenantId tenant,
        Instant at,
        Actor actor,
        List<LeadWrite> leads,
        List<ConversationWrite> conversations,
        List<ChatMessage> messages,
        List<Activity> activities) {

    /**
     * A lead's next value.
     *
     * @param lead of version {@code expectedVersion + 1}
     * @param expectedVersion the stored version; 0 when the lead must not exist yet
     * @param identities the keys of all its identities, by which it can be found
     * @param claims those of its exclusive identities, which no other open lead of its pipeline may hold; empty once the
     *     lead is closed or withdrawn. The store gives up every claim of the lead that is not among them.
     */
    public record LeadWrite(Lead lead, long expectedVersion, Set<IdentityKey> identities, Set<IdentityKey> claims) {
        public LeadWrite {
            if (lead.version() != expectedVersion + 1) {
                throw new IllegalArgumentException("a lead written over version %d must have the next, has %d"
                        .formatted(expectedVersion, lead.version()));
            }
            // Sorted, so that two writers meet the same keys in the same order and can't deadlock.
            identities = Collections.unmodifiableSet(new TreeSet<>(identities));
            claims = Collections.unmodifiableSet(new TreeSet<>(claims));
        }
    }

    /**
     * A conversation's next value.
     *
     * @param conversation of version {@code expectedVersion + 1}
     * @param expectedVersion the stored version; 0 when the conversation must not exist yet
     */
    public record ConversationWrite(Conversation conversation, long expectedVersion) {
        public ConversationWrite {
            if (conversation.version() != expectedVersion + 1) {
                throw new IllegalArgumentException("a conversation written over version %d must have the next, has %d"
                        .formatted(expectedVersion, conversation.version()));
            }
        }
    }

    public Changeset {
        at = Input.instant("changeset.at", at);
        leads = List.copyOf(leads);
        conversations = List.copyOf(conversations);
        messages = List.copyOf(messages);
        activities = List.copyOf(activities);
        requireConsistent(tenant, leads, conversations, messages, activities);
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
