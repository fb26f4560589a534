package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.StaleConversationException;
import dev.leadkit.store.StaleLeadException;
import dev.leadkit.store.StoreException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two who write the same, one of whom has not ended his transaction yet. */
@ParameterizedClass
@EnumSource(Database.class)
class RaceTest {
    private final Database kind;

    /** So short that the second has to come again several times. */
    private final FaultyDatabase database;

    private final JdbcLeadStore store;

    RaceTest(Database kind) {
        this.kind = kind;
        this.database = new FaultyDatabase(kind.impatient());
        this.store = JdbcLeadStore.over(database.dataSource());
    }

    @Test
    void the_second_creator_of_a_session_gets_a_conflict_once_the_first_has_committed() {
        Throwable second = whileAnotherWrites(beginning("s-1"), beginning("s-1"), true);

        assertThat(second).isInstanceOfSatisfying(StaleConversationException.class, stale -> {
            assertThat(stale.session()).isEqualTo("s-1");
            assertThat(stale.expected()).isZero();
            assertThat(stale.found()).isEqualTo(1);
        });
    }

    @Test
    void the_second_creator_of_a_session_succeeds_when_the_first_gives_up() {
        Throwable second = whileAnotherWrites(beginning("s-1"), beginning("s-1"), false);

        assertThat(second).isNull();
        assertThat(store.transcript(ACME, "s-1")).isPresent();
    }

    @Test
    void the_second_claimant_gets_the_first_as_the_holder() {
        Lead first = aLead().session("s-1").build();

        Throwable second = whileAnotherWrites(
                creating(first), creating(aLead().session("s-1").build()), true);

        assertThat(second)
                .isInstanceOfSatisfying(
                        IdentityTakenException.class,
                        taken -> assertThat(taken.holder()).isEqualTo(first.id()));
    }

    @Test
    void the_second_writer_of_a_lead_gets_the_version_of_the_first() {
        Lead lead = aLead().build();
        store.commit(creating(lead));

        Throwable second = whileAnotherWrites(renaming(lead, "ann"), renaming(lead, "bob"), true);

        assertThat(second).isInstanceOfSatisfying(StaleLeadException.class, stale -> {
            assertThat(stale.expected()).isEqualTo(1);
            assertThat(stale.found()).isEqualTo(2);
        });
        assertThat(store.find(ACME, lead.id()).orElseThrow().assignee()).isEqualTo("ann");
    }

    @Test
    void the_same_changeset_at_the_same_time_is_applied_once() {
        Changeset unit = creating(aLead().session("s-1").build());

        var result = new CommitResult[1];
        Throwable second = whileAnother(unit, () -> result[0] = store.commit(unit), true);

        assertThat(second).isNull();
        assertThat(result[0]).isEqualTo(CommitResult.REPEATED);
    }

    @Test
    void whoever_never_ends_makes_the_other_fail_typed() {
        var session = new JdbcSession(database.dataSource(), kind.dialect(), TableNames.DEFAULT);

        Throwable second = session.transaction(statements -> {
            statements.update(
                    "INSERT INTO leadkit_conversation (version, channel, body, tenant_id, session_key, session_id)"
                            + " VALUES (1, 'x', '{}', ?, ?, ?)",
                    to -> to.text(ACME.value()).id(HashKey.of("s-1")).text("s-1"));
            return catchThrowable(() -> store.commit(beginning("s-1")));
        });

        assertThat(second)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("SQLState " + kind.lockTimeOut().getSQLState());
    }

    private Throwable whileAnotherWrites(Changeset first, Changeset second, boolean firstCommits) {
        return whileAnother(first, () -> store.commit(second), firstCommits);
    }

    /** What the second meets that begins while the first's transaction is open, which ends when the second came twice. */
    private Throwable whileAnother(Changeset first, Runnable second, boolean firstCommits) {
        var session = new JdbcSession(database.dataSource(), kind.dialect(), TableNames.DEFAULT);
        var met = new CompletableFuture<Throwable>();
        catchThrowable(() -> session.transaction(statements -> {
            ChangesetWriter.write(new BatchWrites(statements), first.tenant(), List.of(first));
            int connections = database.connections();
            new Thread(() -> met.complete(catchThrowable(second::run))).start();
            while (database.connections() < connections + 2) {
                Thread.onSpinWait();
            }
            if (!firstCommits) {
                throw new IllegalStateException("the first gives up");
            }
            return first;
        }));
        return met.join();
    }

    private static Changeset beginning(String session) {
        ChangesetBuilder unit = aChangeset();
        unit.conversation(Conversation.begin(ACME, session, "widget"), 0);
        return unit.build();
    }

    private static Changeset creating(Lead lead) {
        ChangesetBuilder unit = aChangeset();
        unit.create(lead, NOW, null);
        return unit.build();
    }

    private static Changeset renaming(Lead lead, String assignee) {
        ChangesetBuilder unit = aChangeset();
        unit.update(lead, lead.toBuilder().assignee(assignee).build(), NOW, null);
        return unit.build();
    }
}
