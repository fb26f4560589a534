package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ANN;
import static dev.leadkit.testkit.Leads.CLOCK;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.CaptureOutcome.Status;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Data sources that bind a connection to the thread while a transaction of the host is under way, as Spring's do. */
@ParameterizedClass
@EnumSource(StoreForm.class)
class SpringTransactionsTest {
    private final StoreForm form;
    private final HikariDataSource pool;
    private final DataSource bound;
    private final TransactionTemplate transaction;
    private final LeadKit kit;
    private final LeadDesk desk;

    SpringTransactionsTest(StoreForm form) {
        this.form = form;
        this.pool = pool(true);
        HostRows.createIn(pool);
        this.bound = new TransactionAwareDataSourceProxy(pool);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        this.kit = kit(form.over(bound));
        this.desk = kit.tenant("acme").as(ANN);
    }

    private HikariDataSource pool(boolean autoCommit) {
        var config = new HikariConfig();
        config.setDataSource(form.database().fresh());
        config.setAutoCommit(autoCommit);
        config.setMaximumPoolSize(3);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static LeadKit kit(JdbcLeadStore store) {
        return LeadKit.builder()
                .store(store)
                .identityKey(SECRET.getBytes(StandardCharsets.UTF_8))
                .clock(CLOCK)
                .build();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void a_row_of_the_host_and_a_lead_are_committed_together() throws SQLException {
        Lead lead = transaction.execute(status -> {
            insertHostRow(1);
            Lead created = desk.create(NewLead.named("Jane"));
            assertThat(desk.find(created.id())).isPresent();
            assertThat(countFromOutside())
                    .as("seen from outside before the commit")
                    .isZero();
            insertHostRow(2);
            return created;
        });

        assertThat(HostRows.count(pool)).isEqualTo(2);
        assertThat(desk.get(lead.id())).isEqualTo(lead);
    }

    @Test
    void a_row_of_the_host_and_a_lead_are_rolled_back_together() throws SQLException {
        transaction.executeWithoutResult(status -> {
            desk.create(NewLead.named("Jane"));
            insertHostRow(1);
            status.setRollbackOnly();
        });

        assertThat(HostRows.count(pool)).isZero();
        assertThat(desk.list(LeadQuery.all()).items()).isEmpty();
    }

    @Test
    void a_read_commits_nothing_of_the_host() throws SQLException {
        transaction.executeWithoutResult(status -> {
            insertHostRow(1);
            desk.list(LeadQuery.all());
            kit.wiring().store().transcript(kit.tenant("acme").id(), "s-1");
            status.setRollbackOnly();
        });

        assertThat(HostRows.count(pool)).isZero();
    }

    @Test
    void a_conflict_rolls_back_nothing_of_the_host() throws SQLException {
        Lead holder = desk.create(NewLead.named("Holder").externalId("crm-1"));

        transaction.executeWithoutResult(status -> {
            insertHostRow(1);
            var taken = catchThrowableOfType(
                    IdentityTakenException.class,
                    () -> desk.create(NewLead.named("Twin").externalId("crm-1")));
            assertThat(taken.holder()).isEqualTo(holder.id());
            assertThat(taken.isJoined()).isTrue();
            insertHostRow(2);
        });

        assertThat(HostRows.count(pool)).isEqualTo(2);
        assertThat(desk.list(LeadQuery.all()).items()).containsExactly(holder);
    }

    @Test
    void outside_of_a_transaction_the_store_commits_by_itself() throws SQLException {
        Lead lead = desk.create(NewLead.named("Jane"));

        assertThat(kit(form.over(pool)).tenant("acme").as(ANN).get(lead.id())).isEqualTo(lead);
        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void nested_transactions_are_what_they_are_for_the_host() throws SQLException {
        var nested = new TransactionTemplate(new DataSourceTransactionManager(pool));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        var ofItsOwn = new TransactionTemplate(new DataSourceTransactionManager(pool));
        ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        ofItsOwn.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        LeadDesk other = kit.tenant("globex").as(ANN);

        transaction.executeWithoutResult(outer -> {
            desk.create(NewLead.named("Outer").externalId("outer"));
            nested.executeWithoutResult(inner -> {
                desk.create(NewLead.named("Nested").externalId("nested"));
                inner.setRollbackOnly();
            });
            // Of another tenant, so that it can't wait for a counter that the outer one has changed.
            ofItsOwn.executeWithoutResult(
                    inner -> other.create(NewLead.named("Own").externalId("own")));
            assertThat(isKnown(desk, "outer")).isTrue();
            assertThat(isKnown(desk, "nested")).isFalse();
            outer.setRollbackOnly();
        });

        assertThat(isKnown(desk, "outer")).isFalse();
        assertThat(isKnown(other, "own")).isTrue();
    }

    private static boolean isKnown(LeadDesk desk, String externalId) {
        return desk.findByIdentity(Identity.verified(IdentityKind.EXTERNAL_ID, externalId))
                .isPresent();
    }

    @Test
    void a_kit_may_join_the_connection_of_the_transaction_as_well() throws SQLException {
        LeadKit unbound = kit(form.over(pool));

        transaction.executeWithoutResult(status -> {
            Connection connection = DataSourceUtils.getConnection(pool);
            unbound.joining(connection).tenant("acme").as(ANN).create(NewLead.named("Jane"));
            DataSourceUtils.releaseConnection(connection, pool);
            insertHostRow(1);
            status.setRollbackOnly();
        });

        assertThat(HostRows.count(pool)).isZero();
        assertThat(desk.list(LeadQuery.all()).items()).isEmpty();
    }

    @Test
    void what_was_captured_and_rolled_back_is_captured_when_it_is_delivered_again() {
        var capture = CaptureEngine.builder(kit).build().tenant("acme");
        ChatMessage message = ChatMessage.from("s-1")
                .id("m-1")
                .visitor("jane@acme.example")
                .at(NOW)
                .build();

        transaction.executeWithoutResult(status -> {
            assertThat(capture.onMessage(message).status()).isEqualTo(Status.CAPTURED);
            assertThat(capture.onMessage(message).status()).isEqualTo(Status.REPEATED);
            status.setRollbackOnly();
        });

        assertThat(capture.onMessage(message).status()).isEqualTo(Status.CAPTURED);
        assertThat(capture.onMessage(message).status()).isEqualTo(Status.REPEATED);
        assertThat(desk.list(LeadQuery.all()).items()).hasSize(1);
    }

    @Test
    void a_pool_without_auto_commit_loses_nothing_and_joins_when_the_host_says_so() throws SQLException {
        try (HikariDataSource off = pool(false)) {
            HostRows.createIn(off);
            LeadDesk plain = kit(form.over(off)).tenant("acme").as(ANN);
            Lead kept = plain.create(NewLead.named("Kept"));
            var proxy = new TransactionAwareDataSourceProxy(off);
            JdbcLeadStore told = JdbcLeadStore.builder(proxy)
                    .hostTransactions(TransactionSynchronizationManager::isActualTransactionActive)
                    .open();
            LeadDesk joining = kit(told).tenant("acme").as(ANN);
            joining.tag(kept.id(), "vip");

            new TransactionTemplate(new DataSourceTransactionManager(off)).executeWithoutResult(status -> {
                joining.tag(kept.id(), "dropped");
                status.setRollbackOnly();
            });

            assertThat(plain.list(LeadQuery.all()).items())
                    .singleElement()
                    .satisfies(lead -> assertThat(lead.tags()).containsExactly("vip"));
            try (Connection connection = off.getConnection()) {
                assertThat(connection.getAutoCommit()).isFalse();
            }
        }
    }

    @Test
    void a_connection_of_which_nobody_knows_whose_it_is_is_refused() throws SQLException {
        DataSource careless = form.database().fresh();
        boolean[] off = {false};
        LeadDesk plain = kit(form.over(H2Databases.intercepted(DataSource.class, careless, (method, call) -> {
                    Connection connection = (Connection) call.proceed();
                    connection.setAutoCommit(!off[0]);
                    return connection;
                })))
                .tenant("acme")
                .as(ANN);
        plain.create(NewLead.named("Kept"));
        off[0] = true;

        assertThatThrownBy(() -> plain.create(NewLead.named("Refused")))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("expected a connection with auto-commit on, as when the store was opened");

        off[0] = false;
        assertThat(plain.list(LeadQuery.all()).items()).hasSize(1);
    }

    @Test
    void a_store_is_not_opened_within_a_transaction() throws SQLException {
        transaction.executeWithoutResult(status -> {
            insertHostRow(1);
            assertThatThrownBy(() ->
                            JdbcLeadStore.builder(bound).tablePrefix("other_").open())
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("expected to open the store outside of a transaction of the host");
            status.setRollbackOnly();
        });

        assertThat(HostRows.count(pool)).isZero();
    }

    private void insertHostRow(int id) {
        Connection connection = DataSourceUtils.getConnection(pool);
        try {
            HostRows.insert(connection, id);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }

    private int countFromOutside() {
        try {
            return HostRows.count(pool);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
