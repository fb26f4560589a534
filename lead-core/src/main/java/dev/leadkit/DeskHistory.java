package dev.leadkit;

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
import java.util.List;

/** What can be told of a lead's past by its whole timeline. */
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
}
