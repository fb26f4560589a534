package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.HASHER;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aFullLead;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StoreException;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FileTest {
    @TempDir
    Path folder;

    @Test
    void a_file_that_is_closed_and_opened_again_holds_everything() {
        Path file = folder.resolve("leads");
        Lead lead = aFullLead().build();
        ChatMessage message = aMessage("s-1", "m-1").build();
        ChangesetBuilder builder = aChangeset();
        builder.conversation(Conversation.begin(ACME, "s-1", "widget"), 0);
        builder.messages(List.of(message)).create(lead, NOW, null);
        Changeset unit = builder.build();
        try (JdbcLeadStore store = JdbcLeadStore.h2File(file)) {
            store.commit(unit);
        }

        try (JdbcLeadStore store = JdbcLeadStore.h2File(folder.resolve("leads.mv.db"))) {
            assertThat(store.find(ACME, lead.id())).contains(lead);
            assertThat(store.findByIdentity(ACME, lead.pipeline(), HASHER.key(Identity.session("s-1"))))
                    .contains(lead);
            assertThat(store.transcript(ACME, "s-1").orElseThrow().messages()).containsExactly(message);
            assertThat(store.timeline(ACME, lead.id(), PageRequest.first(50)).items())
                    .isEqualTo(unit.activities());
            assertThat(store.commit(unit)).isEqualTo(CommitResult.REPEATED);
        }
        assertThat(folder.resolve("leads.mv.db")).isRegularFile();
    }

    @Test
    void a_file_that_is_no_database_is_refused_typed() throws Exception {
        Files.writeString(folder.resolve("text.mv.db"), "this is no database");

        assertThatThrownBy(() -> JdbcLeadStore.h2File(folder.resolve("text.mv.db")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the database can't be used (SQLState");
    }

    @Test
    void a_second_store_in_the_file_goes_on_when_the_first_is_closed() {
        Path file = folder.resolve("leads");
        Lead lead = aFullLead().build();

        try (JdbcLeadStore second = JdbcLeadStore.h2File(file)) {
            JdbcLeadStore.h2File(file).close();
            second.commit(creating(lead));

            assertThat(second.find(ACME, lead.id())).contains(lead);
        }
    }

    @Test
    void a_thread_that_is_interrupted_takes_the_file_from_nobody() throws Exception {
        try (JdbcLeadStore store = JdbcLeadStore.h2File(folder.resolve("leads"))) {
            var interrupted = new AtomicInteger();
            Thread victim = new Thread(() -> {
                for (int i = 0; i < 100; i++) {
                    Thread.currentThread().interrupt();
                    store.commit(creating(aLead().build()));
                    if (Thread.interrupted()) {
                        interrupted.incrementAndGet();
                    }
                }
            });
            victim.start();
            for (int i = 0; i < 100; i++) {
                store.commit(creating(aLead().build()));
            }
            victim.join();

            assertThat(interrupted).hasValue(100);
            assertThat(store.list(ACME, LeadQuery.all().limit(500)).items()).hasSize(200);
        }
    }

    @Test
    void a_file_that_another_url_of_h2_made_is_opened() {
        Path file = folder.resolve("leads");
        Lead lead = aFullLead().build();
        JdbcLeadStore.over(H2Databases.at("jdbc:h2:file:" + file)).commit(creating(lead));

        try (JdbcLeadStore store = JdbcLeadStore.h2File(file)) {
            assertThat(store.find(ACME, lead.id())).contains(lead);
        }
    }

    @Test
    void a_file_does_not_grow_for_ever_while_it_is_open() throws Exception {
        Path file = folder.resolve("leads");

        try (JdbcLeadStore store = JdbcLeadStore.h2File(file);
                Connection other = H2Databases.at(H2File.url(file)).getConnection()) {
            // As if the 45 seconds were over for which H2 keeps what it has replaced.
            other.createStatement().execute("SET RETENTION_TIME 0");
            for (int i = 0; i < 1_500; i++) {
                store.commit(
                        creating(aLead().session("s-" + i).named("Jane " + i).build()));
            }

            assertThat(Files.size(folder.resolve("leads.mv.db"))).isLessThan(35_000_000);
        }
    }

    @Test
    void a_file_is_tidied_up_when_it_is_closed() throws Exception {
        Path file = folder.resolve("leads");
        long open;
        try (JdbcLeadStore store = JdbcLeadStore.h2File(file)) {
            for (int i = 0; i < 200; i++) {
                store.commit(aChangeset().build());
            }
            open = Files.size(folder.resolve("leads.mv.db"));
        }

        assertThat(Files.size(folder.resolve("leads.mv.db"))).isLessThan(open / 4);
    }

    @Test
    void closing_twice_does_no_harm() {
        JdbcLeadStore store = JdbcLeadStore.h2File(folder.resolve("leads"));

        store.close();
        store.close();

        assertThatThrownBy(() -> store.commit(aChangeset().build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("disposed");
    }

    @Test
    void a_path_that_h2_would_take_for_settings_is_refused() {
        assertThatThrownBy(() -> JdbcLeadStore.h2File(folder.resolve("leads;INIT=DROP ALL OBJECTS")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("file: expected a path without a semicolon, found one with a semicolon");
    }

    private static Changeset creating(Lead lead) {
        ChangesetBuilder unit = aChangeset();
        unit.create(lead, NOW, null);
        return unit.build();
    }

    @Test
    void without_h2_it_says_what_to_add() throws Exception {
        List<URL> others = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!Path.of(entry).getFileName().toString().startsWith("h2-")) {
                others.add(Path.of(entry).toUri().toURL());
            }
        }
        try (var withoutH2 = new URLClassLoader(others.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Method h2File = withoutH2.loadClass(JdbcLeadStore.class.getName()).getMethod("h2File", Path.class);

            Throwable thrown = catchThrowable(() -> h2File.invoke(null, folder.resolve("leads")))
                    .getCause();

            assertThat(thrown.getClass().getName()).isEqualTo(StoreException.class.getName());
            assertThat(thrown)
                    .hasMessage("expected H2 on the class path or module path, found none; add com.h2database:h2 to the"
                            + " application's dependencies");
        }
    }
}
