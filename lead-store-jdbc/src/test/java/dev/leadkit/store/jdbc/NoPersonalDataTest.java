package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.leadkit.LeadDesk;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleLeadException;
import dev.leadkit.store.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever goes wrong, no exception and no line of a log says who the person is or what he wrote. That no log does in any
 * other test of this module is the work of {@link CanaryExtension}.
 */
@Tag("reliability")
@ParameterizedClass
@EnumSource(Database.class)
class NoPersonalDataTest {
    private static final String SECRET = Canary.WORD + "-4711";
    private static final String EMAIL = SECRET + "@acme.example";

    private final Database kind;
    private final DataSource database;
    private final JdbcLeadStore store;

    NoPersonalDataTest(Database kind) {
        this.kind = kind;
        this.database = kind.fresh();
        this.store = JdbcLeadStore.over(database);
    }

    @Test
    void a_refused_commit_names_ids_and_versions_alone() {
        Changeset first = unit();
        store.commit(first);
        Lead lead = first.leads().get(0).lead();
        ChangesetBuilder stale = aChangeset();
        stale.update(
                lead.toBuilder().version(7).build(),
                lead.toBuilder().assignee(SECRET).build(),
                NOW,
                null);
        ChangesetBuilder begun = aChangeset();
        begun.conversation(Conversation.begin(ACME, "session", "widget"), 0);
        ChangesetBuilder taken = aChangeset();
        taken.create(lead(), NOW, null);

        assertSaysNothing(catchThrowable(() -> store.commit(stale.build())), StaleLeadException.class);
        assertSaysNothing(catchThrowable(() -> store.commit(begun.build())), StaleConversationException.class);
        assertSaysNothing(catchThrowable(() -> store.commit(taken.build())), IdentityTakenException.class);
        assertThat(Canary.leaks()).isEmpty();
    }

    @Test
    void a_database_that_fails_at_any_table_gives_nothing_away() throws SQLException {
        // From the one that is written last to the first, so that each is reached.
        for (String table : List.of("counter", "activity", "message", "identity", "lead_token", "lead_tag", "lead")) {
            breakTable(table);

            assertSaysNothing(catchThrowable(() -> store.commit(unit())), StoreException.class);
        }
        Database.execute(database, "ALTER TABLE leadkit_lead RENAME TO gone");
        assertSaysNothing(
                catchThrowable(
                        () -> store.list(ACME, LeadQuery.of(LeadFilter.all().matching(SECRET)))),
                StoreException.class);
        assertThat(Canary.leaks()).isEmpty();
    }

    @Test
    void a_refused_request_repeats_no_value() {
        LeadDesk desk = Hosts.kit(store).tenant(ACME.value()).as(Actor.user("ann"));
        String tooLong = SECRET.repeat(2_000);

        Stream.<Runnable>of(
                        () -> desk.create(NewLead.named(tooLong)),
                        () -> desk.create(NewLead.named("Jane").email(tooLong)),
                        () -> desk.create(NewLead.named("Jane").phone(tooLong)),
                        () -> desk.create(NewLead.named("Jane").company(tooLong)),
                        () -> desk.create(NewLead.named("Jane").externalId(SECRET + "\u0000")),
                        () -> desk.create(NewLead.named("Jane").tag(tooLong)),
                        () -> aMessage(SECRET + "\u0000", "m-1").build(),
                        () -> aMessage("session", "m-1")
                                .visitor(tooLong.repeat(50))
                                .build())
                .forEach(refused -> assertSaysNothing(catchThrowable(refused::run), RuntimeException.class));
    }

    @Test
    void capture_logs_nothing_of_what_was_said() {
        CaptureEngine engine = Hosts.engines(1, store).get(0);

        for (int i = 0; i < 3; i++) {
            engine.tenant(ACME.value())
                    .onMessage(aMessage("session", "m-" + i)
                            .visitor("I am Jane Müller, %s, +1 212 555 0142, buying %s %d".formatted(EMAIL, SECRET, i))
                            .build());
        }
        engine.tenant(ACME.value()).explain("session");

        assertThat(store.list(ACME, LeadQuery.of(LeadFilter.all().matching(SECRET)))
                        .items())
                .hasSize(1);
        assertThat(Canary.leaks()).isEmpty();
    }

    @Test
    void an_h2_file_keeps_no_trace_beside_the_data(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("leads");
        try (JdbcLeadStore inFile = JdbcLeadStore.h2File(file)) {
            try (Connection connection = H2Databases.at(H2File.url(file)).getConnection()) {
                breakTable(connection, "counter");
            }

            assertSaysNothing(catchThrowable(() -> inFile.commit(unit())), StoreException.class);
        }

        try (Stream<Path> files = Files.list(folder)) {
            for (Path other :
                    files.filter(each -> !each.toString().endsWith(".mv.db")).toList()) {
                assertThat(Canary.isPersonal(Files.readString(other, StandardCharsets.UTF_8)))
                        .as("%s", other)
                        .isFalse();
            }
        }
    }

    /** With the word in everything that a person has to do with. */
    private static Changeset unit() {
        ChangesetBuilder unit = aChangeset();
        unit.conversation(Conversation.begin(ACME, "session", "widget"), 0);
        unit.messages(
                List.of(aMessage("session", "m-1").visitor("I am " + SECRET).build()));
        unit.create(lead(), NOW, null);
        return unit.build();
    }

    private static Lead lead() {
        return aLead().named(SECRET)
                .email(EMAIL)
                .phone("+4915123456789")
                .knownBy(Identity.verified(IdentityKind.EMAIL, EMAIL))
                .tagged(SECRET)
                .worth("10", "EUR")
                .build();
    }

    private void breakTable(String table) throws SQLException {
        try (Connection connection = database.getConnection()) {
            breakTable(connection, table);
        }
    }

    /** By a column more that every row needs: PostgreSQL tells of the whole row that has not got it. */
    private static void breakTable(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE leadkit_%s ADD COLUMN missing INT NOT NULL".formatted(table));
        }
    }

    private void assertSaysNothing(Throwable failure, Class<? extends Throwable> expected) {
        assertThat(failure).isInstanceOf(expected);
        var printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertThat(Canary.isPersonal(printed.toString()))
                .as("%s on %s", printed, kind)
                .isFalse();
    }
}
