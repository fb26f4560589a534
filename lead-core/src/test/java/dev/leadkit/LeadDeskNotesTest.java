package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Note;
import dev.leadkit.lead.NoteId;
import dev.leadkit.store.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadDeskNotesTest {
    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final LeadKit kit = LeadKit.builder().store(store).clock(clock).build();
    private final LeadDesk ann = kit.tenant("acme").as(Actor.user("ann"));
    private final LeadDesk bob = kit.tenant("acme").as(Actor.user("bob"));
    private final Lead lead = ann.create(NewLead.named("Jane"));

    @Test
    void a_note_can_be_edited_and_keeps_what_it_said() {
        Instant written = clock.instant();
        ann.note(lead.id(), "called, no answer");
        ann.note(lead.id(), "likes tea");
        NoteId id = ann.notes(lead.id()).get(0).id();
        clock.advance(Duration.ofMinutes(5));

        Lead edited = bob.editNote(lead.id(), id, "called, answered");

        List<Note> notes = ann.notes(lead.id());
        assertThat(notes).extracting(Note::text).containsExactly("called, answered", "likes tea");
        assertThat(notes.get(0).revisions())
                .containsExactly(
                        new Note.Revision("called, no answer", Actor.user("ann"), written),
                        new Note.Revision("called, answered", Actor.user("bob"), clock.instant()));
        assertThat(notes).extracting(Note::isEdited).containsExactly(true, false);
        Activity last = ann.timeline(lead.id(), PageRequest.first(100)).items().get(4);
        assertThat(last.change()).isEqualTo(new Change.NoteEdited(id, "called, answered"));
        assertThat(last.version()).isEqualTo(edited.version());
        assertThat(NoteId.parse(id.toString())).isEqualTo(id);
    }

    @Test
    void a_removed_note_is_gone_from_the_notes_and_stays_in_the_timeline() {
        ann.note(lead.id(), "wrong lead");
        NoteId id = ann.notes(lead.id()).get(0).id();

        ann.removeNote(lead.id(), id);

        assertThat(ann.notes(lead.id())).isEmpty();
        assertThat(ann.timeline(lead.id(), PageRequest.first(100)).items())
                .extracting(Activity::change)
                .endsWith(new Change.Noted("wrong lead"), new Change.NoteRemoved(id));
        assertThatThrownBy(() -> ann.editNote(lead.id(), id, "again")).isInstanceOf(NoteNotFoundException.class);
        assertThatThrownBy(() -> ann.removeNote(lead.id(), id))
                .isInstanceOf(NoteNotFoundException.class)
                .hasMessage("lead %s: expected a note %s, found none; read its notes again", lead.id(), id);
    }

    @Test
    void an_edit_to_the_same_text_changes_nothing() {
        Lead noted = ann.note(lead.id(), "likes tea");
        NoteId id = ann.notes(lead.id()).get(0).id();

        assertThat(ann.editNote(lead.id(), id, "likes tea")).isEqualTo(noted);
    }

    @Test
    void of_two_edits_at_once_none_is_lost_from_the_history() {
        ann.note(lead.id(), "one");
        NoteId id = ann.notes(lead.id()).get(0).id();
        store.beforeTheNextCommit(() -> bob.editNote(lead.id(), id, "bob's"));

        ann.editNote(lead.id(), id, "ann's");

        assertThat(ann.notes(lead.id()).get(0).revisions())
                .extracting(Note.Revision::text)
                .containsExactly("one", "bob's", "ann's");
    }

    @Test
    void what_is_no_note_is_refused() {
        NoteId created = new NoteId(1, 0);

        assertThatThrownBy(() -> ann.editNote(lead.id(), created, "x")).isInstanceOf(NoteNotFoundException.class);
        assertThatThrownBy(() -> ann.editNote(lead.id(), created, " ")).isInstanceOf(InvalidInputException.class);
        for (String text : List.of("", "4", "4-", "a-b", "1-2-3")) {
            assertThatThrownBy(() -> NoteId.parse(text)).isInstanceOf(InvalidInputException.class);
        }
    }
}
