package dev.leadkit.examples.customstore;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.Changeset.LeadState;
import dev.leadkit.store.Claim;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.CommitResult.SeenMessage;
import dev.leadkit.store.ConflictCheck;
import dev.leadkit.store.DocumentKey;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.LeadFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one tenant has, in its plainest form: no index, each question a scan. A database would have one for each of
 * these questions. Guarded by the store.
 */
final class TenantState implements ConflictCheck.Stored {
    private final Set<ChangesetId> applied = new HashSet<>();
    private final Map<LeadId, LeadState> leads = new LinkedHashMap<>();
    private final Map<String, Conversation> conversations = new HashMap<>();
    private final Map<SeenMessage, ChatMessage> messages = new LinkedHashMap<>();
    private final List<Activity> activities = new ArrayList<>();

    /** Whether a changeset of this id was applied. */
    boolean has(ChangesetId changeset) {
        return applied.contains(changeset);
    }

    /** Writes a changeset in whose way nothing stands. A message that is there already stays as it is. */
    CommitResult apply(Changeset changeset) {
        applied.add(changeset.id());
        changeset.leads().forEach(write -> leads.put(write.lead().id(), write.after()));
        changeset
                .conversations()
                .forEach(write -> conversations.put(write.conversation().session(), write.conversation()));
        activities.addAll(changeset.activities());
        Set<SeenMessage> seenBefore = new HashSet<>();
        for (ChatMessage message : changeset.messages()) {
            var key = new SeenMessage(message.session(), message.id());
            if (messages.putIfAbsent(key, message) != null) {
                seenBefore.add(key);
            }
        }
        return new CommitResult(false, seenBefore);
    }

    @Override
    public long conversationVersion(String session) {
        return Optional.ofNullable(conversations.get(session))
                .map(Conversation::version)
                .orElse(0L);
    }

    @Override
    public long leadVersion(LeadId lead) {
        return find(lead).map(Lead::version).orElse(0L);
    }

    /** There are none: the store declares no documents. */
    @Override
    public long documentVersion(DocumentKey key) {
        return 0;
    }

    @Override
    public Optional<LeadId> holder(Claim claim) {
        return leads.values().stream()
                .filter(state -> Claim.of(state).contains(claim))
                .map(state -> state.lead().id())
                .findFirst();
    }

    Optional<Lead> find(LeadId id) {
        return Optional.ofNullable(leads.get(id)).map(LeadState::lead);
    }

    Optional<Lead> findByIdentity(String pipeline, IdentityKey identity) {
        return holder(new Claim(pipeline, identity))
                .flatMap(this::find)
                .or(() -> leads.values().stream()
                        .filter(state -> state.identities().contains(identity))
                        .map(LeadState::lead)
                        .filter(lead -> lead.pipeline().equals(pipeline) && !lead.withdrawn())
                        .min(Comparator.comparing(Lead::closed)
                                .thenComparing(
                                        Comparator.comparing(Lead::createdAt).reversed())
                                .thenComparing(Comparator.comparing(Lead::id).reversed())));
    }

    Stream<Lead> matching(LeadFilter filter) {
        return leads.values().stream().map(LeadState::lead).filter(filter::matches);
    }

    /** In the order in which they were committed, which is that of the lead's versions. */
    List<Activity> timeline(LeadId lead) {
        return activities.stream()
                .filter(activity -> activity.lead().equals(lead))
                .toList();
    }

    /** Each lead's are in their order already. */
    List<Activity> activities(ChangesetId changeset) {
        return activities.stream()
                .filter(activity -> activity.changeset().equals(changeset))
                .sorted(Comparator.comparing(Activity::lead))
                .toList();
    }

    /** The transcript brings the messages to their order. */
    Optional<Transcript> transcript(String session) {
        return Optional.ofNullable(conversations.get(session))
                .map(conversation -> new Transcript(
                        conversation,
                        messages.values().stream()
                                .filter(message -> message.session().equals(session))
                                .toList()));
    }
}
