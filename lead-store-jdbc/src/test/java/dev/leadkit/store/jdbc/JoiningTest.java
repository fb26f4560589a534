package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.ANN;
import static dev.leadkit.testkit.Leads.CLOCK;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.SECRET;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitOutcome;
import dev.leadkit.store.HostTransactionException;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.NoTransactionException;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleLeadException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Work within a transaction of the host: on a connection that the store did not open and leaves as it was. */
@ParameterizedClass
@EnumSource(StoreForm.class)
class JoiningTest {
    private final StoreForm form;
    private final DataSource database;
    private final LeadKit kit;
    private final LeadDesk desk;
    private final HostConnection host;
    private final LeadKit joined;
    private final LeadDesk joinedDesk;

    JoiningTest(StoreForm form) throws SQLException {
        this.form = form;
        this.database = form.database().fresh();
        HostRows.createIn(database);
        this.kit = LeadKit.builder()
                .store(form.over(database))
                .identityKey(SECRET.getBytes(StandardCharsets.UTF_8))
                .clock(CLOCK)
                .build();
        this.desk = kit.tenant("acme").as(ANN);
        this.host = begin();
        this.joined = kit.joining(host.guest());
        this.joinedDesk = joined.tenant("acme").as(ANN);
    }

    /** In READ COMMITTED: MariaDB's default locks the gaps between rows as well, so that others wait for much more. */
    private HostConnection begin() throws SQLException {
        Connection connection = database.getConnection();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return new HostConnection(connection);
    }

    @AfterEach
    void the_connection_is_as_the_host_gave_it() throws SQLException {
        host.assertIsUntouched();
        host.close();
    }

    @Test
    void a_row_of_the_host_and_a_lead_are_committed_together() throws SQLException {
        HostRows.insert(host.real(), 1);
        Lead lead = joinedDesk.create(NewLead.named("Jane"));
        joinedDesk.transition(lead.id(), "contacted");
        assertThat(desk.find(lead.id()))
                .as("seen from outside before the commit")
                .isEmpty();

        host.real().commit();

        assertThat(HostRows.count(database)).isEqualTo(1);
        assertThat(desk.get(lead.id()).stage()).isEqualTo("contacted");
        assertThat(versions(desk, lead.id())).containsExactly(1L, 2L);
    }

    @Test
    void a_row_of_the_host_and_a_lead_are_rolled_back_together_and_what_is_for_the_outbox_too() throws SQLException {
        Lead lead = aLead().session("s-1").build();
        ChangesetBuilder unit = aChangeset().endpoints(Set.of("crm"));
        unit.create(lead, NOW, null);
        HostRows.insert(host.real(), 1);

        joined.wiring().store().commit(unit.build());

        assertThat(rowsIn("leadkit_outbox", host.real())).isEqualTo(1);
        host.real().rollback();
        assertThat(HostRows.count(host.real())).isZero();
        assertThat(rowsIn("leadkit_outbox", host.real())).isZero();
        assertThat(kit.wiring().store().commit(unit.build()).repeated())
                .as("the same changeset, outside of the transaction")
                .isFalse();
    }

    @Test
    void every_read_sees_what_the_transaction_wrote() {
        Lead lead = joinedDesk.create(NewLead.named("Jane").externalId("crm-1"));
        joined.wiring().store().commit(said("s-1", 0));

        assertThat(joinedDesk.get(lead.id())).isEqualTo(lead);
        assertThat(joinedDesk.list(LeadQuery.all()).items()).containsExactly(lead);
        assertThat(joinedDesk.board(BoardQuery.all()).columns().get(0).count()).isEqualTo(1);
        assertThat(versions(joinedDesk, lead.id())).containsExactly(1L);
        assertThat(joined.wiring().store().findAll(ACME, List.of(lead.id()))).containsExactly(lead);
        assertThat(joined.wiring().store().transcript(ACME, "s-1")).isPresent();
        assertThat(kit.wiring().store().transcript(ACME, "s-1")).isEmpty();
    }

