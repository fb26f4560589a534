package dev.leadkit.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A note on a lead, with everything that it ever said. Immutable and safe to share.
 *
 * @param revisions as it was written first, then as it was edited; at least one
 */
public record Note(NoteId id, List<Revision> revisions) {
    /** @param at when it was written so */
    public record Revision(String text, Actor by, Instant at) {
        static Revision of(String text, Activity activity) {
            return new Revision(text, activity.actor(), activity.at());
        }
    }

    public Note {
        revisions = List.copyOf(revisions);
        if (revisions.isEmpty()) {
            throw new IllegalArgumentException("a note has at least one revision, has none");
        }
    }

    /** What it says. */
    public String text() {
        return revisions.get(revisions.size() - 1).text();
    }

    public boolean isEdited() {
        return revisions.size() > 1;
    }

    /**
     * The notes of a lead, in the order in which they were written first; those that were removed are left out.
     *
     * @param timeline the lead's, whole from the beginning
     */
    public static List<Note> of(List<Activity> timeline) {
        Map<NoteId, Note> notes = new LinkedHashMap<>();
        for (Activity activity : timeline) {
            Change change = activity.change();
            if (change instanceof Change.Noted noted) {
                NoteId id = NoteId.of(activity);
                notes.put(id, new Note(id, List.of(Revision.of(noted.text(), activity))));
            } else if (change instanceof Change.NoteEdited edited) {
                notes.computeIfPresent(edited.note(), (id, note) -> note.with(Revision.of(edited.text(), activity)));
            } else if (change instanceof Change.NoteRemoved removed) {
                notes.remove(removed.note());
            }
        }
        return List.copyOf(notes.values());
    }

    private Note with(Revision revision) {
        List<Revision> more = new ArrayList<>(revisions);
        more.add(revision);
        return new Note(id, more);
    }
}
