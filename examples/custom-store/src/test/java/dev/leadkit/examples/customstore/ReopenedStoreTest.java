package dev.leadkit.examples.customstore;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aFullLead;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the contract can't see: that a store is what it was when it is opened again, however it ended. */
class ReopenedStoreTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("leads.log");
    }

    private static Changeset creating(Lead lead) {
        ChangesetBuilder unit = aChangeset();
        unit.conversation(Conversation.begin(ACME, "s-" + lead.id(), "widget"), 0);
        unit.messages(List.of(aMessage("s-" + lead.id(), "m-1").build()));
        unit.create(lead, NOW, null);
        return unit.build();
    }

    private byte[] written(Changeset... changesets) throws IOException {
        try (FileLeadStore store = FileLeadStore.open(file)) {
            for (Changeset each : changesets) {
                store.commit(each);
            }
        }
        return Files.readAllBytes(file);
    }

    private static void assertHasAllOf(FileLeadStore store, Changeset changeset) {
        Lead lead = changeset.leads().get(0).lead();
        assertThat(store.find(ACME, lead.id())).contains(lead);
        assertThat(store.timeline(ACME, lead.id(), PageRequest.first(50)).items())
                .isEqualTo(changeset.activities());
        assertThat(store.transcript(ACME, "s-" + lead.id()).orElseThrow().messages())
                .isEqualTo(changeset.messages());
    }

    private static void assertHasNothingOf(FileLeadStore store, Changeset changeset) {
        Lead lead = changeset.leads().get(0).lead();
        assertThat(store.find(ACME, lead.id())).isEmpty();
        assertThat(store.timeline(ACME, lead.id(), PageRequest.first(50)).items())
                .isEmpty();
        assertThat(store.transcript(ACME, "s-" + lead.id())).isEmpty();
    }

    @Test
    void all_that_was_committed_is_there_again() throws IOException {
        Changeset first = creating(aFullLead().build());
        Changeset second = creating(aLead().build());
        written(first, second);

        try (FileLeadStore store = FileLeadStore.open(file)) {
            assertHasAllOf(store, first);
            assertHasAllOf(store, second);
            assertThat(store.commit(first)).isEqualTo(CommitResult.REPEATED);
        }
    }

    @Test
    void a_last_line_torn_at_any_byte_is_gone_and_all_before_it_is_there() throws IOException {
        Changeset first = creating(aLead().build());
        Changeset second = creating(aLead().session("s-2").build());
        int whole = written(first, second).length;
        Changeset last = creating(aLead().named("Jane").build());
        byte[] all = written(last);

        for (int end = whole; end < all.length; end++) {
            Files.write(file, Arrays.copyOf(all, end));

            try (FileLeadStore store = FileLeadStore.open(file)) {
                assertHasAllOf(store, first);
                assertHasAllOf(store, second);
                assertHasNothingOf(store, last);
            }
            assertThat(file).as("what is left of %d bytes", end).hasSize(whole);
        }
    }

    @Test
    void after_a_torn_line_it_goes_on_as_if_that_had_never_been() throws IOException {
        Changeset first = creating(aLead().build());
        written(first);
        Changeset torn = creating(aLead().build());
        byte[] all = written(torn);
        Files.write(file, Arrays.copyOf(all, all.length - 7));

        assertThat(written(torn)).isEqualTo(all);

        try (FileLeadStore store = FileLeadStore.open(file)) {
            assertHasAllOf(store, first);
            assertHasAllOf(store, torn);
        }
    }

    @Test
    void changesets_of_one_call_are_torn_together() throws IOException {
        Changeset first = creating(aLead().build());
        Changeset second = creating(aLead().build());
        try (FileLeadStore store = FileLeadStore.open(file)) {
            store.commitAll(List.of(first, second));
        }
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length - 1));

        try (FileLeadStore store = FileLeadStore.open(file)) {
            assertHasNothingOf(store, first);
            assertHasNothingOf(store, second);
        }
    }

    @Test
    void what_was_acknowledged_and_is_damaged_is_not_passed_over_in_silence() throws IOException {
        byte[] all = written(creating(aLead().build()), creating(aLead().build()));
        all[20] ^= 1;
        Files.write(file, all);

        assertThatThrownBy(() -> FileLeadStore.open(file))
                .isInstanceOf(StoreException.class)
                .hasMessage("the log is damaged at byte 0, and more follows");
        assertThat(file).hasBinaryContent(all);
    }

    @Test
    void a_second_one_over_the_same_file_is_refused() throws IOException {
        try (FileLeadStore first = FileLeadStore.open(file)) {
            assertThatThrownBy(() -> FileLeadStore.open(file)).isInstanceOf(StoreException.class);
            first.commit(creating(aLead().build()));
        }
        FileLeadStore.open(file).close();
    }

    @Test
    void once_a_write_has_failed_nothing_is_told_that_may_not_be_in_the_file() throws IOException {
        FileLeadStore store = FileLeadStore.open(file);
        store.close(); // so that the next write fails
        Changeset unit = creating(aLead().build());

        assertThatThrownBy(() -> store.commit(unit)).isInstanceOf(StoreException.class);

        assertThatThrownBy(() -> store.find(ACME, unit.leads().get(0).lead().id()))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.commit(unit)).isInstanceOf(StoreException.class);
    }
}