    @Test
    void each_conflict_comes_typed_leaves_nothing_and_the_transaction_goes_on() throws SQLException {
        Lead stale = desk.create(NewLead.named("Jane"));
        desk.tag(stale.id(), "vip");
        LeadStore store = joined.wiring().store();
        kit.wiring().store().commit(said("s-1", 0));
        Lead holder = aLead().session("s-2").build();
        kit.wiring().store().commit(creating(holder));
        HostRows.insert(host.real(), 1);

        var staleLead = catchThrowableOfType(
                StaleLeadException.class,
                () -> store.commit(aUnitThatBegins(
                        "s-7",
                        unit -> unit.update(
                                stale, stale.toBuilder().assignee("bob").build(), NOW, null))));
        var staleConversation =
                catchThrowableOfType(StaleConversationException.class, () -> store.commit(said("s-1", 0)));
        var taken = catchThrowableOfType(
                IdentityTakenException.class,
                () -> store.commit(creating(aLead().session("s-2").build())));

        HostRows.insert(host.real(), 2);
        host.real().commit();
        assertThat(staleLead.found()).isEqualTo(2);
        assertThat(staleConversation.found()).isEqualTo(1);
        assertThat(taken.holder()).isEqualTo(holder.id());
        assertThat(List.of(staleLead.isJoined(), staleConversation.isJoined(), taken.isJoined()))
                .containsOnly(true);
        assertThat(HostRows.count(database)).isEqualTo(2);
        assertThat(kit.wiring().store().transcript(ACME, "s-7")).isEmpty();
    }

    @Test
    void what_stands_in_the_way_of_one_changeset_keeps_no_other_from_being_applied() throws SQLException {
        Lead holder = aLead().session("s-1").build();
        kit.wiring().store().commit(creating(holder));
        Lead before = aLead().build();
        Lead after = aLead().build();

        List<CommitOutcome> outcomes = joined.wiring()
                .store()
                .commitAll(List.of(
                        creating(before), creating(aLead().session("s-1").build()), creating(after)));

        host.real().commit();
        assertThat(outcomes.get(1)).isInstanceOf(CommitOutcome.Conflicted.class);
        assertThat(desk.find(before.id())).isPresent();
        assertThat(desk.find(after.id())).isPresent();
        assertThat(desk.list(LeadQuery.all()).items()).hasSize(3);
    }

    /** The third savepoint is for reading what stood in the way. */
    @Test
    void an_edit_that_somebody_else_overtook_is_not_tried_again() {
        LeadId lead = desk.create(NewLead.named("Jane")).id();
        host.meddling(2, () -> desk.tag(lead, "vip"));

        var stale = catchThrowableOfType(StaleLeadException.class, () -> joinedDesk.tag(lead, "norway"));

        assertThat(stale.expected()).isEqualTo(1);
        assertThat(stale.found()).isEqualTo(2);
        assertThat(host.savepointsSet()).isEqualTo(3);
        assertThat(desk.get(lead).tags()).containsExactly("vip");
    }

    @Test
    void a_transaction_that_sees_only_what_was_there_when_it_began_is_told_typed_as_well() throws SQLException {
        LeadId lead = desk.create(NewLead.named("Jane")).id();
        try (HostConnection repeatable = repeatableRead()) {
            LeadDesk guest = kit.joining(repeatable.guest()).tenant("acme").as(ANN);
            guest.get(lead);
            desk.tag(lead, "vip");

            Throwable stale = catchThrowable(() -> guest.tag(lead, "norway"));

            if (form.database() == Database.MARIADB) {
                assertThat(stale).isInstanceOf(StaleLeadException.class);
            } else {
                assertThat(stale)
                        .isInstanceOfSatisfying(
                                HostTransactionException.class,
                                failed -> assertThat(failed.hostMustRollBack()).isEqualTo(isGone(repeatable, 9)));
            }
            repeatable.assertIsUntouched();
        }
        assertThat(desk.get(lead).tags()).containsExactly("vip");
    }

    private HostConnection repeatableRead() throws SQLException {
        Connection connection = database.getConnection();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        HostRows.insert(connection, 9);
        return new HostConnection(connection);
    }

    /** Whether the database has rolled back the transaction by itself, in which the host wrote a row. */
    private static boolean isGone(HostConnection transaction, int row) {
        try {
            return !HostRows.isThere(transaction.real(), row);
        } catch (SQLException aborted) {
            return true;
        }
    }

    @Test
    void a_claim_that_the_transaction_can_t_see_is_told_typed() throws SQLException {
        try (HostConnection repeatable = repeatableRead()) {
            LeadStore guest = kit.joining(repeatable.guest()).wiring().store();
            guest.find(ACME, aLead().build().id());
            Lead holder = aLead().session("s-1").build();
            kit.wiring().store().commit(creating(holder));

            Throwable refused = catchThrowable(
                    () -> guest.commit(creating(aLead().session("s-1").build())));

            if (refused instanceof IdentityTakenException taken) {
                assertThat(taken.holder()).isEqualTo(holder.id());
            } else {
                assertThat(refused)
                        .isInstanceOfSatisfying(
                                HostTransactionException.class,
                                hidden -> assertThat(hidden.hostMustRollBack()).isEqualTo(isGone(repeatable, 9)));
            }
            repeatable.assertIsUntouched();
        }
    }

