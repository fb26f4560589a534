package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.HASHER;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a unit of work when the database fails in the middle of it. */
@ParameterizedClass
@EnumSource(Database.class)
class FailingDatabaseTest {
    private final Database kind;
    private final FaultyDatabase database;
    private final JdbcLeadStore store;

    FailingDatabaseTest(Database kind) {
        this.kind = kind;
        this.database = new FaultyDatabase(kind.fresh());
        this.store = JdbcLeadStore.over(database.dataSource());
    }

    @Test
    void a_deadlock_at_any_statement_or_at_the_commit_is_repeated_and_leaves_no_trace() {
        int statements = statementsOf(unit("s-0"));

        for (int call = 1; call <= statements; call++) {
            Changeset unit = unit("s-" + call);
            database.failAt(call, kind.deadlock());

            assertThat(store.commit(unit)).as("call %d", call).isEqualTo(CommitResult.APPLIED);

            assertIsStoredOnce(unit, "s-" + call);
        }
        assertThat(statements).isPositive();
    }

    @Test
    void a_deadlock_that_the_driver_wraps_is_repeated_as_well() {
        var batch = new BatchUpdateException(new BatchUpdateException(kind.deadlock()));
        Changeset unit = unit("s-1");
        database.failAt(1, batch);

        assertThat(store.commit(unit)).isEqualTo(CommitResult.APPLIED);

        assertThat(batch.getErrorCode()).isZero();
        assertIsStoredOnce(unit, "s-1");
    }

    private int statementsOf(Changeset unit) {
        database.countCalls();
        store.commit(unit);
        return database.calls();
    }

    @Test
    void a_connection_lost_after_the_commit_is_not_mistaken_for_a_repeat() {
        store.commit(unit("s-1"));
        var next = aChangeset();
        next.conversation(Conversation.begin(ACME, "s-1", "widget"), 1);
        next.messages(
                List.of(aMessage("s-1", "m-1").build(), aMessage("s-1", "m-2").build()));
        Changeset unit = next.build();
        int statements = statementsUpToCommit(unit);
        database.failAfterCommit(statements, kind.lostConnection());

        CommitResult result = store.commit(unit);

        assertThat(result).isEqualTo(new CommitResult(false, Set.of(new CommitResult.SeenMessage("s-1", "m-1"))));
        assertThat(store.commit(unit)).isEqualTo(CommitResult.REPEATED);
        assertThat(store.transcript(ACME, "s-1").orElseThrow().messages()).hasSize(2);
    }

    @Test
    void an_answer_that_is_lost_after_the_commit_is_not_mistaken_for_a_repeat() {
        store.commit(creation());
        Changeset unit = creation();
        database.failAfterCommit(statementsOf(creation()), kind.lostConnection());

        assertThat(store.commit(unit)).isEqualTo(CommitResult.APPLIED);
        assertThat(store.commit(unit)).isEqualTo(CommitResult.REPEATED);
    }

    private static Changeset creation() {
        ChangesetBuilder unit = aChangeset();
        unit.create(aLead().named("Jane").tagged("vip").build(), NOW, null);
        return unit.build();
    }

    /** Found on a twin of the store, so that the unit itself is not used up. */
    private int statementsUpToCommit(Changeset unit) {
        var twin = new FaultyDatabase(kind.fresh());
        JdbcLeadStore other = JdbcLeadStore.over(twin.dataSource());
        other.commit(unit("s-1"));
        twin.countCalls();
        other.commit(unit);
        return twin.calls();
    }

