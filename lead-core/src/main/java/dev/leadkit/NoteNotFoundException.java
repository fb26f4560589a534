package dev.leadkit;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NoteId;

/** The lead has no such note, or it was removed. Nothing was written. */
public final class NoteNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LeadId lead;
    private final transient NoteId note;

    NoteNotFoundException(LeadId lead, NoteId note) {
        super("lead %s: expected a note %s, found none; read its notes again".formatted(lead, note));
        this.lead = lead;
        this.note = note;
    }

    public LeadId lead() {
        return lead;
    }

    public NoteId note() {
        return note;
    }
}