    @Test
    void a_failure_at_any_statement_leaves_nothing_of_the_call_and_the_transaction_goes_on() throws SQLException {
        LeadId lead = desk.create(NewLead.named("Jane")).id();
        joinedDesk.preview(lead, "contacted"); // which pipelines the tenant has is known from now on
        host.failAt(Integer.MAX_VALUE, new SQLException());
        joinedDesk.transition(lead, "contacted");
        int executions = host.executions();
        host.real().rollback();

        for (int execution = 1; execution <= executions; execution++) {
            HostRows.insert(host.real(), execution);
            host.failAt(execution, form.database().lockTimeOut());

            var failed = catchThrowableOfType(
                    HostTransactionException.class, () -> joinedDesk.transition(lead, "contacted"));

            assertThat(failed.hostMustRollBack())
                    .as("after execution %d", execution)
                    .isFalse();
            assertThat(HostRows.count(host.real())).isEqualTo(execution);
            assertThat(joinedDesk.get(lead).stage()).isEqualTo("new");
        }
        joinedDesk.transition(lead, "contacted");
        host.real().commit();
        assertThat(executions).isGreaterThan(1);
        assertThat(HostRows.count(database)).isEqualTo(executions);
        assertThat(versions(desk, lead)).containsExactly(1L, 2L);
    }

    @Test
    void without_savepoints_whoever_fails_says_that_the_host_must_roll_back() throws SQLException {
        Lead holder = aLead().session("s-1").build();
        kit.wiring().store().commit(creating(holder));
        LeadStore guest = kit.joining(host.withoutSavepoints().guest()).wiring().store();
        guest.commit(creating(aLead().build()));

        var conflict = catchThrowableOfType(
                HostTransactionException.class,
                () -> guest.commit(creating(aLead().session("s-1").build())));
        host.real().rollback();
        host.failAt(1, form.database().deadlock());
        var failed = catchThrowableOfType(HostTransactionException.class, () -> guest.find(ACME, holder.id()));

        assertThat(conflict.hostMustRollBack()).isTrue();
        assertThat(conflict).hasMessageEndingWith("; the host must roll back its transaction");
        assertThat(failed.hostMustRollBack()).isTrue();
        assertThat(desk.list(LeadQuery.all()).items()).hasSize(1);
    }

