package dev.leadkit;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadRebuild;
import dev.leadkit.lead.Note;
import dev.leadkit.lead.NoteId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be told of a lead's past by its whole timeline and its conversations. */
final class DeskHistory {
    private final LeadStore store;
    private final TenantId tenant;

    DeskHistory(LeadStore store, TenantId tenant) {
        this.store = store;
        this.tenant = tenant;
    }

    List<Activity> timeline(LeadId lead) {
        return Pages.timeline(store, tenant, lead).toList();
    }

    List<Note> notes(LeadId lead) {
        return Note.of(timeline(lead));
    }

    /** @throws NoteNotFoundException if the lead has no such note, or has it no longer */
    Note note(LeadId lead, NoteId id) {
        return notes(lead).stream()
                .filter(note -> note.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoteNotFoundException(lead, id));
    }

    /** The lead as it was at a version that it had or has. */
    Lead asOf(Lead now, long version) {
        if (version < 1 || version > now.version()) {
            throw new InvalidInputException(
                    "version", "a version that the lead had, 1 to %d".formatted(now.version()), Long.toString(version));
        }
        return version == now.version() ? now : LeadRebuild.asOf(tenant, timeline(now.id()), version);
    }

    /** The lead's conversations with all their messages, in the order in which they were linked. */
    List<Transcript> transcripts(Lead lead) {
        return lead.sessions().stream()
                .flatMap(session -> store.transcript(tenant, session).stream())
                .toList();
    }

    /** The messages of its conversations that are its own, or of a lead that was merged into it, in their order. */
    List<ChatMessage> messages(Lead lead) {
        List<ChatMessage> messages = new ArrayList<>();
        for (Transcript transcript : transcripts(lead)) {
            Conversation conversation = transcript.conversation();
            Set<LeadId> its = conversation.segments().stream()
                    .map(Conversation.Segment::lead)
                    .filter(part -> survivor(part).equals(lead.id()))
                    .collect(Collectors.toSet());
            for (ChatMessage message : transcript.messages()) {
                LeadId part = conversation.leadAt(message.at());
                if (part != null && its.contains(part)) {
                    messages.add(message);
                }
            }
        }
        return messages.stream().sorted().toList();
    }

    /** The lead that stands for one: itself, or the one that it was merged into. */
    private LeadId survivor(LeadId id) {
        LeadId into = store.find(tenant, id).map(Lead::mergedInto).orElse(null);
        return into == null ? id : survivor(into);
    }
}
