package dev.leadkit.store;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadDiff;
import dev.leadkit.lead.LeadTrace;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.Changeset.ConversationWrite;
import dev.leadkit.store.Changeset.DocumentWrite;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Changeset.LeadWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a changeset from values before and after, and the timeline from the difference between them. Not safe to share.
 */
public final class ChangesetBuilder {
    private final ChangesetId id;
    private final TenantId tenant;
    private final Instant at;
    private final Actor actor;
    private final IdentityHasher hasher;
    private final List<LeadWrite> leads = new ArrayList<>();
    private final List<ConversationWrite> conversations = new ArrayList<>();
    private final List<ChatMessage> messages = new ArrayList<>();
    private final List<Activity> activities = new ArrayList<>();
    private final List<DocumentWrite> documents = new ArrayList<>();
    private Set<String> endpoints = Set.of();

    /** @param at when it is made, by the kit's clock */
    public ChangesetBuilder(ChangesetId id, TenantId tenant, Instant at, Actor actor, IdentityHasher hasher) {
        this.id = id;
        this.tenant = tenant;
        this.at = at;
        this.actor = actor;
        this.hasher = hasher;
    }

    /**
     * Adds a new lead with all that it begins with.
     *
     * @param happenedAt when it became one, for its timeline
     * @param extra what happened beside that, such as a note
     * @return the lead as it will be stored
     */
    public Lead create(Lead lead, Instant happenedAt, @Nullable Cause cause, Change... extra) {
        Lead stored = lead.toBuilder().version(1).build();
        List<Change> changes = new ArrayList<>(LeadDiff.ofNew(stored));
        changes.addAll(List.of(extra));
        LeadTrace trace = LeadDiff.traceOfNew(stored, happenedAt);
        write(null, stored, changes, trace, happenedAt, cause);
        return stored;
    }

    /**
     * Adds a lead's next value; its version is set here.
     *
     * @param before the value that was read, as it is stored
     * @param extra what happened beside the difference of the two, such as a note
     * @return the lead as it will be stored
     */
    public Lead update(Lead before, Lead after, Instant happenedAt, @Nullable Cause cause, Change... extra) {
        return update(before, before, after, happenedAt, cause, extra);
    }

    /**
     * Adds a lead's next value that it comes to in two steps, each of which stands in the timeline: it is brought to another
     * version of its pipeline, and moved there.
     *
     * @param between the value after the first step; {@code before} itself where there is none
     * @return the lead as it will be stored
     */
    public Lead update(
            Lead before, Lead between, Lead after, Instant happenedAt, @Nullable Cause cause, Change... extra) {
        Lead stored = after.toBuilder().version(before.version() + 1).build();
        List<Change> changes = new ArrayList<>(LeadDiff.between(before, between, happenedAt));
        changes.addAll(LeadDiff.between(between, stored, happenedAt));
        changes.addAll(List.of(extra));
        LeadTrace trace = LeadDiff.traceBetween(before, stored);
        if (changes.isEmpty() && !trace.isEmpty()) {
            changes.add(new Change.Adjusted());
        }
        write(before, stored, changes, trace, happenedAt, cause);
        return stored;
    }

    private void write(
            @Nullable Lead before,
            Lead lead,
            List<Change> changes,
            LeadTrace trace,
            Instant happenedAt,
            @Nullable Cause cause) {
        leads.add(new LeadWrite(before == null ? null : LeadState.of(before, hasher), LeadState.of(lead, hasher)));
        for (int i = 0; i < changes.size(); i++) {
            LeadTrace its = i == 0 ? trace : LeadTrace.NONE;
            activities.add(
                    new Activity(lead.id(), lead.version(), i, happenedAt, actor, id, cause, changes.get(i), its));
        }
    }

    /**
     * Adds a conversation's next value; its version is set here, unless it is the first.
     *
     * @param expectedVersion the version that was read; 0 when there is no such conversation yet
     * @return the conversation as it will be stored
     */
    public Conversation conversation(Conversation next, long expectedVersion) {
        Conversation stored = expectedVersion == 0 ? next : next.withVersion(expectedVersion + 1);
        conversations.add(new ConversationWrite(stored, expectedVersion));
        return stored;
    }

    public ChangesetBuilder messages(List<ChatMessage> newMessages) {
        messages.addAll(newMessages);
        return this;
    }

    /**
     * Adds a document's next text.
     *
     * @param expectedVersion the version that was read; 0 when there is no such document yet
     * @param text absent when the document is removed
     * @throws dev.leadkit.lead.InvalidInputException if the text is no {@link dev.leadkit.lead.Input#text}
     */
    public ChangesetBuilder document(DocumentKey key, long expectedVersion, @Nullable String text) {
        documents.add(new DocumentWrite(key, expectedVersion, text));
        return this;
    }

    /** Sets the endpoints that get the activities; none unless said. */
    public ChangesetBuilder endpoints(Set<String> names) {
        endpoints = Set.copyOf(names);
        return this;
    }

    public Changeset build() {
        return new Changeset(id, tenant, at, actor, leads, conversations, messages, activities, documents, endpoints);
    }
}