    @Test
    void a_deadlock_is_told_with_what_the_database_did_about_the_transaction() throws Exception {
        LeadId first = desk.create(NewLead.named("First")).id();
        LeadId second = desk.create(NewLead.named("Second")).id();
        var bothHoldOne = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> one = threads.submit(() -> isVictim(first, second, 1, bothHoldOne));
            Future<Boolean> other = threads.submit(() -> isVictim(second, first, 2, bothHoldOne));

            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdownNow();
        }
        assertThat(HostRows.count(database)).isEqualTo(1);
        assertThat(desk.get(first).tags()).isEqualTo(desk.get(second).tags()).hasSize(1);
    }

    private boolean isVictim(LeadId mine, LeadId others, int row, CyclicBarrier bothHoldOne) throws Exception {
        try (HostConnection transaction = begin()) {
            LeadDesk guest = kit.joining(transaction.guest()).tenant("acme").as(ANN);
            HostRows.insert(transaction.real(), row);
            guest.tag(mine, "row-" + row);
            bothHoldOne.await();
            var deadlock = catchThrowableOfType(HostTransactionException.class, () -> guest.tag(others, "row-" + row));
            transaction.assertIsUntouched();
            if (deadlock == null) {
                transaction.real().commit();
                return false;
            }
            assertThat(deadlock.hostMustRollBack()).isEqualTo(isGone(transaction, row));
            transaction.real().rollback();
            return true;
        }
    }

    @Test
    void with_auto_commit_on_reads_work_and_every_change_is_refused_before_anything_is_written() throws SQLException {
        LeadId lead = desk.create(NewLead.named("Jane")).id();
        try (HostConnection alone = new HostConnection(database.getConnection())) {
            LeadKit guest = kit.joining(alone.guest());
            LeadDesk guestDesk = guest.tenant("acme").as(ANN);

            assertThat(guestDesk.get(lead).stage()).isEqualTo("new");
            assertThat(guestDesk.board(BoardQuery.all()).columns().get(0).count())
                    .isEqualTo(1);
            assertThatThrownBy(() -> guestDesk.create(NewLead.named("Joe"))).isInstanceOf(NoTransactionException.class);
            assertThatThrownBy(() -> guestDesk.transition(lead, "contacted"))
                    .isInstanceOf(NoTransactionException.class)
                    .hasMessage(
                            "expected a connection with auto-commit off, whose transaction the change can join, found"
                                    + " auto-commit on; switch it off before, or use the kit that is not joined");
            assertThatThrownBy(() -> CaptureEngine.builder(kit)
                            .build()
                            .joining(alone.guest())
                            .tenant("acme")
                            .onMessage(aMessage("s-1", "m-1").build()))
                    .isInstanceOf(NoTransactionException.class);

            alone.assertIsUntouched();
        }
        assertThat(desk.list(LeadQuery.all()).items()).hasSize(1);
        assertThat(desk.get(lead).stage()).isEqualTo("new");
        assertThat(kit.wiring().store().transcript(ACME, "s-1")).isEmpty();
    }

    @Test
    void joining_once_more_is_the_same_transaction_and_savepoints_of_the_host_stay_good() throws SQLException {
        Lead kept = joinedDesk.create(NewLead.named("Kept"));
        Savepoint before = host.real().setSavepoint();
        LeadDesk nested = joined.joining(host.guest()).tenant("acme").as(ANN);
        nested.transition(kept.id(), "contacted");
        Lead dropped = nested.create(NewLead.named("Dropped"));

        host.real().rollback(before);
        host.real().commit();

        assertThat(desk.get(kept.id()).stage()).isEqualTo("new");
        assertThat(desk.find(dropped.id())).isEmpty();
    }

    @Test
    void the_kit_itself_stays_outside_of_the_transaction() throws SQLException {
        Lead inside = joinedDesk.create(NewLead.named("Inside"));

        Lead outside = desk.create(NewLead.named("Outside"));

        assertThat(desk.list(LeadQuery.all()).items()).containsExactly(outside);
        host.real().rollback();
        assertThat(desk.list(LeadQuery.all()).items()).containsExactly(outside);
        assertThat(desk.find(inside.id())).isEmpty();
    }

    @Test
    void what_was_captured_and_rolled_back_is_captured_when_it_is_delivered_again() throws SQLException {
        CaptureEngine engine = CaptureEngine.builder(kit).build();
        ChatMessage message = ChatMessage.from("s-1")
                .id("m-1")
                .visitor("jane@acme.example")
                .at(NOW)
                .build();

        var first = engine.joining(host.guest()).tenant("acme").onMessage(message);
        var again = engine.joining(host.guest()).tenant("acme").onMessage(message);
        host.real().rollback();
        var afterwards = engine.tenant("acme").onMessage(message);

        assertThat(first.status()).isEqualTo(Status.CAPTURED);
        assertThat(again.status()).isEqualTo(Status.REPEATED);
        assertThat(afterwards.status()).isEqualTo(Status.CAPTURED);
        assertThat(desk.list(LeadQuery.all()).items()).hasSize(1);
    }

    /** In the database the other one waits for the transaction, which must not wait for him within the process. */
    @Test
    void a_transaction_does_not_wait_for_a_capture_that_waits_for_it() throws Exception {
        CaptureEngine engine = CaptureEngine.builder(kit).build();
        engine.tenant("acme").onMessage(aMessage("s-1", "m-1").build());
        CaptureEngine guest = engine.joining(host.guest());
        guest.tenant("acme").onMessage(aMessage("s-1", "m-2").build());
        var begun = new CompletableFuture<Void>();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> other = thread.submit(() -> {
                begun.complete(null);
                engine.tenant("acme").onMessage(aMessage("s-1", "m-3").build());
            });
            begun.join();

            guest.tenant("acme").onMessage(aMessage("s-1", "m-4").build());
            host.real().commit();

            other.get();
        } finally {
            thread.shutdownNow();
        }
        assertThat(kit.wiring().store().transcript(ACME, "s-1").orElseThrow().messages())
                .extracting(ChatMessage::id)
                .containsExactlyInAnyOrder("m-1", "m-2", "m-3", "m-4");
    }

    private static List<Long> versions(LeadDesk desk, LeadId lead) {
        return desk.timeline(lead, PageRequest.first(99)).items().stream()
                .map(Activity::version)
                .distinct()
                .toList();
    }

    private static int rowsIn(String table, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Changeset creating(Lead lead) {
        ChangesetBuilder unit = aChangeset();
        unit.create(lead, NOW, null);
        return unit.build();
    }

    private static Changeset said(String session, long expected) {
        ChangesetBuilder unit = aChangeset();
        unit.conversation(Conversation.begin(ACME, session, "widget"), expected);
        return unit.build();
    }

    private interface Part {
        void addTo(ChangesetBuilder unit);
    }

    /** So that there is something to leave behind. */
    private static Changeset aUnitThatBegins(String session, Part part) {
        ChangesetBuilder unit = aChangeset();
        unit.conversation(Conversation.begin(ACME, session, "widget"), 0);
        part.addTo(unit);
        return unit.build();
    }
}