    @Test
    void what_does_not_pass_is_told_at_once_without_the_driver_s_text() {
        int connectionsBefore = database.connections();
        database.failAt(1, new SQLException("Value too long: jane@acme.example", "22001", 22001));

        var failed = catchThrowableOfType(StoreException.class, () -> store.commit(unit("s-1")));

        assertThat(database.connections()).isEqualTo(connectionsBefore + 1);
        assertThat(failed).hasMessage("the database failed (SQLState 22001, vendor code 22001)");
        var printed = new StringWriter();
        failed.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString()).doesNotContain("jane");
        assertThat(store.transcript(ACME, "s-1")).isEmpty();
    }

    @Test
    void a_connection_that_broke_is_not_mistaken_for_one_of_a_careless_host() {
        boolean[] broken = {false};
        DataSource breaking = H2Databases.intercepted(
                DataSource.class, kind.fresh(), (give, call) -> breaking((Connection) call.proceed(), broken));
        JdbcLeadStore other = JdbcLeadStore.over(breaking);
        broken[0] = true;

        assertThatThrownBy(() -> other.commit(creation()))
                .isInstanceOf(StoreException.class)
                .hasMessage("the database failed (SQLState 08003, vendor code 0)");
    }

    /** A connection that is closed at its other end, of which H2 says that auto-commit is off. */
    private static Connection breaking(Connection connection, boolean[] broken) {
        return H2Databases.intercepted(
                Connection.class,
                connection,
                (method, call) -> broken[0] && (method.equals("getAutoCommit") || method.equals("isValid"))
                        ? Boolean.FALSE
                        : call.proceed());
    }

    @Test
    void what_never_passes_is_given_up_after_a_bounded_number_of_attempts() {
        int[] attempts = {0};

        assertThatThrownBy(() -> Retry.run(() -> {
                    attempts[0]++;
                    throw new PassingException("busy", null);
                }))
                .isInstanceOf(StoreException.class)
                .hasMessage("busy");

        assertThat(attempts[0]).isEqualTo(Retry.ATTEMPTS);
    }

    @Test
    void a_read_is_repeated_as_well() {
        Lead lead = unit("s-1").leads().get(0).lead();
        database.failAt(1, kind.lockTimeOut());

        assertThat(store.find(ACME, lead.id())).isEmpty();
        assertThat(database.calls())
                .as("twice the statement, and a commit where one is needed")
                .isEqualTo(kind == Database.POSTGRESQL ? 2 : 3);
    }

    @Test
    void a_connection_goes_back_as_it_came() throws SQLException {
        try (Connection connection = kind.fresh().getConnection()) {
            for (boolean autoCommit : new boolean[] {true, false}) {
                connection.setAutoCommit(autoCommit);
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                var session = new JdbcSession(alwaysGiving(connection), kind.dialect(), TableNames.DEFAULT);

                session.transaction(statements -> 1);
                assertThatThrownBy(() -> session.snapshot(statements -> {
                            throw new SQLException("broken", "42000", 42000);
                        }))
                        .isInstanceOf(StoreException.class);

                assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
                assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
            }
        }
    }

    /** As a pool of one would. */
    private static DataSource alwaysGiving(Connection connection) {
        Connection open = H2Databases.intercepted(
                Connection.class, connection, (method, call) -> method.equals("close") ? null : call.proceed());
        return H2Databases.intercepted(DataSource.class, H2Databases.inMemory(), (method, call) -> open);
    }

    private static Changeset unit(String session) {
        ChangesetBuilder unit = aChangeset();
        unit.conversation(Conversation.begin(ACME, session, "widget"), 0);
        unit.messages(List.of(aMessage(session, "m-1").build()));
        unit.create(aLead().session(session).named("Jane").tagged("vip").build(), NOW, null);
        return unit.build();
    }

    private void assertIsStoredOnce(Changeset unit, String session) {
        Lead lead = unit.leads().get(0).lead();
        assertThat(store.find(ACME, lead.id())).contains(lead);
        assertThat(store.findByIdentity(ACME, lead.pipeline(), HASHER.key(Identity.session(session))))
                .contains(lead);
        assertThat(store.transcript(ACME, session).orElseThrow().messages()).isEqualTo(unit.messages());
        assertThat(store.timeline(ACME, lead.id(), PageRequest.first(50)).items())
                .isEqualTo(unit.activities());
    }
}
